"""The layout the office itself uses: title, 截至, 计量单位, grouped header, 合计, rows, notes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil

from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from export.workbooks import looks
from export.workbooks.cells import Entry, Shown, as_shown, format_of, put, put_formula, titled
from export.workbooks.paged import paged
from texts.wrap import width_em

_TITLE_POINTS, _HEAD_POINTS, _UPPER_POINTS = 30, 32, 15
_LATIN, _LETTER = re.compile("[A-Za-z]+"), 1.1  # a letter of the heading in widths of a figure
_ROW_POINTS, _LINE_POINTS, _AROUND_POINTS = 20, 13.5, 5


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: its heading, the wider heading above it, an entry per row.

    ``total`` is the result of the 合计 row; a summed column is added up by a formula. Columns that
    are not ``printed`` stand to the right of the print area, for whoever reads the file back.
    """

    heading: str
    entries: Sequence[Entry]
    shown: Shown = Shown.TEXT
    group: str = ""
    width: float = 9
    summed: bool = False
    printed: bool = True
    fills: Sequence[PatternFill | None] = ()
    left: bool = False
    total: str = ""  # a formula of its own, {heading} standing for the rows of another column
    total_result: float | None = None

    @property
    def room(self) -> float:
        """Return the width asked for, more where a word of the heading would be broken."""
        longest = max(map(len, _LATIN.findall(self.heading)), default=0)
        return max(self.width, longest * _LETTER + 1.5) if longest else self.width


@dataclass(frozen=True, slots=True)
class Laid:
    """A worksheet to be: what stands above, in and below its table."""

    name: str
    title: str
    left: str  # under the title: how far the figures reach
    right: str  # under the title: the unit of measure
    columns: Sequence[Column]
    mark: str = ""  # that figures are made up
    total: str = ""  # label of the 合计 row; empty for none
    notes: Sequence[str] = ()
    kept_columns: int = 3  # that stay in sight when the sheet is moved sideways
    portrait: bool = False
    same_decimals: bool = False  # down a column; not where people still fill it in


@dataclass(slots=True)
class Placed:
    """Where the parts of a table came to stand; rows are counted from 1."""

    head: tuple[int, int]
    first: int
    last: int
    computed: dict[tuple[str, str], float | str] = field(
        default_factory=dict[tuple[str, str], float | str]
    )


def lay_out(sheet: Worksheet, laid: Laid) -> Placed:
    """Write a worksheet and return where its table stands, with the results of its formulas."""
    titled(sheet, laid.name)
    printed = sum(one.printed for one in laid.columns)
    top = _above(sheet, laid, printed)
    grouped = any(one.group for one in laid.columns)
    head = (top, top + grouped)
    _header(sheet, laid.columns, head)
    first = head[1] + 1 + bool(laid.total)
    placed = Placed(head, first, first + max(map(len, _entries(laid)), default=0) - 1)
    if laid.total:
        _totals(sheet, laid, placed)
    _rows(sheet, laid.columns, first)
    if laid.same_decimals:
        _align_decimals(sheet, laid.columns, placed)
    _below(sheet, laid.notes, placed.last + 1, printed)
    rows = (*placed.head, placed.first, placed.last + len(laid.notes))
    paged(sheet, rows, (laid.kept_columns, printed), portrait=laid.portrait)
    return placed


def set_merged(
    sheet: Worksheet, row: int, last: int, text: str, font: Font, **points: float
) -> None:
    """Write a text over the first ``last`` columns of a row."""
    cell = sheet.cell(row, 1)
    put(cell, text)
    cell.font = font
    cell.alignment = looks.CENTRED if font is looks.TITLE else looks.LEFT
    if last > 1:
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
    if height := points.get("height"):
        sheet.row_dimensions[row].height = height


def _entries(laid: Laid) -> list[Sequence[Entry]]:
    return [one.entries for one in laid.columns]


def _above(sheet: Worksheet, laid: Laid, printed: int) -> int:
    """Write what stands above the header and return the row of the header."""
    set_merged(sheet, 1, printed, laid.title, looks.TITLE, height=_TITLE_POINTS)
    half = max(printed - 3, 1)
    set_merged(sheet, 2, half, laid.left, looks.BODY)
    measure = sheet.cell(2, half + 1)
    put(measure, laid.right)
    measure.font, measure.alignment = looks.BODY, looks.RIGHT
    if printed > half + 1:
        sheet.merge_cells(start_row=2, end_row=2, start_column=half + 1, end_column=printed)
    if not laid.mark:
        return 3
    set_merged(sheet, 3, printed, laid.mark, looks.MARK)
    return 4


