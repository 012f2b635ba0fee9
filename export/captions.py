"""What stands around every chart: title, unit of measure, 截至, rule and source."""

from datetime import date

from analysis.board import Board
from analysis.charts import filters
from analysis.charts.words import Words
from analysis.exhibits.exhibit import Exhibit
from analysis.judging import rule
from domain.periods import Period
from domain.plan import Plan
from domain.rules import last_day
from export.caption import Caption
from texts import Texts


def caption(
    exhibit: Exhibit, board: Board, period: Period, t: Texts, *, today: date, illustrative: bool
) -> Caption:
    """Return the caption of a chart as it stands at ``period``, seen on a day."""
    plan = board.plan
    return Caption(
        title=t(f"figure.{exhibit.key}"),
        zone=zone(t, plan),
        as_of=_reach(exhibit, board, period, t, today),
        unit_of_measure=_measure(exhibit, board, period, t),
        extent=exhibit.extent(board, period) if exhibit.extent else None,
        rule=_rule(exhibit, board, period, t),
        source=t("figure.source", document=plan.document, version=board.version),
        filters=filters.said(board.selection, Words(t, plan)),
        illustrative=illustrative,
    )


def _rule(exhibit: Exhibit, board: Board, period: Period, t: Texts) -> str:
    if exhibit.rule is not None:
        return exhibit.rule(board, period, Words(t, board.plan))
    return rule(t, board.plan, period) if exhibit.judged else ""


def _reach(exhibit: Exhibit, board: Board, period: Period, t: Texts, today: date) -> str:
    if exhibit.as_of is not None:
        return exhibit.as_of(board, period, Words(t, board.plan))
    return as_of(t, board, period if exhibit.of_period else None, today=today)


def _measure(exhibit: Exhibit, board: Board, period: Period, t: Texts) -> str:
    if exhibit.measure is None:
        return t(f"figure.{exhibit.key}_measure")
    return exhibit.measure(board, period, Words(t, board.plan))


def as_of(t: Texts, board: Board, period: Period | None, *, today: date) -> str:
    """Say how far the figures reach: the end of a month, or the day of the plan as it stands.

    A month that is not over on the day of the reader reaches to that day.
    """
    if period is not None and last_day(period) > today:
        return t("figure.as_of_day", year=today.year, month=today.month, day=today.day)
    if period is not None:
        return t("figure.as_of", year=period.year, month=period.month)
    day = board.revised_on or board.plan.issued_on
    key = "figure.as_issued" if board.revised_on is None else "figure.as_revised"
    return t(key, year=day.year, month=day.month, day=day.day)


def zone(t: Texts, plan: Plan) -> str:
    """Name the zone in the reader's language."""
    return plan.zone_english if t.language == "en" else plan.zone
