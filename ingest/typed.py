"""Typed rows and the frame they make: text or None, and whole numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from domain.columns import Projects, Reports, Tasks
from domain.findings import Finding
from ingest.codes import Code, found
from ingest.report import SheetKind

Values = dict[str, str | int | None]
_COLUMNS: dict[SheetKind, type[StrEnum]] = {
    SheetKind.PROGRESS: Reports,
    SheetKind.PROJECTS: Projects,
    SheetKind.TASKS: Tasks,
}
_WHOLE = frozenset(
    {
        Reports.PERCENT_PPM.value,
        Reports.DONE_TOTAL_YUAN.value,
        Reports.YEAR_PLAN_YUAN.value,
        Reports.DONE_YTD_YUAN.value,
        Reports.VERSION.value,
        Projects.TOTAL_YUAN.value,
    }
)


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One row of the sheet as values, with its row number and where to say so."""

    number: int
    sheet: str | None
    labels: dict[str, str]  # standard header of each column
    entries: Values

    def finding(self, code: Code, column: str, text: str, **more: str) -> Finding:
        """Build a finding about a cell of this row."""
        label = self.labels.get(column, column)
        return found(code, self.number, label, text, sheet=self.sheet, **more)


def columns_of(kind: SheetKind) -> tuple[str, ...]:
    """Return the columns of the typed table of a kind, in order."""
    return tuple(column.value for column in _COLUMNS[kind])


def frame_of(rows: Sequence[TypedRow], kind: SheetKind | None) -> pd.DataFrame:
    """Return the rows as a frame: text as objects with None, numbers as ``Int64``."""
    if kind is None:
        return pd.DataFrame()
    columns = {
        name: pd.Series(
            [row.entries.get(name) for row in rows], dtype="Int64" if name in _WHOLE else "object"
        )
        for name in columns_of(kind)
    }
    return pd.DataFrame(columns)
