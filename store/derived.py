"""The effective reports in one Arrow file, so that a start need not read every upload again."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import sqlalchemy as sa

from store import schema, sealed_file
from store.readable import Readable
from store.reports import report_frame, report_schema, report_table

FOLDER = "derived"
WORTH_ROWS = 50_000  # below, a start reads the uploads themselves in no time
WORTH_UPLOADS = 500
_LAYOUT = 1


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """Effective reports of one version, in the mapped memory of their file."""

    version: int
    reports: pd.DataFrame


def load(ledger: Readable, folder: Path) -> Stored | None:
    """Return the reports in the file, if it was made of this very ledger at one of its versions.

    The version has the seal that the ledger has there, and a seal stands for every entry before
    it; so a file of another ledger, or of one that was set back, counts as not there.

    Raises:
        LedgerError: when the ledger cannot be read.
    """
    found = sealed_file.read(_path(ledger, folder))
    if found is None:
        return None
    made_of, table = found
    version = int(made_of.get("version", -1))
    if made_of != _made_of(ledger, version) or table.schema != report_schema():
        return None
    return Stored(version, report_frame(table))


def keep(ledger: Readable, folder: Path, version: int, reports: pd.DataFrame) -> bool:
    """Put the reports of ``version`` in place of the file; tell whether they are there."""
    made_of = _made_of(ledger, version)
    return sealed_file.write(_path(ledger, folder), made_of, report_table(reports))


def is_worth_it(version: int, reports: pd.DataFrame) -> bool:
    """Tell whether reading the uploads would take long enough to be spared."""
    return len(reports) >= WORTH_ROWS or version >= WORTH_UPLOADS


def seal_of(ledger: Readable, version: int) -> str:
    """Return the seal of a version, which stands for all of the ledger up to it."""
    event = schema.event.c
    with ledger.reading() as connection:
        found = connection.scalar(sa.select(event.seal).where(event.seq == version))
    return found or ""


def _made_of(ledger: Readable, version: int) -> sealed_file.Made:
    return {"version": version, "seal": seal_of(ledger, version), "layout": _LAYOUT}


def _path(ledger: Readable, folder: Path) -> Path:
    """Give each ledger a name of its own: two of them may share a state folder."""
    return folder / FOLDER / f"reports-{seal_of(ledger, 1)[:16]}.arrow"
