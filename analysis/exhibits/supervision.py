"""Exhibits of supervision: the reporting board, reports in time by month, warnings by rule."""

import plotly.graph_objects as go

from analysis.charts import reporting_board
from analysis.charts.words import Words
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.periods import Period, between

MONTHS_SHOWN = 12
KEY = "reporting_board"


def months_shown(watched: Watched, period: Period) -> tuple[Period, ...]:
    """Return the months of the board, oldest first: none before reports are expected."""
    every = between(period.earlier(MONTHS_SHOWN - 1), period)
    return tuple(month for month in every if month >= watched.expected_from)


def board(watched: Watched, period: Period, words: Words) -> go.Figure | None:
    """Draw unit × month; None before the first month that expects a report."""
    months = months_shown(watched, period)
    if not months:
        return None
    table = supervision.board_of_units(watched, months)
    return reporting_board.board(table, [str(month) for month in months], words)
