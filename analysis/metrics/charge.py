"""What each person has in charge: their projects, what is behind, missing, in the way and due."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, counted, given_back, lazy, share
from analysis.metrics.columns import Counted, Troubled
from analysis.people import NODE, PERSON, Node
from domain.columns import ItemKind, Reports
from domain.rules import Light

_ITEM_ID, _FULL = Reports.ITEM_ID.value, 100
_PLAN, _DONE = Reports.YEAR_PLAN_YUAN.value, Reports.DONE_YTD_YUAN.value
_MISSING, _OUTSTANDING = Counted.MISSING.value, Counted.OUTSTANDING.value
_OPEN, _OVERDUE = Troubled.OPEN.value, Troubled.OVERDUE.value
_NODES, _PAST = Counted.NODES.value, Counted.NODES_PAST.value
_COUNTS = (_MISSING, _OUTSTANDING, _OPEN, _OVERDUE, _NODES, _PAST)
_JUDGED = (
    Counted.LIGHT.value,
    Counted.PERCENT_DONE.value,
    Counted.JUDGED_PERCENT.value,
    Counted.COMPLETION_PERCENT.value,
    Counted.GAP_POINTS.value,
    Counted.REPORTED_PERIOD.value,
)


def due_nodes(nodes: IntoFrameT, standing: IntoFrameT, *, first: str, last: str) -> IntoFrameT:
    """List what is to begin or to end up to the month ``last``. One row per node, earliest first.

    A finish counts until the project is done, however long ago it was due (``nodes_past`` 1 before
    the month ``first``); a start only from ``first`` on, and while nothing is done.
    """
    month, done = nw.col(Counted.DUE_PERIOD), nw.col(Counted.PERCENT_DONE).fill_null(0)
    finish = (nw.col(NODE) == Node.FINISH) & (done < _FULL)
    start = (nw.col(NODE) == Node.START) & (done <= 0) & (month >= first)
    names = [_ITEM_ID, Reports.ITEM_NAME.value, Counted.PERCENT_DONE.value]
    table = (
        lazy(nodes)
        .join(_of_projects(lazy(standing)).select(*names), on=_ITEM_ID, how="inner")
        .filter((month <= last) & (finish | start))
        .with_columns(counted(month < first).cast(nw.Int64).alias(_PAST))
        .sort(Counted.DUE_PERIOD, _ITEM_ID, NODE)
    )
    return given_back(table, nodes)


def by_project(
    charges: IntoFrameT,
    standing: IntoFrameT,
    reports: IntoFrameT,
    problems: IntoFrameT,
    nodes: IntoFrameT,
) -> IntoFrameT:
    """Say how each project stands. One row per person and project, by person and number.

    ``reports`` is ``reporting_board.by_report`` of one month, ``problems`` is
    ``problems.by_item``, ``nodes`` is ``due_nodes``. Year plan and done this year, in whole 元, are
    those of a project that states both in the month itself, as in the overview; else empty.
    """
    both = nw.col(Counted.IS_CURRENT) & ~nw.col(_PLAN).is_null() & ~nw.col(_DONE).is_null()
    stand = (
        _of_projects(lazy(standing))
        .with_columns(nw.when(both).then(nw.col(one)).alias(one) for one in (_PLAN, _DONE))
        .select(_ITEM_ID, Reports.ITEM_NAME.value, _PLAN, _DONE, *_JUDGED)
    )
    table = (
        lazy(charges)
        .join(stand, on=_ITEM_ID, how="inner")
        .join(_of_item(lazy(reports), _MISSING, _OUTSTANDING), on=_ITEM_ID, how="left")
        .join(_of_item(lazy(problems), _OPEN, _OVERDUE), on=_ITEM_ID, how="left")
        .join(_of_nodes(lazy(nodes)), on=_ITEM_ID, how="left")
        .with_columns(nw.col(*_COUNTS).fill_null(0).cast(nw.Int64))
        .sort(PERSON, _ITEM_ID)
    )
    return given_back(table, charges)


def by_person(by_project: IntoFrameT) -> IntoFrameT:
    """Sum what each person has in charge. One row per person, by name.

    投资完成率 = done this year ÷ year plan in percent over the projects that state both
    (``projects_with_year_plan``); behind are those with a red or a yellow light.
    """
    light, plan = nw.col(Counted.LIGHT), nw.col(_PLAN)
    behind = (light == Light.RED) | (light == Light.YELLOW)
    lights = [f"projects_{one}" for one in Light]
    summed = [*lights, Counted.BEHIND.value, Counted.YEAR_PLANS.value, *_COUNTS]
    table = (
        lazy(by_project)
        .with_columns(
            *(counted(light == one).alias(f"projects_{one}") for one in Light),
            counted(behind).alias(Counted.BEHIND.value),
            counted(~plan.is_null()).alias(Counted.YEAR_PLANS.value),
        )
        .group_by(PERSON)
        .agg(
            nw.len().alias(Counted.PROJECTS.value),
            *(nw.col(one).sum() for one in (*summed, _PLAN, _DONE)),
        )
        .with_columns(nw.col(Counted.PROJECTS.value, *summed).cast(nw.Int64))
        .with_columns(
            nw.when(nw.col(Counted.YEAR_PLANS) > 0).then(nw.col(one).cast(nw.Int64)).alias(one)
            for one in (_PLAN, _DONE)
        )
        .with_columns(share(nw.col(_DONE), plan).alias(Counted.COMPLETION_PERCENT.value))
        .sort(PERSON)
    )
    return given_back(table, by_project)


def _of_projects(table: Frame) -> Frame:
    return table.filter(nw.col(Reports.KIND) == ItemKind.PROJECT)


def _of_item(table: Frame, *counts: str) -> Frame:
    return _of_projects(table).group_by(_ITEM_ID).agg(*(nw.col(one).sum() for one in counts))


def _of_nodes(nodes: Frame) -> Frame:
    return nodes.group_by(_ITEM_ID).agg(nw.len().alias(_NODES), nw.col(_PAST).sum())
