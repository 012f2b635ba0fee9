"""The worksheets of a workbook that were not read, each by its name and with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.findings import Finding
from ingest.codes import Code, found
from ingest.tables import RawTable, Visibility


class Why(StrEnum):
    """Why a worksheet was not read."""

    EMPTY = "empty"
    HIDDEN = "hidden"
    VERY_HIDDEN = "very_hidden"  # only its program's own editor shows it
    OTHER = "other"  # filled, but another one was read


@dataclass(frozen=True, slots=True)
class Skipped:
    """A worksheet that was not read."""

    sheet: str
    why: Why


_CODES = {
    Why.EMPTY: Code.N_SHEET_EMPTY,
    Why.HIDDEN: Code.N_SHEET_HIDDEN,
    Why.VERY_HIDDEN: Code.N_SHEET_VERY_HIDDEN,
    Why.OTHER: Code.W_SHEET_IGNORED,
}


def skipped_sheets(tables: Sequence[RawTable], read: RawTable | None) -> tuple[Skipped, ...]:
    """Return every worksheet but the one that was ``read``, in the order of the workbook."""
    return tuple(
        Skipped(table.sheet, _why(table))
        for table in tables
        if table is not read and table.sheet is not None
    )


def skipped_findings(skipped: Sequence[Skipped], read: RawTable) -> list[Finding]:
    """Say which worksheets were skipped and why, and that the one read is not shown by Excel."""
    told = [found(_CODES[one.why], sheet=one.sheet) for one in skipped]
    return [*told, found(Code.N_SHEET_NOT_SHOWN, sheet=read.sheet)] if read.hidden else told


def unseen_findings(skipped: Sequence[Skipped]) -> list[Finding]:
    """Say which worksheets are empty or hidden, where none could be read."""
    return [found(_CODES[one.why], sheet=one.sheet) for one in skipped if one.why is not Why.OTHER]


def _why(table: RawTable) -> Why:
    if table.is_empty:
        return Why.EMPTY
    return {
        Visibility.SHOWN: Why.OTHER,
        Visibility.HIDDEN: Why.HIDDEN,
        Visibility.VERY_HIDDEN: Why.VERY_HIDDEN,
    }[table.visibility]
