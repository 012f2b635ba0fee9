"""Investment against 序时进度: project by project, and this period against earlier ones."""

from collections.abc import Sequence

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, constant, given_back, lazy, rounded_points, share
from analysis.metrics.columns import Counted
from analysis.ranking import gathered, numbered
from domain.columns import ItemKind, Projects, Reports
from domain.rules import Light

_PLAN, _DONE = Reports.YEAR_PLAN_YUAN.value, Reports.DONE_YTD_YUAN.value
_RATE, _GAP = Counted.COMPLETION_PERCENT.value, Counted.GAP_POINTS.value
_PLAN_DOWNWARDS, _TOTAL_DOWNWARDS = "_plan_downwards", "_total_downwards"
_GRAVITY = "_gravity"
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

    Red ones come first, then yellow ones, then the others; those that are done stand after all of
    them: whatever their year plan says, they are not behind. Within a light those planned to begin
    in the course of the year follow the others, since their schedule counts from January:
    ``standing`` is ``starting.in_year``.

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
        _gravest_first().alias(_GRAVITY),
        (-nw.col(_PLAN)).alias(_PLAN_DOWNWARDS),
        nw.col(_TOTAL_DOWNWARDS).fill_null(1),  # one that is not disclosed stands after all others
    )
    figures = (_DONE, _PLAN, _RATE, Counted.SCHEDULE_PERCENT, _GAP)
    columns = (Counted.RANK, *_NAMES, *figures, Counted.LIGHT, Counted.BEGINS_IN_YEAR)
    ties = (_PLAN_DOWNWARDS, _TOTAL_DOWNWARDS, Reports.ITEM_NAME.value, Reports.ITEM_ID.value)
    keys = (_GRAVITY, Counted.BEGINS_IN_YEAR.value, _GAP, *ties)
    table = numbered(judged, *keys).sort(Counted.RANK)
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


def same_projects(now: IntoFrameT, then: IntoFrameT) -> IntoFrameT:
    """Sum what the projects known in two periods did between them. Exactly one row.

    ``now`` and ``then`` are ``progress.standing``. The cumulative amount is compared for the
    projects that have one in both (``projects_with_done_total``), the amount since January for
    those that state in both periods themselves what the overview counts: a year plan and what is
    done of it (``projects_with_year_plan``). Whole 元, empty where no project is known in both.
    """
    both = _known_amounts(lazy(now), "_now").join(
        _known_amounts(lazy(then), "_then"), on=Reports.ITEM_ID.value, how="left"
    )
    moved = both.select(
        *[
            (nw.col(f"{name}_now") - nw.col(f"{name}_then")).alias(name)
            for name in (Reports.DONE_TOTAL_YUAN.value, _DONE)
        ]
    )
    total, ytd = nw.col(Reports.DONE_TOTAL_YUAN), nw.col(_DONE)
    counts = ((total, Counted.DONE_PROJECTS), (ytd, Counted.YEAR_PLANS))
    summed = moved.select(
        *(column.count().cast(nw.Int64).alias(name.value) for column, name in counts),
        *(column.sum().cast(nw.Int64) for column in (total, ytd)),
    )
    known = {Reports.DONE_TOTAL_YUAN.value: Counted.DONE_PROJECTS, _DONE: Counted.YEAR_PLANS}
    row = summed.with_columns(
        nw.when(nw.col(count) > 0).then(nw.col(name)).alias(name) for name, count in known.items()
    )
    return given_back(row, now)


def _gravest_first() -> nw.Expr:
    """Number the lights of what is judged: red 0, yellow 1, done 3, all else 2."""
    light = nw.col(Counted.LIGHT)
    number = nw.when(light == Light.DONE).then(3).otherwise(2)
    for place, grave in ((1, Light.YELLOW), (0, Light.RED)):
        number = nw.when(light == grave).then(place).otherwise(number)
    return number


def _known_amounts(standing: Frame, suffix: str) -> Frame:
    """Keep per project what the key figures count of it."""
    stated = ~nw.col(_DONE).is_null() & ~nw.col(_PLAN).is_null() & nw.col(Counted.IS_CURRENT)
    return standing.filter(nw.col(Reports.KIND) == ItemKind.PROJECT).select(
        Reports.ITEM_ID.value,
        nw.col(Reports.DONE_TOTAL_YUAN).alias(f"{Reports.DONE_TOTAL_YUAN.value}{suffix}"),
        nw.when(stated).then(nw.col(_DONE)).alias(f"{_DONE}{suffix}"),
    )
