"""Exhibits of the reports: received and missing, and held against the load."""

import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts import discipline, reporting
from analysis.charts.words import Words
from analysis.exhibits.exhibit import Exhibit
from analysis.exhibits.load import MOST_UNITS
from analysis.exhibits.progress import KINDS
from analysis.memo import recently
from analysis.views import carrying
from domain.periods import Period

DISCIPLINE = {"tasks": "discipline", "projects": "discipline_projects"}  # by what is counted


@recently
def owed(board: Board, period: Period, words: Words) -> go.Figure:
    """Draw received and missing reports per unit."""
    return reporting.owed(board.reporting(period).head(MOST_UNITS), words)


@recently
def load_and_missing(
    board: Board, period: Period, words: Words, *, carried: str
) -> go.Figure | None:
    """Draw the tasks or projects each unit carries beside what is missing about these."""
    if not carrying.looked_back(board, period):
        return None
    table = carrying.reporting_and_load(board, period, KINDS[carried])
    if table.empty:
        return None
    overall = carrying.missing_of_every_unit(board, period, KINDS[carried])
    shown = table.head(MOST_UNITS)
    return discipline.load_and_missing(shown, words, carried=carried, overall=overall)


def _discipline(carried: str) -> Exhibit:
    def draw(board: Board, period: Period, words: Words) -> go.Figure | None:
        return load_and_missing(board, period, words, carried=carried)

    def measure(board: Board, period: Period, words: Words) -> str:
        months = len(carrying.looked_back(board, period))
        return words.t(f"figure.{DISCIPLINE[carried]}_measure", months=months)

    return Exhibit(DISCIPLINE[carried], draw, measure=measure)


EXHIBITS = (Exhibit("owed", owed), *map(_discipline, DISCIPLINE))
