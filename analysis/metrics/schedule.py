"""Investment against 序时进度: project by project, and this period against earlier ones."""

from collections.abc import Sequence

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import constant, given_back, lazy, rounded_points, share
from analysis.metrics.columns import Counted
from analysis.ranking import gathered, numbered
from domain.columns import ItemKind, Projects, Reports
from domain.rules import Light

_PLAN, _DONE = Reports.YEAR_PLAN_YUAN.value, Reports.DONE_YTD_YUAN.value
_RATE, _GAP = Counted.COMPLETION_PERCENT.value, Counted.GAP_POINTS.value
_PLAN_DOWNWARDS, _TOTAL_DOWNWARDS = "_plan_downwards", "_total_downwards"
_FINISHED = "_finished"
_NAMES = (Reports.ITEM_ID.value, Reports.ITEM_NAME.value, Projects.CHAIN.value)
_COMPARED = (
    Reports.DONE_TOTAL_YUAN.value,
    Counted.DONE_PROJECTS.value,
    _DONE,
    _PLAN,
    Counted.YEAR_PLANS.value,
    _RATE,
    Counted.SCHEDULE_PERCENT.value,
    _GAP,
    Counted.RECEIVED.value,
    Counted.EXPECTED.value,
    Counted.REPORTING_PERCENT.value,
)


def by_project(projects: IntoFrameT, standing: IntoFrameT) -> IntoFrameT:
    """Hold each project against 序时进度. One row per project, the furthest behind first.

    Those that are done stand after all others: whatever their year plan says, they are not behind.

    Only projects that state in the period itself both a year plan above zero and what is done this
    year, as in the overview, and that are due to begin. The gap is 投资完成率 − 序时进度 in 百分点;
    of equal gaps the one with the larger year plan stands first, then the one with the larger total
    investment, then the first name.
    """
    listed = lazy(projects).select(
        nw.col(Projects.ID).alias(Reports.ITEM_ID.value),
        Projects.CHAIN.value,
        (-nw.col(Projects.TOTAL_YUAN)).alias(_TOTAL_DOWNWARDS),
    )
    stated = lazy(standing).filter(
        nw.col(Reports.KIND) == ItemKind.PROJECT,
        nw.col(Counted.IS_CURRENT),
        ~nw.col(_RATE).is_null(),
        nw.col(Counted.LIGHT) != Light.NOT_DUE,
    )
    gap = rounded_points(nw.col(_RATE) - nw.col(Counted.SCHEDULE_PERCENT))
    judged = stated.join(listed, on=Reports.ITEM_ID.value, how="left").with_columns(
        gap.alias(_GAP),
        nw.when(nw.col(Counted.LIGHT) == Light.DONE).then(1).otherwise(0).alias(_FINISHED),
        (-nw.col(_PLAN)).alias(_PLAN_DOWNWARDS),
        nw.col(_TOTAL_DOWNWARDS).fill_null(1),  # one that is not disclosed stands after all others
    )
    figures = (_DONE, _PLAN, _RATE, Counted.SCHEDULE_PERCENT, _GAP)
    columns = (Counted.RANK, *_NAMES, *figures, Counted.LIGHT)
    ties = (_PLAN_DOWNWARDS, _TOTAL_DOWNWARDS, Reports.ITEM_NAME.value, Reports.ITEM_ID.value)
    table = numbered(judged, _FINISHED, _GAP, *ties).sort(Counted.RANK)
    return given_back(table.select(*map(str, columns)), standing)


def slowest(by_project: IntoFrameT, most: int, *, schedule: float) -> IntoFrameT:
    """Keep the ``most`` projects furthest behind. One row each, and one that sums all others.

    ``projects`` is how many a row stands for; the row of the others names none of them, its rate
    is their sum done ÷ the sum of their year plans. ``schedule`` is 序时进度 in percent.
    """
    kept = gathered(
        lazy(by_project), most, names=(*_NAMES, Counted.LIGHT.value), amounts=(_DONE, _PLAN)
    )
    table = (
        kept.with_columns(
            share(nw.col(_DONE), nw.col(_PLAN)).alias(_RATE),
            constant(schedule).alias(Counted.SCHEDULE_PERCENT.value),
        )
        .with_columns(rounded_points(nw.col(_RATE) - constant(schedule)).alias(_GAP))
        .sort(Counted.RANK)
    )
    return given_back(table, by_project)


def compared(overviews: Sequence[tuple[str, IntoFrameT]]) -> IntoFrameT:
    """Set the key figures of several periods side by side. One row per period, in that order.

    ``overviews`` are periods and their one row of key figures. A period in which nobody reported
    has no row: its figures would be carried over from another month.
    """
    rows = [
        lazy(row)
        .filter(nw.col(Counted.RECEIVED) > 0)
        .select(
            nw.lit(place).cast(nw.Int64).alias(Counted.RANK.value),
            nw.lit(period).alias(Reports.PERIOD.value),
            *_COMPARED,
        )
        for place, (period, row) in enumerate(overviews, 1)
    ]
    table = nw.concat(rows, how="vertical").sort(Counted.RANK)
    return given_back(table, overviews[0][1])
