"""Columns of a typed table as columns of a sheet, headed as the reader knows them."""

import pandas as pd

from domain.columns import Reports
from export.workbooks.about import About
from export.workbooks.cells import Entry, Shown, money_in
from export.workbooks.layout import Column
from export.workbooks.spelled import spelled
from export.workbooks.standing import plain
from ingest.aliases import column_named
from ingest.report import SheetKind


def entries_of(table: pd.DataFrame, column: str) -> list[Entry]:
    """Return a column of a table, empty cells as None."""
    return [plain(entry) for entry in table[column].tolist()]


def kept_column(  # noqa: PLR0913 - where it comes from, and how it looks
    table: pd.DataFrame,
    kind: SheetKind,
    name: str,
    about: About,
    *,
    group: str = "",
    width: float = 10,
    printed: bool = True,
    left: bool = False,
) -> Column:
    """Return a column under its standard heading, in English its English one.

    Money and percent say their measure. The reader knows both (``ingest.aliases.english``).
    """
    known, t = column_named(kind, name), about.t
    percent = name == Reports.PERCENT_PPM
    shown = money_in(t) if known.money else Shown.PPM if percent else Shown.TEXT
    money = known.money and t("workbook.in_yi") not in group
    measure = f"\n{t('workbook.in_yi' if money else 'workbook.in_percent')}"
    heading = t(f"column.{name}") if t.language == "en" else known.header
    return Column(
        heading=heading + measure * (money or percent),
        entries=[spelled(name, entry, about) for entry in entries_of(table, name)],
        shown=shown,
        group=group,
        width=width,
        summed=known.money and printed,
        printed=printed,
        left=left,
    )
