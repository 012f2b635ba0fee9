"""Plan and delivery of a year, month by month: the two lines of the S-curve."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, given_back, lazy, summed
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Reports

_PLAN, _DONE = Reports.YEAR_PLAN_YUAN.value, Reports.DONE_YTD_YUAN.value
_ONE = "_one"


def by_month(by_item: IntoFrameT, months: IntoFrameT, period: str) -> IntoFrameT:
    """Add up plan and delivery of a year. One row per month of ``months``, a year's twelve.

    The plan of a month is 序时进度 × the year plans, each as last stated up to ``period``; where no
    project states one there is no row. What is done this year is the sum over the projects that
    reported it in that very month, never carried over nor estimated: ``reported_projects`` says
    how many of the ``projects_with_year_plan`` they are, and
    ``planned_yuan_of_reported_projects`` what the plan asks of these alone. Months after
    ``period`` have the plan only.
    """
    reports = lazy(by_item).filter(
        nw.col(Reports.KIND) == ItemKind.PROJECT,
        nw.col(Reports.PERIOD) >= f"{period[:4]}-01",
        nw.col(Reports.PERIOD) <= period,
    )
    plans = _last_plans(reports)
    done = (
        reports.filter(~nw.col(_DONE).is_null())
        .select(Reports.ITEM_ID.value, Reports.PERIOD.value, _DONE)
        .join(plans, on=Reports.ITEM_ID.value, how="inner")
        .group_by(Reports.PERIOD)
        .agg(
            nw.col(_DONE).sum(),
            nw.col(_PLAN).sum().alias(Counted.PLANNED_REPORTED_YUAN.value),
            nw.len().alias(Counted.REPORTED_PROJECTS.value),
        )
        .with_columns(*summed(_DONE, Counted.PLANNED_REPORTED_YUAN))
    )
    whole = plans.group_by(_ONE).agg(nw.col(_PLAN).sum(), nw.len().alias(Counted.YEAR_PLANS.value))
    table = (
        lazy(months)
        .with_columns(nw.lit(1).alias(_ONE))
        .join(whole.with_columns(*summed(_PLAN)), on=_ONE, how="inner")
        .join(done, on=Reports.PERIOD.value, how="left")
        .with_columns(
            _by_schedule(_PLAN).alias(Counted.PLANNED_YUAN.value),
            _by_schedule(Counted.PLANNED_REPORTED_YUAN).alias(Counted.PLANNED_REPORTED_YUAN.value),
            nw.col(Counted.REPORTED_PROJECTS).fill_null(0).cast(nw.Int64),
            nw.col(Counted.YEAR_PLANS).cast(nw.Int64),
        )
        .sort(Reports.PERIOD)
        .drop(_ONE)
    )
    return given_back(table, by_item)


def _last_plans(reports: Frame) -> Frame:
    """Return one row per project with the year plan it stated last."""
    stated = reports.filter(~nw.col(_PLAN).is_null()).select(
        Reports.ITEM_ID.value, Reports.PERIOD.value, _PLAN
    )
    newest = stated.group_by(Reports.ITEM_ID).agg(nw.col(Reports.PERIOD).max().alias("_newest"))
    return (
        stated.join(newest, on=Reports.ITEM_ID.value, how="inner")
        .filter(nw.col(Reports.PERIOD) == nw.col("_newest"))
        .select(Reports.ITEM_ID.value, _PLAN, nw.lit(1).alias(_ONE))
    )


def _by_schedule(amount: str) -> nw.Expr:
    """Return 序时进度 × an amount in whole 元, halves upwards."""
    due = nw.col(amount).cast(nw.Float64) * nw.col(Counted.SCHEDULE_PERCENT) / 100
    return (due + 0.5).floor().cast(nw.Int64)
