"""Exhibits of supervision: the reporting board."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import plotly.graph_objects as go

from analysis.charts import reporting_board
from analysis.charts.words import Words
from analysis.exhibits.exhibit import WatchedExhibit
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.periods import Period, between

MONTHS_SHOWN = 12
_Draw: TypeAlias = Callable[[Watched, Period, Words], go.Figure | None]


def months_shown(watched: Watched, period: Period) -> tuple[Period, ...]:
    """Return the months of the board, oldest first: none before reports are expected."""
    if not watched.board.periods:
        return ()
    every = between(period.earlier(MONTHS_SHOWN - 1), period)
    return tuple(month for month in every if month >= watched.expected_from)


def board(watched: Watched, period: Period, words: Words) -> go.Figure | None:
    """Draw unit × month; None before the first month that expects a report."""
    months = months_shown(watched, period)
    table = supervision.board_of_units(watched, months) if months else None
    if table is None or table.empty:
        return None
    return reporting_board.board(table, [str(month) for month in months], words)


def _on_the_day(key: str, watched: Watched, words: Words) -> str:
    """Say beside the unit of measure up to which day reports are counted."""
    day = date.fromisoformat(watched.today)
    spelled = {"year": day.year, "month": day.month, "day": day.day}
    measure = words.t(f"figure.{key}_measure")
    shown = words.t("figure.received_by", **spelled)
    return words.t("chart.shown_after", measure=measure, shown=shown)


def _exhibit(key: str, draw: _Draw) -> WatchedExhibit:
    return WatchedExhibit(
        key, draw, measure=lambda watched, _, words: _on_the_day(key, watched, words)
    )


EXHIBITS = (_exhibit("reporting_board", board),)
