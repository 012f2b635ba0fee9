"""The numbers of a row: read exactly, judged against the item's planned total and last report."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from domain.columns import ItemKind, Reports
from domain.money import MIXED_UP_FACTOR, YUAN_PER_YI, in_yi, plain
from domain.periods import Period
from domain.yearly import comparable
from ingest.cells import RowCells
from ingest.codes import Code
from ingest.context import Accepted, Item
from ingest.numbers import (
    LARGEST_YUAN,
    PPM_PER_PERCENT,
    is_placeholder,
    money_yuan,
    percent_ppm,
)

_UNDECIDED = frozenset({"无", "待定", "未定", "暂无", "不详", "未披露"})  # in a plan table
_ABOUT = re.compile(r"^(?:大约|约为|约计|约)\s*|\s*(?:左右)$")  # 近、超、以上 say less
_MIXED_UP = 10  # times the planned total: nothing overruns so far, a measure was mixed up
_LARGEST_YUAN = 10_000 * YUAN_PER_YI  # for an item whose total is not disclosed
_percent_ppm = lru_cache(1024)(percent_ppm)
_money_yuan = lru_cache(4096)(money_yuan)


def read_percent(cells: RowCells) -> int | None:
    """Return the percentage of a row in millionths; nothing reported is a doubt."""
    text = cells.number(Reports.PERCENT_PPM)
    if text is None:
        return None
    if is_placeholder(text):
        cells.add(Code.W_MISSING_VALUE, Reports.PERCENT_PPM, text)
        return None
    amount = _percent_ppm(text)
    for code in (amount.problem, *amount.doubts):
        if code:
            cells.add(code, Reports.PERCENT_PPM, text)
    return amount.whole


def read_money(cells: RowCells, column: str, measure: str, item: Item | None) -> int | None:
    """Return reported money in 元; more than the planned total is a doubt or an error."""
    text = cells.number(column)
    if text is None:
        return None
    if is_placeholder(text):
        if column == Reports.DONE_TOTAL_YUAN and item and item.kind is ItemKind.PROJECT:
            cells.add(Code.W_MISSING_VALUE, column, text)
        return None
    yuan = _yuan(cells, column, text, measure, item)
    return yuan if yuan is None or item is None else _within_plan(cells, column, yuan, item)


def read_planned_money(cells: RowCells, column: str, measure: str) -> int | None:
    """Return money of a plan table in 元; an amount that is not stated is no 0."""
    text = cells.number(column)
    if text in _UNDECIDED:
        cells.add(Code.W_MISSING_VALUE, column, text)
        return None
    if text is None or is_placeholder(text):
        return None
    exactly = _ABOUT.sub("", text)
    if exactly != text and money_yuan(exactly, measure).whole is not None:
        cells.add(Code.W_APPROXIMATE, column, text)
        text = exactly
    return _yuan(cells, column, text, measure)


def note_inconsistent(cells: RowCells, now: dict[str, int | None]) -> None:
    """Note that this year's investment is more than all investment since the start."""
    total, this_year = now[Reports.DONE_TOTAL_YUAN], now[Reports.DONE_YTD_YUAN]
    if total is not None and this_year is not None and this_year > total:
        shown = {"year": _in_yi(this_year), "total": _in_yi(total)}
        cells.add(Code.W_YTD_OVER_TOTAL, Reports.DONE_YTD_YUAN, **shown)


def note_regress(
    cells: RowCells, now: dict[str, int | None], last: Accepted, kind: str, period: Period
) -> None:
    """Note a cumulative figure that is lower than in the report of the latest earlier month.

    One that begins anew in January is held against reports of the same year alone.
    """
    for code, column, before, shown in (
        (Code.W_REGRESS_PERCENT, Reports.PERCENT_PPM, last.percent_ppm, _percent),
        (Code.W_REGRESS_INVEST, Reports.DONE_TOTAL_YUAN, last.done_total_yuan, _in_yi),
    ):
        after = now[column]
        if after is None or before is None or not comparable(kind, column, period, last.period):
            continue
        if after < before:
            more = {"period": str(last.period), "before": shown(before), "after": shown(after)}
            cells.add(code, column, cells.raw(column).strip(), **more)


def note_measure(cells: RowCells, after: int | None, known: Iterable[Accepted | None]) -> None:
    """Note once that an amount differs from one of the reports it follows as 亿元 and 万元 do."""
    column = Reports.DONE_TOTAL_YUAN
    for one in known:
        if one and _is_mixed_up(one.done_total_yuan, after):
            more = {"period": str(one.period), "before": _in_yi(one.done_total_yuan or 0)}
            cells.add(Code.W_MEASURE_SUSPECT, column, cells.raw(column).strip(), **more)
            return


def note_mixed_up(cells: RowCells, column: str, before: int | None, after: int | None) -> None:
    """Note that an amount differs from the one in force as 亿元 and 万元 do."""
    if _is_mixed_up(before, after):
        cells.add(
            Code.W_TOTAL_SUSPECT, column, cells.raw(column).strip(), before=_in_yi(before or 0)
        )


def _is_mixed_up(before: int | None, after: int | None) -> bool:
    """Tell whether two sums differ as 亿元 and 万元 do, give or take a month's work.

    >>> _is_mixed_up(250_000_000, 2_600_000_000_000), _is_mixed_up(250_000_000, 26_000)
    (True, True)
    >>> _is_mixed_up(250_000_000, 400_000_000), _is_mixed_up(None, 5), _is_mixed_up(0, 5)
    (False, False, False)
    """
    if not before or not after:
        return False
    return max(before, after) >= MIXED_UP_FACTOR * min(before, after)


def _yuan(
    cells: RowCells, column: str, text: str, measure: str, item: Item | None = None
) -> int | None:
    amount = _money_yuan(text, measure)
    for code in (amount.problem, *amount.doubts):
        if code is Code.E_INVEST_RANGE:
            cells.add(code, column, text, **_out_of_range(text, item))
        elif code:
            cells.add(code, column, text)
    return amount.whole


def _out_of_range(text: str, item: Item | None) -> dict[str, str]:
    """Return which limit an amount breaks: 0, that of the item's planned total, or that of all."""
    if text.startswith("-"):
        return {"advice": "range_negative"}
    if item and item.total_yuan:
        total = {"name": item.name, "total": _in_yi(item.total_yuan)}
        return {"advice": "range_total", "times": str(_MIXED_UP), **total}
    return {"advice": "range_limit", "limit": _in_yi(_LARGEST_YUAN if item else LARGEST_YUAN)}


def _within_plan(cells: RowCells, column: str, yuan: int, item: Item) -> int | None:
    text = cells.raw(column).strip()
    largest = item.total_yuan * _MIXED_UP if item.total_yuan else _LARGEST_YUAN
    if yuan > largest:
        cells.add(Code.E_INVEST_RANGE, column, text, **_out_of_range(text, item))
        return None
    if item.total_yuan and yuan > item.total_yuan and column == Reports.DONE_TOTAL_YUAN:
        cells.add(
            Code.W_INVEST_OVER_TOTAL, column, text, total=_in_yi(item.total_yuan), name=item.name
        )
    return yuan


def _percent(ppm: int) -> str:
    return f"{plain(Decimal(ppm) / PPM_PER_PERCENT)}%"


def _in_yi(yuan: int) -> str:
    return f"{in_yi(yuan)}亿元"
