"""The key figures of a period, each with its denominator."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, constant, counted, given_back, lazy, share
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Projects, Reports
from domain.rules import Light

_ONE = "_one"


def key_figures(
    projects: IntoFrameT, standing: IntoFrameT, owed: IntoFrameT, *, schedule_percent: float
) -> IntoFrameT:
    """Sum the plan and its delivery. Exactly one row.

    投资完成率 = done this year ÷ year plan, over the projects that report both in the period: they
    are ``projects_with_year_plan``, of which ``projects_not_due_to_begin`` need not have begun
    and ``projects_over_year_plan`` have done more than they planned.
    ``carried_over`` counts items whose figure is from an earlier period. Tasks are counted by
    light, reports as received of expected. Amounts are whole 元 and empty where nobody stated one.
    """
    parts = [
        _of_projects(lazy(projects)),
        _of_investment(lazy(standing)),
        _of_tasks(lazy(standing)),
        _of_reports(lazy(owed)),
    ]
    row = parts[0].with_columns(nw.lit(1).alias(_ONE))
    for part in parts[1:]:
        row = row.join(part.with_columns(nw.lit(1).alias(_ONE)), on=_ONE, how="inner")
    completion = share(nw.col(Reports.DONE_YTD_YUAN), nw.col(Reports.YEAR_PLAN_YUAN))
    rate = share(nw.col(Counted.RECEIVED), nw.col(Counted.EXPECTED))
    table = (
        row.drop(_ONE)
        .with_columns(
            completion.alias(Counted.COMPLETION_PERCENT.value),
            constant(schedule_percent).alias(Counted.SCHEDULE_PERCENT.value),
            rate.alias(Counted.REPORTING_PERCENT.value),
        )
        .with_columns(
            (nw.col(Counted.COMPLETION_PERCENT) - schedule_percent).alias(Counted.GAP_POINTS.value)
        )
    )
    return given_back(table, projects)


def _of_projects(projects: Frame) -> Frame:
    total = nw.col(Projects.TOTAL_YUAN)
    return projects.select(
        nw.len().cast(nw.Int64).alias(Counted.PROJECTS.value),
        (nw.len() - total.count()).cast(nw.Int64).alias(Counted.UNDISCLOSED.value),
        _sum_or_empty(Projects.TOTAL_YUAN.value, total.count()),
    )


def _of_investment(standing: Frame) -> Frame:
    done, plan = nw.col(Reports.DONE_YTD_YUAN), nw.col(Reports.YEAR_PLAN_YUAN)
    both = ~done.is_null() & ~plan.is_null() & nw.col(Counted.IS_CURRENT)
    total = nw.col(Reports.DONE_TOTAL_YUAN)
    not_due = nw.col(Counted.LIGHT) == Light.NOT_DUE
    carried = ~total.is_null() & ~nw.col(Counted.IS_CURRENT)
    return (
        standing.filter(nw.col(Reports.KIND) == ItemKind.PROJECT)
        .with_columns(
            nw.when(both).then(done).alias(Reports.DONE_YTD_YUAN.value),
            nw.when(both).then(plan).alias(Reports.YEAR_PLAN_YUAN.value),
            counted(carried).alias("carried_over"),
            counted(both & (done > plan)).alias(Counted.OVER_PLANS.value),
            counted(both & not_due).alias(Counted.NOT_DUE_PLANS.value),
        )
        .select(
            _sum_or_empty(Reports.DONE_TOTAL_YUAN.value, total.count()),
            total.count().cast(nw.Int64).alias(Counted.DONE_PROJECTS.value),
            nw.col("carried_over").sum().cast(nw.Int64),
            _sum_or_empty(Reports.DONE_YTD_YUAN.value, done.count()),
            _sum_or_empty(Reports.YEAR_PLAN_YUAN.value, plan.count()),
            plan.count().cast(nw.Int64).alias("projects_with_year_plan"),
            nw.col(Counted.OVER_PLANS).sum().cast(nw.Int64),
            nw.col(Counted.NOT_DUE_PLANS).sum().cast(nw.Int64),
        )
    )


def _of_tasks(standing: Frame) -> Frame:
    light = nw.col(Counted.LIGHT)
    return (
        standing.filter(nw.col(Reports.KIND) == ItemKind.TASK)
        .with_columns(counted(light == one).alias(f"tasks_{one}") for one in Light)
        .select(
            nw.len().cast(nw.Int64).alias(Counted.TASKS.value),
            *(nw.col(f"tasks_{one}").sum().cast(nw.Int64) for one in Light),
        )
    )


def _of_reports(owed: Frame) -> Frame:
    return owed.select(
        nw.len().cast(nw.Int64).alias(Counted.EXPECTED.value),
        nw.col(Counted.RECEIVED).sum().cast(nw.Int64),
    )


def _sum_or_empty(column: str, known: nw.Expr) -> nw.Expr:
    return nw.when(known > 0).then(nw.col(column).sum().cast(nw.Int64)).alias(column)
