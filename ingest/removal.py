"""What a new table of projects or tasks leaves out: all of that is removed with one commit."""

import pandas as pd

from domain.findings import Finding
from ingest.changes import Changes
from ingest.codes import Code, found
from ingest.kinds import KEYS, NAMES

_NAMED = 3  # of what would go; the rows below name all
_MOST = 2  # half or more: the sheet is probably a part of the table


def removal_findings(changes: Changes, before: pd.DataFrame) -> list[Finding]:
    """Return the warning about rows of ``before``, the table in force, that the new one lacks.

    A progress sheet removes nothing.
    """
    name = NAMES[changes.kind]
    if not changes.removed or name is None:
        return []
    gone = {key[0] for key in changes.removed}
    ids, names = before[KEYS[changes.kind][0]], before[name]
    named = [f"{one} {called}" for one, called in zip(ids, names, strict=True) if one in gone]
    code = Code.W_MOST_REMOVED if len(gone) * _MOST >= len(before) else Code.W_ROWS_REMOVED
    shown = "、".join(named[:_NAMED]) + ("…" if len(named) > _NAMED else "")
    share = str(round(100 * len(gone) / len(before)))
    count, whole = str(len(gone)), str(len(before))
    return [found(code, count=count, of=whole, share=share, names=shown)]
