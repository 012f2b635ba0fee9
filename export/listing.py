"""A list as XLSX: what it is and 截至 on top, the head held in place, no text ever a formula."""

import io
import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ingest.characters import without_control
from texts.wrap import width_em

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31  # characters of a sheet's name in Excel
_LONGEST = 32_767  # characters of a cell in Excel
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a program might take for one once it is CSV
_HEAD_FILL, _MARK_COLOUR = "DDEBF7", "C00000"
_THIN = Side(style="thin", color="BFBFBF")
_PORTRAIT = 95  # letters that fit across A4 without becoming too small
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_LINE_PT, _SIZE, _TITLE_SIZE = 16, 11, 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One sheet. ``widths`` are in Latin letters; ``mark`` says that the data is illustrative."""

    name: str
    title: str
    notes: tuple[str, ...]
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]
    mark: str = ""


def workbook(listings: Sequence[Listing]) -> bytes:
    """Return a workbook of one sheet per listing, to be read on a phone and printed on A4."""
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):  # a new workbook always has one
        raise TypeError(book)
    book.remove(first)
    for listing in listings:
        _write(book.create_sheet(_sheet_name(listing.name, book.sheetnames)), listing)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def _write(sheet: Worksheet, listing: Listing) -> None:
    mark = [listing.mark] if listing.mark else []
    _put_above(sheet, [listing.title, *mark, *listing.notes], listing)
    head = 2 + len(mark) + len(listing.notes)
    for column, (text, width) in enumerate(zip(listing.heads, listing.widths, strict=True), 1):
        cell = _put(sheet, head, column, text)
        cell.font, cell.border = Font(bold=True), _BORDER
        cell.fill = PatternFill("solid", start_color=_HEAD_FILL)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        sheet.column_dimensions[cell.column_letter].width = width
    _set_height(sheet, head, listing.heads, listing.widths)
    looks: dict[tuple[bool, bool], StyleArray] = {}
    for place, row in enumerate(listing.rows, head + 1):
        for column, said in enumerate(row, 1):
            _frame(_put(sheet, place, column, said), looks)
        _set_height(sheet, place, row, listing.widths)
    sheet.freeze_panes = f"A{head + 1}"
    _set_print(sheet, head, wide=sum(listing.widths) > _PORTRAIT)


def _frame(cell: Cell, looks: dict[tuple[bool, bool], StyleArray]) -> None:
    """Give a cell of the table its border and place; a look once made is that of all like it."""
    inner: Any = cell  # openpyxl would compare each look that is set with all there are
    is_text = isinstance(cell.value, str)
    like = is_text, bool(cell.quotePrefix)
    if like in looks:
        inner._style = copy(looks[like])  # noqa: SLF001 - as above
        return
    side = "left" if is_text else "center"
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=side)
    cell.border = _BORDER
    looks[like] = inner._style  # noqa: SLF001 - as above


def _put_above(sheet: Worksheet, above: list[str], listing: Listing) -> None:
    """Write the lines above the table over its whole width: the title first, then the mark."""
    for number, text in enumerate(above, 1):
        marked, titled = text == listing.mark, number == 1
        cell = _put(sheet, number, 1, text)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        size = _TITLE_SIZE if titled else _SIZE
        colour = _MARK_COLOUR if marked else None
        cell.font = Font(bold=titled or marked, size=size, color=colour)
        lines = _lines(text, sum(listing.widths) * _SIZE / size)
        sheet.row_dimensions[number].height = lines * _LINE_PT * size / _SIZE
        sheet.merge_cells(
            start_row=number, start_column=1, end_row=number, end_column=len(listing.heads)
        )


def _put(sheet: Worksheet, row: int, column: int, said: str | float | None) -> Cell:
    """Write a cell; text stays text, whatever it begins with."""
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):  # nothing is merged before it is written
        raise TypeError(cell)
    if not isinstance(said, str):
        cell.value = said
        return cell
    cell.value = without_control(said)[:_LONGEST]
    cell.data_type = "s"
    cell.quotePrefix = said.startswith(_FORMULA)
    return cell


def _set_height(
    sheet: Worksheet,
    place: int,
    row: tuple[str | int | float | None, ...],
    widths: tuple[float, ...],
) -> None:
    """Make a row as high as its longest text needs, for programs that do not do so themselves."""
    lines = (_lines(str(said or ""), width) for said, width in zip(row, widths, strict=True))
    sheet.row_dimensions[place].height = max(lines) * _LINE_PT


def _set_print(sheet: Worksheet, head: int, *, wide: bool) -> None:
    sheet.page_setup.orientation = (
        sheet.ORIENTATION_LANDSCAPE if wide else sheet.ORIENTATION_PORTRAIT
    )
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{head}:{head}"
    footer: Any = sheet.HeaderFooter.oddFooter  # typed as if it might be missing
    footer.center.text = "&P / &N"


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column, a Chinese letter as wide as two others."""
    room = max(width - 1, 1)
    return sum(max(1, ceil(width_em(line) * 2 / room)) for line in text.split("\n"))


def _sheet_name(name: str, taken: Sequence[str]) -> str:
    """Return a name Excel takes and no other sheet has.

    >>> _sheet_name("财政局", ["财政局"]), _sheet_name("甲/乙", [])
    ('财政局 2', '甲 乙')
    """
    plain = _FORBIDDEN.sub(" ", without_control(name)).strip()[:_LONGEST_NAME] or "1"
    number, found = 2, plain
    while found.lower() in {one.lower() for one in taken}:
        end = f" {number}"
        number, found = number + 1, plain[: _LONGEST_NAME - len(end)] + end
    return found
