"""Exhibits of two dates side by side; until somebody chooses, the last two reported months."""

from datetime import date
from functools import partial

import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts import changes, transitions
from analysis.charts import comparison as charts
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.exhibits.exhibit import Exhibit
from analysis.memo import recently
from analysis.metrics.between import Step
from analysis.metrics.columns import Counted
from analysis.views import comparison
from analysis.views.comparison import Measure, Moment
from domain.periods import Period


@recently
def waterfall(before: Moment, after: Moment, words: Words, *, measure: Measure) -> go.Figure | None:
    """Draw the way from the older sum to the newer one; nothing where neither knows an amount."""
    table = comparison.changes(before, after, measure)
    known = [moment.amounts(measure)[comparison.AMOUNT].notna().any() for moment in (before, after)]
    if not any(known):
        return None
    no_change = words.t("chart.no_change" if before.day is None else "chart.no_change_days")
    year = after.period.year if before.period.year == after.period.year else None
    named = ends(before, after, words)
    return charts.waterfall(table, named, words, no_change=no_change, year=year)


@recently
def measure(before: Moment, after: Moment, words: Words, *, measure: Measure) -> str:
    """Name the unit of measure, what lies between the two dates, and what the bars cannot say."""
    rows = rows_of(comparison.changes(before, after, measure))
    one, other = ends(before, after, words)
    between = words.t("changes.between", before=one, after=other)
    return words.noted(
        words.t(f"figure.changed_{measure}_measure"), between, *changes.notes(rows, words)
    )


@recently
def lights(before: Moment, after: Moment, words: Words) -> go.Figure | None:
    """Draw how many items went from which light to which."""
    table = comparison.transitions(before, after)
    return None if table.empty else transitions.lights(table, ends(before, after, words), words)


def ends(before: Moment, after: Moment, words: Words) -> tuple[str, str]:
    """Name the two dates: the days chosen, or the months, with versions where they differ."""
    if before.day is not None and after.day is not None:
        return _day(before, before.day, words), _day(after, after.day, words)
    versions = before.board.version != after.board.version
    key = "chart.moment_version" if versions else "chart.moment"
    one, other = (
        words.t(
            key,
            year=moment.period.year,
            month=moment.period.month,
            version=moment.board.version,
        )
        for moment in (before, after)
    )
    return one, other


def _day(moment: Moment, day: date, words: Words) -> str:
    return words.t(
        "chart.moment_day",
        year=day.year,
        month=day.month,
        day=day.day,
        version=moment.board.version,
        until=moment.period.month,
    )


def month_before(board: Board, period: Period) -> Period | None:
    """Return the last reported month before ``period``."""
    return next((one for one in reversed(board.periods) if one < period), None)


def _by_amount(measure: Measure, board: Board, period: Period, words: Words) -> go.Figure | None:
    earlier = month_before(board, period)
    if earlier is None:
        return None
    return waterfall(Moment(board, earlier), Moment(board, period), words, measure=measure)


def _measured(of: Measure, board: Board, period: Period, words: Words) -> str:
    earlier = month_before(board, period)
    if earlier is None:
        return words.t(f"figure.changed_{of}_measure")
    return measure(Moment(board, earlier), Moment(board, period), words, measure=of)


def _by_light(board: Board, period: Period, words: Words) -> go.Figure | None:
    earlier = month_before(board, period)
    return None if earlier is None else lights(Moment(board, earlier), Moment(board, period), words)


def _same_totals(board: Board, period: Period, words: Words) -> str:
    """Say that the total is the same: two months of one version rest on one table of projects."""
    earlier = month_before(board, period)
    if earlier is None:
        return ""
    moved = comparison.changes(Moment(board, earlier), Moment(board, period), Measure.TOTAL)
    same = (moved[Counted.STEP] == Step.SAME).all()
    return words.t("figure.same_totals") if same else ""


EXHIBITS = (
    Exhibit(
        "changed_done",
        partial(_by_amount, Measure.DONE),
        measure=partial(_measured, Measure.DONE),
    ),
    Exhibit(
        "changed_total",
        partial(_by_amount, Measure.TOTAL),
        measure=partial(_measured, Measure.TOTAL),
        idle=_same_totals,
    ),
    Exhibit("changed_lights", _by_light, judged=True),
)