def _header(sheet: Worksheet, columns: Sequence[Column], head: tuple[int, int]) -> None:
    upper, lower = head
    for number, column in enumerate(columns, 1):
        for row in {upper, lower}:
            cell = sheet.cell(row, number)
            cell.font, cell.fill = looks.HEAD, looks.HEAD_FILL
            cell.border, cell.alignment = looks.LINES, looks.CENTRED
        own = lower if column.group else upper
        put(sheet.cell(own, number), column.heading)
        if upper != lower and not column.group:
            sheet.merge_cells(
                start_row=upper, end_row=lower, start_column=number, end_column=number
            )
        sheet.column_dimensions[get_column_letter(number)].width = column.room
    sheet.row_dimensions[lower].height = _head_points(columns, grouped=upper != lower)
    for group, span in groupby(enumerate(columns, 1), key=lambda one: one[1].group):
        places = [place for place, _ in span]
        if group:
            put(sheet.cell(upper, places[0]), group)
            if len(places) > 1:
                sheet.merge_cells(
                    start_row=upper, end_row=upper, start_column=places[0], end_column=places[-1]
                )


def _head_points(columns: Sequence[Column], *, grouped: bool) -> float:
    """Return the height of the lower row; a heading without a group has the upper row as well."""
    printed = [one for one in columns if one.printed]
    low = points_of((one.heading, one.room) for one in printed if one.group or not grouped)
    tall = points_of((one.heading, one.room) for one in printed if grouped and not one.group)
    return max(_HEAD_POINTS, low, tall - _UPPER_POINTS)


def _totals(sheet: Worksheet, laid: Laid, placed: Placed) -> None:
    row = placed.first - 1
    ranges = _ranges(laid.columns, placed)
    for number, column in enumerate(laid.columns, 1):
        cell = sheet.cell(row, number)
        cell.font, cell.fill, cell.border = looks.STRONG, looks.TOTAL_FILL, looks.LINES
        cell.alignment = looks.CENTRED if number == 1 else looks.RIGHT
        known = [one for one in column.entries if isinstance(one, (int, float))]
        if column.summed and known:  # nothing stated stays empty, it is not zero
            put_formula(cell, f"=SUM({ranges[column.heading]})", column.shown)
            placed.computed[sheet.title, cell.coordinate] = as_shown(sum(known), column.shown)
        elif column.total and column.total_result is not None:
            put_formula(cell, _formula(column.total, ranges), column.shown)
            placed.computed[sheet.title, cell.coordinate] = column.total_result
    label = sheet.cell(row, 1)
    put(label, laid.total)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=laid.kept_columns)


def _ranges(columns: Sequence[Column], placed: Placed) -> Mapping[str, str]:
    letters = ((one.heading, get_column_letter(place)) for place, one in enumerate(columns, 1))
    return {name: f"{letter}{placed.first}:{letter}{placed.last}" for name, letter in letters}


def _formula(pattern: str, ranges: Mapping[str, str]) -> str:
    for name, cells in ranges.items():
        pattern = pattern.replace(f"{{{name}}}", cells)
    return pattern


def _rows(sheet: Worksheet, columns: Sequence[Column], first: int) -> None:
    for number, column in enumerate(columns, 1):
        words = looks.LEFT if column.left else looks.CENTRED
        alignment = words if column.shown in {Shown.TEXT, Shown.WHOLE} else looks.RIGHT
        alignment = alignment if column.printed else looks.ONE_LINE
        for place, entry in enumerate(column.entries):
            cell = sheet.cell(first + place, number)
            put(cell, entry, column.shown)
            cell.font, cell.border, cell.alignment = looks.BODY, looks.LINES, alignment
            fill = column.fills[place] if column.fills else None
            if fill is not None:
                cell.fill = fill
    for place in range(max((len(one.entries) for one in columns), default=0)):
        texts = [(str(one.entries[place] or ""), one.room) for one in columns if _wraps(one)]
        sheet.row_dimensions[first + place].height = points_of(texts)


def _align_decimals(sheet: Worksheet, columns: Sequence[Column], placed: Placed) -> None:
    for number, column in enumerate(columns, 1):
        spelled = format_of(column.entries, column.shown)
        for row in range(placed.head[1] + 1, placed.last + 1):
            sheet.cell(row, number).number_format = spelled


def _wraps(column: Column) -> bool:
    return column.printed and column.shown is Shown.TEXT


def points_of(texts: Iterable[tuple[str, float]]) -> float:
    """Return the height of a row by its longest wrapped text; ``texts`` with their columns' widths.

    Only Excel fits rows by itself, and not those with merged cells.

    >>> points_of([("滨江码头", 9)]), points_of([("滨江码头一期工程", 9)])
    (20, 32.0)
    """
    lines = (
        sum(ceil(max(width_em(line), 0.5) * 2 / (width - 1)) for line in text.split("\n"))
        for text, width in texts
    )
    return max(_ROW_POINTS, max(lines, default=1) * _LINE_POINTS + _AROUND_POINTS)


def _below(sheet: Worksheet, notes: Sequence[str], row: int, printed: int) -> None:
    for place, note in enumerate(notes):
        set_merged(sheet, row + place, printed, note, looks.SMALL, height=_LINE_POINTS + 1.5)
