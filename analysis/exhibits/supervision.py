"""Exhibits of supervision: the reporting board, and the reporting rate month by month."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts import reporting_board, reporting_rate
from analysis.charts.words import Words
from analysis.exhibits.exhibit import WatchedExhibit
from analysis.memo import recently
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.periods import Period, between
from domain.rules import last_day

MONTHS_SHOWN = 12
_Draw: TypeAlias = Callable[[Watched, Period, Words], go.Figure | None]


def months_shown(watched: Watched, period: Period) -> tuple[Period, ...]:
    """Return the months of the board, oldest first: none before reports are expected."""
    if not watched.has_begun:
        return ()
    every = between(period.earlier(MONTHS_SHOWN - 1), period)
    return tuple(month for month in every if month >= watched.expected_from)


@recently
def board(watched: Watched, period: Period, words: Words) -> go.Figure | None:
    """Draw unit × month; None before the first month that expects a report."""
    months = months_shown(watched, period)
    table = supervision.board_of_units(watched, months) if months else None
    if table is None or table.empty:
        return None
    return reporting_board.board(table, [str(month) for month in months], words)


@recently
def rate(watched: Watched, period: Period, words: Words) -> go.Figure | None:
    """Draw the rates of the months of the board; None where nothing was expected."""
    months = months_shown(watched, period)
    table = supervision.rates(watched, months) if months else None
    if table is None or table.empty:
        return None
    running = [str(month) for month in months if is_running(watched, month)]
    return reporting_rate.over_time(table, [str(month) for month in months], words, running=running)


def is_running(watched: Watched, month: Period) -> bool:
    """Tell whether a month is not over, or its reports are not due yet."""
    today = date.fromisoformat(watched.today)
    return last_day(month) > today or watched.due[month] >= watched.today


def measure(key: str, watched: Watched, words: Words) -> str:
    """Name the unit of measure, the day up to which reports are counted, and the kinds chosen."""
    day = date.fromisoformat(watched.today)
    spelled = {"year": day.year, "month": day.month, "day": day.day}
    said = words.t(f"figure.{key}_measure")
    shown = [words.t("figure.received_by", **spelled)]
    shown += [words.t(f"figure.only_{kind.name.lower()}") for kind in watched.kinds]
    for one in shown:
        said = words.t("chart.shown_after", measure=said, shown=one)
    return said


def rule(board: Board, period: Period, words: Words) -> str:
    """Print by which day reports are due, what is late and what is the same as last month."""
    rules = board.plan.rulebook.at(period)
    return words.t("reporting_rule.printed", due_day=rules.due_day)


def _exhibit(key: str, draw: _Draw) -> WatchedExhibit:
    return WatchedExhibit(
        key,
        draw,
        measure=lambda watched, _, words: measure(key, watched, words),
        rule=rule,
    )


EXHIBITS = (_exhibit("reporting_board", board), _exhibit("reporting_rate", rate))
