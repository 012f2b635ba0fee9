"""What supervision says of a board or a part of it."""

import pandas as pd

from analysis.board import Board
from analysis.charts.rows import Row, rows_of
from analysis.memo import once
from analysis.views import warned
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from ui import cache


def warnings(board: Board, period: Period) -> pd.DataFrame:
    """Return the warnings of a month that are about a board or a part of it."""
    return warned.of_month(cache.watch(board, period), period)


def rows(board: Board, period: Period) -> tuple[Row, ...]:
    """Return those warnings as rows; nobody writes into them."""
    return _rows(cache.watch(board, period), period)


@once
def _rows(watched: Watched, period: Period) -> tuple[Row, ...]:
    return tuple(rows_of(warned.of_month(watched, period)))


def rows_of_item(board: Board, period: Period, item_id: str) -> list[Row]:
    """Return those about one item."""
    return _by_item(cache.watch(board, period), period).get(item_id, [])


@once
def _by_item(watched: Watched, period: Period) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in _rows(watched, period):
        found.setdefault(row[Reports.ITEM_ID], []).append(row)
    return found
