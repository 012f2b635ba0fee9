"""What changed between two versions of the ledger."""

from dataclasses import replace

import pandas as pd

from domain.columns import Reports
from ingest.changes import Changes, compare
from ingest.report import SheetKind
from store.readable import Readable
from store.shapes import PROGRESS, SHAPES
from store.tables import tables


def diff(
    ledger: Readable, before: int, after: int, kind: SheetKind = SheetKind.PROGRESS
) -> Changes:
    """Return what counts at version ``after`` and did not, or not so, at ``before``.

    ``before`` may be the later one. Removed is what a withdrawal or a new list took away. Of
    reports, ``unchanged`` lists only those that were uploaded anew with the same cells.

    Raises:
        UnknownVersionError: when the ledger has not reached one of the versions.
    """
    now = tables(ledger, after)
    old, new = tables(ledger, before, since=now).of(kind), now.of(kind)
    if kind is SheetKind.PROGRESS:
        old, new = _without(old, new), _without(new, old)
    return replace(compare(old, new, kind), removed=compare(new, old, kind).added, absent=())


def _without(reports: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """Leave out the rows that both have from one upload: they cannot differ."""
    one_row = [*SHAPES[PROGRESS].key, str(Reports.VERSION)]
    same = pd.MultiIndex.from_frame(others[one_row])
    return reports[~pd.MultiIndex.from_frame(reports[one_row]).isin(same)]
