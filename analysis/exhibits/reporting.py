"""Exhibits of the reports: received and missing, and held against the load."""

import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts import reporting
from analysis.charts.words import Words
from analysis.exhibits.exhibit import Exhibit
from analysis.exhibits.load import MOST_UNITS
from analysis.memo import recently
from analysis.views import carrying
from domain.periods import Period


@recently
def owed(board: Board, period: Period, words: Words) -> go.Figure:
    """Draw received and missing reports per unit."""
    return reporting.owed(board.reporting(period).head(MOST_UNITS), words)


@recently
def load_and_rate(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw what each unit carries beside what it reported in the last months."""
    if not carrying.looked_back(board, period):
        return None
    table = carrying.reporting_and_load(board, period)
    return reporting.load_and_rate(table.head(MOST_UNITS), words)


EXHIBITS = (Exhibit("owed", owed), Exhibit("discipline", load_and_rate))
