"""Exhibits of the pace: 投资完成率 against 序时进度, the S-curve, against earlier periods."""

import pandas as pd
import plotly.graph_objects as go

from analysis import over_total, starts
from analysis.behind import ALL, OF_YEAR, OTHERS, Behind, part
from analysis.board import Board
from analysis.charts import bullets, curve
from analysis.charts.extent import Extent
from analysis.charts.money import money_axis
from analysis.charts.words import Words
from analysis.exhibits import undrawn
from analysis.exhibits.exhibit import Exhibit
from analysis.memo import recently
from analysis.metrics.columns import Counted
from analysis.views import schedule
from domain.columns import Reports
from domain.periods import Period
from domain.rules import Light

MOST_PROJECTS = 10  # more bars are not read in one look; the rows below the chart hold all


@recently
def completion(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw 投资完成率 of the chains once a year plan is reported."""
    table = board.completion(period)
    return None if table.empty else bullets.of_chains(table, words)


@recently
def completion_of_projects(
    board: Board, period: Period, words: Words, *, which: Behind = ALL
) -> go.Figure | None:
    """Draw 投资完成率 of the projects furthest behind once a year plan is reported.

    ``which`` may leave only those planned to begin in the course of the year, or all others.
    """
    table = schedule.slowest(board, period, MOST_PROJECTS, which=which)
    if table.empty:
        return None
    begun = starts.begun_in_year(board.starts, period)
    return bullets.of_projects(table, words, begun, over_total.numbers(board, period))


@recently
def compared(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw 投资完成率 of the period and of those it is compared with, once one is known."""
    table = schedule.compared(board, period)
    if not table[Counted.COMPLETION_PERCENT].notna().any():
        return None
    asked = [str(one) for one in (period, *schedule.earlier(period))]
    return bullets.of_periods(table, asked, words)


@recently
def s_curve(board: Board, period: Period, words: Words) -> go.Figure | None:
    """Draw plan and delivery of the period's year once a year plan is reported."""
    table = schedule.by_month(board, period)
    return None if table.empty else curve.of_year(table, words)


def behind(board: Board, period: Period) -> dict[str, int]:
    """Count the projects that are red or yellow: all, without and of those of the year."""
    every = schedule.behind(board, period)
    return {ALL: len(every), **{one: len(part(every, one)) for one in (OTHERS, OF_YEAR)}}


def extent_of(board: Board, period: Period, which: Behind) -> Extent | None:
    """Tell how many projects of a part are behind and listed, None of all."""
    if which == ALL:
        return None
    total = behind(board, period)[which]
    summed = total > MOST_PROJECTS + 1  # as in ``_slowest_extent``
    return Extent(last=MOST_PROJECTS if summed else total, total=total, sums=int(summed))


def _measure(board: Board, period: Period, words: Words) -> str:
    amounts = schedule.by_month(board, period)[Counted.PLANNED_YUAN].dropna().tolist()
    return money_axis(amounts, words).unit_of_measure


def _completion_measure(board: Board, period: Period, words: Words) -> str:
    table = board.completion(period)
    absent = undrawn.chains(board, table, "chart.chains_without_rate", words)
    broken = _broken(table[Counted.COMPLETION_PERCENT], words)
    return words.noted(words.t("figure.completion_measure"), absent, broken)


def _broken(rates: pd.Series, words: Words) -> str:
    """Say that a bar is broken where its rate is far beyond the others."""
    known = rates.dropna().tolist()
    return words.t("chart.bar_broken") if bullets.is_broken(known) else ""


def _compared_measure(board: Board, period: Period, words: Words) -> str:
    """Say beside the unit of measure of how many projects each month is, where they differ."""
    table = schedule.compared(board, period).set_index(Reports.PERIOD)
    known = table[table[Counted.COMPLETION_PERCENT].notna()][Counted.YEAR_PLANS]
    asked = [str(one) for one in (period, *schedule.earlier(period))]
    counts = [str(int(known[one])) for one in asked if one in known.index]
    measure = words.t("figure.compared_measure")
    listed = words.t("compared.joiner").join(counts)
    differ = len(set(counts)) > 1
    own = words.t("compared.each_its_own", counts=listed) if differ else ""
    broken = _broken(table[Counted.COMPLETION_PERCENT], words)
    return words.noted(measure, own, _over_plan(board, period, words), broken)


def _over_plan(board: Board, period: Period, words: Words) -> str:
    """Say how many did more than they planned: their surplus hides in the sum what others lack."""
    figures = board.key_figures(period)
    over, planned = figures[Counted.OVER_PLANS], figures[Counted.YEAR_PLANS]
    return words.t("compared.over_plan", count=over, projects=planned) if over else ""


def _slowest_extent(board: Board, period: Period) -> Extent | None:
    """Tell how many are red in all, where not all are listed."""
    table = schedule.by_project(board, period)
    red = int((table[Counted.LIGHT] == Light.RED).sum())
    summed = len(table) > MOST_PROJECTS + 1  # a single other one is listed itself
    listed = MOST_PROJECTS if summed else len(table)
    if red <= listed:
        return None
    return Extent(last=listed, total=red, light=Light.RED, sums=int(summed))


def _slowest_measure(board: Board, period: Period, words: Words) -> str:
    """Say beside the unit of measure how many begin later, and who else is not in the chart."""
    ahead, table = (
        board.key_figures(period)[Counted.NOT_DUE_PLANS],
        schedule.by_project(board, period),
    )
    planned = _with_year_plan(board, period)
    silent = _noted("chart.silent_year_plan", planned - len(table) - ahead, words)
    planless = _noted("chart.without_year_plan", len(board.projects) - planned, words)
    measure = words.t("figure.completion_projects_measure")
    late = table[Counted.LIGHT].isin([Light.RED.value, Light.YELLOW.value])
    after = words.listed_after(int((late & (table[Counted.BEGINS_IN_YEAR] == 1)).sum()))
    listed = schedule.slowest(board, period, MOST_PROJECTS)
    broken = _broken(listed[Counted.COMPLETION_PERCENT], words)
    return words.noted(measure, words.not_due(ahead), after, silent, planless, broken)


def _noted(key: str, count: int, words: Words) -> str:
    return words.t(key, count=count) if count > 0 else ""


def _with_year_plan(board: Board, period: Period) -> int:
    """Count the projects whose year plan was reported in the year, up to the period."""
    table = schedule.by_month(board, period)
    here = table[table[Reports.PERIOD] == str(period)]
    return 0 if here.empty else int(here[Counted.YEAR_PLANS].iloc[0])


EXHIBITS = (
    Exhibit("completion", completion, judged=True, measure=_completion_measure),
    Exhibit("compared", compared, measure=_compared_measure),
    Exhibit("curve", s_curve, measure=_measure),
    Exhibit(
        "completion_projects",
        completion_of_projects,
        measure=_slowest_measure,
        extent=_slowest_extent,
    ),
)
