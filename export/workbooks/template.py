"""The progress sheet a unit downloads, fills in and uploads again: its own rows, keys protected."""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from domain.columns import ItemKind, Reports
from export.caption import safe_name
from export.workbooks import looks
from export.workbooks.about import About
from export.workbooks.asked_columns import Asked, Role, asked_columns
from export.workbooks.asked_rows import AskedRow, asked_rows
from export.workbooks.checks import add_checks, hints
from export.workbooks.instructions import write_instructions
from export.workbooks.layout import Laid, Placed, lay_out
from export.workbooks.stored import stored

_KEPT = 5  # columns of keys, which stay in sight and are printed on both pages
_PAGES_WIDE = 2
_FILLS = {
    Role.KEY: looks.LOCKED_FILL,
    Role.LAST: looks.LOCKED_FILL,
    Role.HINT: looks.LOCKED_FILL,
    Role.INPUT: looks.INPUT_FILL,
}


def template_book(about: About, responsible_unit: str | None = None) -> bytes:
    """Return the XLSX for a unit and month, or for all units: one row per expected report.

    A report already in force for the month is filled in as it counts, so that the file uploaded
    as it is changes nothing. Elsewhere what is to be reported is empty; the year plan is that of
    the unit's last report of the year. ``about.illustrative`` says that the figures of last time
    are made up. The sheet is protected without a password; what is to be filled in is not.
    """
    rows = asked_rows(about, responsible_unit)
    columns = asked_columns(about, rows)
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet()
    placed = lay_out(sheet, _laid(about, responsible_unit, columns))
    _protect(sheet, columns, placed)
    _lock_year_plans(sheet, columns, placed, rows)
    sheet["A1"].alignment = looks.LEFT  # the middle is where the first page ends
    sheet.print_title_cols = f"A:{get_column_letter(_KEPT)}"
    sheet.page_setup.fitToWidth = _PAGES_WIDE
    sheet.page_setup.pageOrder = "overThenDown"
    add_checks(sheet, columns, placed, about.t)
    computed = hints(sheet, columns, placed, about.t)
    write_instructions(book.create_sheet(), about, responsible_unit)
    book.properties.creator = about.zone
    return stored(book, computed)


def template_file(about: About, responsible_unit: str | None = None) -> str:
    """Return the name under which the template is kept."""
    unit = responsible_unit or about.t("upload.all_units")
    name = about.t("upload.template_name", unit=unit, period=str(about.period))
    return safe_name(name)


def _laid(about: About, unit: str | None, columns: tuple[Asked, ...]) -> Laid:
    t = about.t
    named = unit or t("upload.all_units")
    return Laid(
        name=t("template.sheet"),
        title=t("template.title", zone=about.zone, month=about.month),
        left=t("template.unit", unit=named),
        right=t("workbook.measure"),
        columns=[one.column for one in columns],
        kept_columns=_KEPT,
    )


def _protect(sheet: Worksheet, columns: tuple[Asked, ...], placed: Placed) -> None:
    for cell, asked in _cells(sheet, columns, placed):
        cell.fill = _FILLS[asked.role]
        cell.protection = Protection(locked=asked.role is not Role.INPUT)
        if asked.role is not Role.INPUT:
            cell.font = looks.QUIET if asked.role is Role.LAST else looks.BODY
    sheet.protection.enable()
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # may be made wider


def _lock_year_plans(
    sheet: Worksheet, columns: tuple[Asked, ...], placed: Placed, rows: Sequence[AskedRow]
) -> None:
    """Lock the year plan of a task, which has none: an upload would not read it."""
    number = next(place for place, one in enumerate(columns, 1) if _is_year_plan(one))
    for place, row in enumerate(rows, placed.first):
        if row.item.kind is ItemKind.TASK:
            cell = sheet.cell(place, number)
            cell.fill, cell.protection = looks.LOCKED_FILL, Protection(locked=True)


def _is_year_plan(asked: Asked) -> bool:
    return asked.role is Role.INPUT and asked.name == Reports.YEAR_PLAN_YUAN


def _cells(
    sheet: Worksheet, columns: tuple[Asked, ...], placed: Placed
) -> Iterator[tuple[Cell, Asked]]:
    for number, asked in enumerate(columns, 1):
        for row in range(placed.first, placed.last + 1):
            cell = sheet.cell(row, number)
            if isinstance(cell, Cell):  # none of them is merged
                yield cell, asked
