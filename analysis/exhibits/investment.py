"""Exhibits of the money: by chain, by project, by phase, how concentrated, how much is done."""

from collections.abc import Callable, Iterable

import pandas as pd
import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts import investment, phases, portfolio
from analysis.charts.money import money_axis
from analysis.charts.words import Words
from analysis.exhibits import undrawn
from analysis.exhibits.exhibit import Exhibit
from analysis.memo import recently
from analysis.metrics.columns import Counted
from analysis.views import money
from domain.columns import Projects, Reports
from domain.periods import Period

MOST_PROJECTS = 10  # more bars are not read in one look; the rows below the chart hold all


@recently
def investment_by_chain(
    board: Board, period: Period, words: Words, *, with_inferred: bool = True
) -> go.Figure | None:
    """Draw total investment per chain once there is a project."""
    if board.projects.empty:
        return None
    table = board.investment(period, with_inferred=with_inferred)
    return investment.by_chain(_with_projects(board, table), words)


@recently
def completed(
    board: Board, period: Period, words: Words, *, with_inferred: bool = True
) -> go.Figure | None:
    """Draw what is done inside the total once something is reported."""
    table = board.investment(period, with_inferred=with_inferred)
    if not table[Reports.DONE_TOTAL_YUAN].notna().any():
        return None
    return investment.completed_against_total(table, words)


def _with_projects(board: Board, table: pd.DataFrame) -> pd.DataFrame:
    """Leave out the chains that a filter has left without a project."""
    return table[table[Counted.PROJECTS] > 0] if board.selection else table


@recently
def largest_projects(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw the largest projects once one discloses its investment."""
    table = money.largest(board, period, MOST_PROJECTS)
    if table.empty:
        return None
    return portfolio.largest(table, undisclosed(board), words)


@recently
def by_phase(board: Board, _: Period, words: Words) -> go.Figure | None:
    """Draw investment by phase once there is a project."""
    if board.projects.empty:
        return None
    return phases.by_phase(money.by_phase(board), money.by_phase_and_chain(board), words)


@recently
def concentration(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw how much hangs on the largest projects once two disclose their investment."""
    table = money.concentration(board, period)
    return portfolio.concentration(table, words) if len(table) > 1 else None


def undisclosed(board: Board) -> int:
    """Count the projects that disclose no investment."""
    return int(board.projects[Projects.TOTAL_YUAN].isna().sum())


def _measured(
    amounts_of: Callable[[Board, Period], pd.DataFrame], columns: Iterable[str]
) -> Callable[[Board, Period, Words], str]:
    """Return how to name the unit of measure in which the chart of these amounts is drawn."""
    names = list(columns)

    def measure(board: Board, period: Period, words: Words) -> str:
        table = amounts_of(board, period)
        amounts = [amount for name in names for amount in table[name].dropna()]
        return money_axis(amounts, words).unit_of_measure

    return measure


_TOTAL, _INSIDE = Projects.TOTAL_YUAN.value, Counted.DONE_DISCLOSED_YUAN.value
_of_chains = _measured(lambda board, period: board.investment(period), (_TOTAL,))
_in_done = _measured(lambda board, period: board.investment(period), (_TOTAL, _INSIDE))
_of_projects = _measured(money.ranked, (_TOTAL,))
_of_phases = _measured(lambda board, _: money.by_phase(board), (_TOTAL,))


def _of_shares(board: Board, period: Period, words: Words) -> str:
    return words.t("chart.axis_share", measure=_of_projects(board, period, words))


def _of_done(board: Board, period: Period, words: Words) -> str:
    drawn = investment.with_amounts(board.investment(period))
    absent = undrawn.chains(board, drawn, "chart.chains_without_amount", words)
    return words.noted(_in_done(board, period, words), absent)


def _of_largest(board: Board, period: Period, words: Words) -> str:
    table = money.largest(board, period, MOST_PROJECTS)
    broken = words.t("chart.rest_broken") if portfolio.is_broken(table) else ""
    return words.noted(_of_projects(board, period, words), broken)


EXHIBITS = (
    Exhibit("investment", investment_by_chain, of_period=False, measure=_of_chains),
    Exhibit("projects", largest_projects, of_period=False, measure=_of_largest),
    Exhibit("phases", by_phase, of_period=False, measure=_of_phases),
    Exhibit("concentration", concentration, of_period=False, measure=_of_shares),
    Exhibit("completed", completed, measure=_of_done),
)
