"""Exhibits of who carries what: the task load, how it stands, who works with whom."""

import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts import load, together
from analysis.charts.words import Words
from analysis.exhibits.exhibit import Exhibit
from analysis.memo import recently
from analysis.views import carrying
from domain.columns import Assignments
from domain.periods import Period

MOST_UNITS = 30  # more rows cannot be read in a picture; the rows below the chart hold all


@recently
def task_load(board: Board, _: Period, words: Words) -> go.Figure:
    """Draw tasks per responsible unit."""
    return load.by_unit(board.load.head(MOST_UNITS), words)


@recently
def load_by_state(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw tasks per responsible unit by how they stand, once a task is reported."""
    states = carrying.states(board, period)
    if states.empty or board.reports.empty:
        return None
    return load.by_state(carrying.load_by_state(board, period).head(MOST_UNITS), words)


@recently
def matrix(board: Board, _: Period, words: Words) -> go.Figure:
    """Draw the unit × section matrix."""
    units = board.load[Assignments.RESPONSIBLE_UNIT].tolist()[:MOST_UNITS]
    return load.by_unit_and_section(board.load_by_section, units, board.sections, words)


@recently
def who_with_whom(board: Board, _: Period, words: Words) -> go.Figure | None:
    """Draw the unit × unit matrix of shared tasks, those who share most beside each other."""
    units = carrying.side_by_side(board)
    return together.matrix(carrying.pairs(board), units, words) if units else None


EXHIBITS = (
    Exhibit("load", task_load, of_period=False),
    Exhibit("load_state", load_by_state),
    Exhibit("matrix", matrix, of_period=False),
    Exhibit("together", who_with_whom, of_period=False),
)
