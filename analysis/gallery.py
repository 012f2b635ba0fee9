"""Every chart by its name: which tables it takes from the board, and what its caption must say."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts import investment, load, progress, reporting
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Assignments, ItemKind, Reports
from domain.periods import Period

FOLLOWED = 5
KINDS = {"tasks": ItemKind.TASK, "projects": ItemKind.PROJECT}


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A chart of the product; its sentences are ``figure.<key>`` and ``figure.<key>_measure``.

    ``draw`` returns None when there is nothing to show yet. ``of_period`` is False for a chart of
    the plan itself; ``judged`` charts print the rule of the lights.
    """

    key: str
    draw: Callable[[Board, Period, Words], go.Figure | None]
    of_period: bool = True
    judged: bool = False


def completion(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw 投资完成率 of the chains once a year plan is reported."""
    table = board.completion(period)
    return None if table.empty else progress.completion(table, words)


def gaps(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw the items furthest behind once something is reported in the period."""
    table = board.standing(period)
    current = table[table[Counted.IS_CURRENT].astype(bool)]
    return None if current.empty else progress.gaps(current, words)


def owed(board: Board, period: Period, words: Words) -> go.Figure:
    """Draw received and missing reports per unit."""
    return reporting.owed(board.reporting(period), words)


def investment_by_chain(
    board: Board, period: Period, words: Words, *, with_inferred: bool = True
) -> go.Figure:
    """Draw total investment per chain."""
    return investment.by_chain(board.investment(period, with_inferred=with_inferred), words)


def completed(
    board: Board, period: Period, words: Words, *, with_inferred: bool = True
) -> go.Figure | None:
    """Draw what is done inside the total once something is reported."""
    table = board.investment(period, with_inferred=with_inferred)
    if not table[Reports.DONE_TOTAL_YUAN].notna().any():
        return None
    return investment.completed_against_total(table, words)


def task_load(board: Board, _: Period, words: Words) -> go.Figure:
    """Draw tasks per responsible unit."""
    return load.by_unit(board.load, words)


def matrix(board: Board, _: Period, words: Words) -> go.Figure:
    """Draw the unit × section matrix."""
    units = board.load[Assignments.RESPONSIBLE_UNIT].tolist()
    return load.by_unit_and_section(board.load_by_section, units, board.sections, words)


def trend(
    board: Board, period: Period, words: Words, *, subjects: str, chosen: list[str] | None = None
) -> go.Figure | None:
    """Draw progress lines of the chosen subjects, the slowest few until somebody chooses."""
    table = followable(board, period, subjects)
    if table.empty:
        return None
    names = chosen or slowest(table, period)
    periods = [str(one) for one in board.periods if one <= period]
    return progress.over_time(table[table[Counted.SUBJECT].isin(names)], periods, words)


def heatmap(board: Board, period: Period, words: Words, *, subjects: str) -> go.Figure | None:
    """Draw item × period for tasks or projects."""
    if not board.periods:
        return None
    periods = [str(one) for one in board.periods if one <= period]
    return progress.heatmap(board.history(KINDS[subjects]), periods, words)


def followable(board: Board, period: Period, subjects: str) -> pd.DataFrame:
    """Return the series of a kind of subject up to ``period``. One row per subject and period."""
    table = board.series[subjects]
    return table[table[Reports.PERIOD] <= str(period)]


def slowest(table: pd.DataFrame, period: Period) -> list[str]:
    """Return the few subjects with the lowest percent in ``period``, lowest first."""
    latest = table[table[Reports.PERIOD] == str(period)].sort_values(Counted.PERCENT_DONE)
    names = latest[Counted.SUBJECT].tolist() or table[Counted.SUBJECT].unique().tolist()
    return names[:FOLLOWED]


def _trend(subjects: str) -> Exhibit:
    def draw(board: Board, period: Period, words: Words) -> go.Figure | None:
        return trend(board, period, words, subjects=subjects)

    return Exhibit(f"trend_{subjects}", draw)


def _heatmap(subjects: str) -> Exhibit:
    def draw(board: Board, period: Period, words: Words) -> go.Figure | None:
        return heatmap(board, period, words, subjects=subjects)

    return Exhibit(f"heatmap_{subjects}", draw, judged=True)


EXHIBITS = {
    exhibit.key: exhibit
    for exhibit in (
        Exhibit("completion", completion, judged=True),
        Exhibit("gaps", gaps, judged=True),
        Exhibit("owed", owed),
        Exhibit("investment", investment_by_chain, of_period=False),
        Exhibit("completed", completed),
        Exhibit("load", task_load, of_period=False),
        Exhibit("matrix", matrix, of_period=False),
        *map(_trend, ("tasks", "projects", "units", "chains")),
        *map(_heatmap, KINDS),
    )
}
