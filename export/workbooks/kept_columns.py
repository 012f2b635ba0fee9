"""Columns of a typed table as columns of a sheet, headed as the reader knows them."""

import pandas as pd

from domain.columns import Reports
from export.workbooks.cells import Entry, Shown
from export.workbooks.layout import Column
from export.workbooks.standing import plain
from ingest.aliases import column_named
from ingest.report import SheetKind

_MEASURE, _SHARE = "\n（亿元）", "\n（%）"


def entries_of(table: pd.DataFrame, column: str) -> list[Entry]:
    """Return a column of a table, empty cells as None."""
    return [plain(entry) for entry in table[column].tolist()]


def kept_column(
    table: pd.DataFrame,
    kind: SheetKind,
    name: str,
    *,
    group: str = "",
    width: float = 10,
    printed: bool = True,
    left: bool = False,
) -> Column:
    """Return a column under its standard heading; money and percent say their measure."""
    known = column_named(kind, name)
    percent = name == Reports.PERCENT_PPM
    shown = Shown.YI if known.money else Shown.PPM if percent else Shown.TEXT
    measure = _MEASURE if known.money and "亿元" not in group else _SHARE if percent else ""
    return Column(
        heading=known.header + measure,
        entries=entries_of(table, name),
        shown=shown,
        group=group,
        width=width,
        summed=known.money and printed,
        printed=printed,
        left=left,
    )
