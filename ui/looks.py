"""What supervision says of a board or a part of it; which charts a projector can show."""

from dataclasses import dataclass

import pandas as pd

from analysis.board import Board
from analysis.charts import slide
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.gallery import exhibits
from analysis.memo import once
from analysis.views import warned
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from texts import Language, catalogue
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


@dataclass(frozen=True, slots=True)
class Screen:
    """What a projector shows at a time: the ``part`` of an exhibit, counted from 1."""

    key: str
    part: int = 1
    parts: int = 1


def screens(board: Board, period: Period, language: Language) -> list[Screen]:
    """Return what a meeting shows, in the order of the pages: the parts of every exhibit."""
    return _screens(cache.watch(board, period), period, language)


@once
def _screens(watched: Watched, period: Period, language: Language) -> list[Screen]:
    board = watched.board
    words = Words(catalogue(language), board.plan)
    drawn = {
        key: one.draw(board, period, words)
        for key, one in exhibits(cache.watch).items()
        if one.idle is None or not one.idle(board, period, words)
    }
    return [
        Screen(key, place, len(slide.parts(figure)))
        for key, figure in drawn.items()
        if figure is not None and slide.fits(figure)
        for place, _ in enumerate(slide.parts(figure), 1)
    ]
