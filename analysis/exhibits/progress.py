"""Exhibits of progress: against 序时进度, over time."""

import pandas as pd
import plotly.graph_objects as go

from analysis import starts
from analysis.board import Board
from analysis.charts import progress
from analysis.charts import trend as lines
from analysis.charts.extent import Extent
from analysis.charts.words import Words
from analysis.exhibits.exhibit import Exhibit
from analysis.memo import recently
from analysis.metrics.columns import Counted
from analysis.views import past
from domain.columns import ItemKind, Reports
from domain.periods import Period
from domain.rules import Light

FOLLOWED = 5
KINDS = {"tasks": ItemKind.TASK, "projects": ItemKind.PROJECT}


@recently
def gaps(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw the items furthest behind once something is reported in the period."""
    table = past.furthest_behind(board, period)
    if table.empty:
        return None
    return progress.gaps(table, words, starts.begun_in_year(board.starts, period))


@recently
def trend(
    board: Board, period: Period, words: Words, *, subjects: str, chosen: list[str] | None = None
) -> go.Figure | None:
    """Draw progress lines of the chosen subjects, the slowest few until somebody chooses."""
    table = followable(board, period, subjects)
    if table.empty:
        return None
    names = chosen or slowest(board, table, period)
    periods = [str(one) for one in board.periods if one <= period]
    return lines.over_time(table[table[Counted.SUBJECT].isin(names)], periods, words)


def _gaps_extent(board: Board, period: Period) -> Extent | None:
    """Tell how many are red in all where not all of those are listed, else how many are behind."""
    table = past.furthest_behind(board, period)
    red = int((table[Counted.LIGHT] == Light.RED).sum())
    listed = min(progress.MOST_ITEMS, len(table))
    if red > listed:
        return Extent(last=listed, total=red, light=Light.RED)
    behind = int(table[Counted.LIGHT].isin([Light.RED, Light.YELLOW]).sum())
    return None if behind <= listed else Extent(last=listed, total=behind)


def _gaps_measure(board: Board, period: Period, words: Words) -> str:
    """Say beside the unit of measure how many are left out because they begin later."""
    ahead = words.not_due(len(past.not_due(board, period)))
    return words.noted(words.t("figure.gaps_measure"), ahead)


def followable(board: Board, period: Period, subjects: str) -> pd.DataFrame:
    """Return the series of a kind of subject up to ``period``. One row per subject and period."""
    table = board.series[subjects]
    return table[table[Reports.PERIOD] <= str(period)]


def slowest(board: Board, table: pd.DataFrame, period: Period) -> list[str]:
    """Return the few subjects with the lowest percent in ``period``, lowest first.

    Of equal percent the first name; what is done, or not due to begin, is not slow.
    """
    stands = board.standing(period)
    apart = stands[stands[Counted.LIGHT].isin([Light.NOT_DUE, Light.DONE])][Reports.ITEM_NAME]
    latest = table[(table[Reports.PERIOD] == str(period)) & ~table[Counted.SUBJECT].isin(apart)]
    latest = latest.sort_values([Counted.PERCENT_DONE.value, Counted.SUBJECT.value])
    names = latest[Counted.SUBJECT].tolist() or table[Counted.SUBJECT].unique().tolist()
    return names[:FOLLOWED]


def _trend(subjects: str) -> Exhibit:
    def draw(board: Board, period: Period, words: Words) -> go.Figure | None:
        return trend(board, period, words, subjects=subjects)

    def measure(board: Board, period: Period, words: Words) -> str:
        followed, said = followable(board, period, subjects), f"figure.trend_{subjects}_measure"
        shown, every = slowest(board, followed, period), followed[Counted.SUBJECT].nunique()
        note = words.t("chart.slowest_followed", count=len(shown)) if len(shown) < every else ""
        return words.noted(words.t(said), note)

    return Exhibit(f"trend_{subjects}", draw, judged=True, measure=measure)


EXHIBITS = (
    Exhibit("gaps", gaps, judged=True, measure=_gaps_measure, extent=_gaps_extent),
    *map(_trend, ("tasks", "projects", "units", "chains")),
)
