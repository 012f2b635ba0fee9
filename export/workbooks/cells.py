"""What may stand in a cell of a workbook: text that stays text, exact numbers, our own formulas."""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from domain.money import YUAN_PER_MILLION, YUAN_PER_YI
from ingest.characters import kept_apart, without_control
from texts import Texts
from texts.amounts import yuan_per_unit

LONGEST = 32_767  # characters of a cell in Excel
PPM_PER_PERCENT = 10_000
_LOOKS_ESCAPED = re.compile("_x[0-9A-Fa-f]{4}_")  # a workbook's own way to write a character
_LIKE_FORMULAS = ("=", "+", "-", "@")
Entry = str | int | float | None


class Shown(Enum):
    """What a column holds, as the number format it is shown in."""

    TEXT = "@"
    YI = "#,##0.00##"  # 元 kept in 亿元, exact below the digits that are shown
    MILLION = "#,##0.0##"  # the same in millions, as an English sheet has them
    PERCENT = "0.0"  # 0 to 100
    PPM = "0.0###"  # millionths kept as 0 to 100
    POINTS = "+0.0;-0.0;0.0"
    WHOLE = "0"


_PARTS = {
    Shown.YI: YUAN_PER_YI,
    Shown.MILLION: YUAN_PER_MILLION,
    Shown.PPM: PPM_PER_PERCENT,
}
_DECIMALS = {Shown.YI: (2, 4), Shown.MILLION: (1, 3), Shown.PPM: (1, 4)}  # at least and at most


def put(cell: Cell | MergedCell, entry: Entry, shown: Shown = Shown.TEXT) -> None:
    """Write an entry as it is meant; text that begins with = is no formula, empty stays empty.

    Such a text is marked as one, so that it stays a text when somebody edits its cell.

    >>> from openpyxl import Workbook
    >>> cell = Workbook().active["A1"]
    >>> put(cell, "=1+1"), cell.data_type, cell.value, cell.quotePrefix
    (None, 's', '=1+1', True)
    >>> put(cell, 1_234_500_000, Shown.YI), cell.data_type, cell.value
    (None, 'n', 12.345)
    """
    if isinstance(cell, MergedCell):
        raise TypeError(cell.coordinate)
    cell.number_format = shown.value
    if entry is None or entry == "":
        return
    if isinstance(entry, str):
        cell.value = _LOOKS_ESCAPED.sub(r"_x005F\g<0>", kept_apart(without_control(entry)))[
            :LONGEST
        ]
        cell.data_type = "s"
        cell.quotePrefix = entry.startswith(_LIKE_FORMULAS)
    else:
        cell.value = as_shown(entry, shown)


def as_shown(number: float, shown: Shown) -> float:
    """Return the number a cell keeps: 元 in 亿元 or millions, millionths in percent, else as it is.

    >>> as_shown(615_000, Shown.PPM), as_shown(15_550_000_000, Shown.YI), as_shown(7, Shown.WHOLE)
    (61.5, 155.5, 7)
    """
    parts = _PARTS.get(shown)
    return number if parts is None else float(Decimal(str(number)) / parts)


def money_in(t: Texts) -> Shown:
    """Return how amounts are shown in a sheet of this language.

    >>> from texts import catalogue
    >>> money_in(catalogue("zh")), money_in(catalogue("en"))
    (<Shown.YI: '#,##0.00##'>, <Shown.MILLION: '#,##0.0##'>)
    """
    return Shown.MILLION if yuan_per_unit(t) == YUAN_PER_MILLION else Shown.YI


def format_of(entries: Iterable[Entry], shown: Shown) -> str:
    """Return the number format of a column: as many decimals for all as the finest entry needs.

    >>> format_of([7_414_610_000, 15_550_000_000, None], Shown.YI), format_of([], Shown.PERCENT)
    ('#,##0.0000', '0.0')
    """
    if shown not in _DECIMALS:
        return shown.value
    least, most = _DECIMALS[shown]
    numbers = (
        Decimal(str(as_shown(one, shown))) for one in entries if isinstance(one, (int, float))
    )
    places = max((-int(one.normalize().as_tuple().exponent) for one in numbers), default=least)
    whole = shown.value.partition(".")[0]
    return f"{whole}.{'0' * min(max(places, least), most)}"


def put_formula(cell: Cell | MergedCell, formula: str, shown: Shown) -> None:
    """Write a formula of our own; nothing that was uploaded may be part of it."""
    if isinstance(cell, MergedCell):
        raise TypeError(cell.coordinate)
    cell.value = formula
    cell.data_type = "f"
    cell.number_format = shown.value


def titled(sheet: Worksheet, name: str) -> None:
    """Name a worksheet as Excel allows: no more than 31 characters, none of its own signs."""
    sheet.title = "".join(one for one in name if one not in r"\/*?:[]")[:31]
