"""Reporting discipline: which reports a period expects, which came, who owes the rest."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, given_back, lazy, share
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM
from analysis.plan_tables import POSITION
from domain.columns import JOINED, Assignments, Capacity, ItemKind, Projects, Reports, Tasks

_OWN, _RANK = "_own", "_rank"
_FROM = [*ITEM, Reports.RESPONSIBLE_UNIT.value]


def expected(projects: IntoFrameT, tasks: IntoFrameT, assignments: IntoFrameT) -> IntoFrameT:
    """List the reports a period expects. One row per task and responsible unit, one per project.

    A project is expected from the first responsible unit of its own row, else from the leading
    or first-named unit of the task it comes from.
    """
    names = lazy(tasks).select(
        nw.col(Tasks.ID).alias(Assignments.TASK_ID.value),
        nw.col(Tasks.NAME).alias(Reports.ITEM_NAME.value),
    )
    of_tasks = (
        lazy(assignments)
        .join(names, on=Assignments.TASK_ID.value, how="inner")
        .select(
            nw.lit(ItemKind.TASK.value).alias(Reports.KIND.value),
            nw.col(Assignments.TASK_ID).alias(Reports.ITEM_ID.value),
            Reports.ITEM_NAME.value,
            Reports.RESPONSIBLE_UNIT.value,
            Assignments.POSITION.value,
        )
    )
    of_projects = _project_reporters(lazy(projects), lazy(assignments))
    both = nw.concat([of_projects, of_tasks], how="vertical")
    in_order = both.sort(Reports.KIND, Reports.ITEM_ID, Assignments.POSITION)
    return given_back(in_order.drop(Assignments.POSITION), projects)


def owed(expected: IntoFrameT, reports: IntoFrameT, period: str) -> IntoFrameT:
    """Mark each expected report of ``period`` as received or not. One row per expected report.

    A task's report must come from the very unit; a project's may come from any unit.
    """
    came = lazy(reports).filter(nw.col(Reports.PERIOD) == period)
    by_unit = came.select(*_FROM, nw.lit(1).alias("_by_unit")).unique()
    by_any = came.select(*ITEM, nw.lit(1).alias("_by_any")).unique()
    task = nw.col(Reports.KIND) == ItemKind.TASK
    received = nw.when(task).then(nw.col("_by_unit")).otherwise(nw.col("_by_any")).fill_null(0)
    table = (
        lazy(expected)
        .join(by_unit, on=_FROM, how="left")
        .join(by_any, on=ITEM, how="left")
        .with_columns(received.cast(nw.Int64).alias(Counted.RECEIVED.value))
        .drop("_by_unit", "_by_any")
        .sort(Reports.RESPONSIBLE_UNIT, Reports.KIND, Reports.ITEM_ID)
    )
    return given_back(table, expected)


def by_unit(owed: IntoFrameT, units: IntoFrameT) -> IntoFrameT:
    """Count the reports of a period. One row per responsible unit, most owed first."""
    received = nw.col(Counted.RECEIVED)
    counts = (
        lazy(owed)
        .group_by(Reports.RESPONSIBLE_UNIT)
        .agg(nw.len().alias(Counted.EXPECTED.value), received.sum())
    )
    table = (
        lazy(units)
        .join(counts, on=Reports.RESPONSIBLE_UNIT.value, how="left")
        .with_columns(nw.col(Counted.EXPECTED, Counted.RECEIVED).fill_null(0).cast(nw.Int64))
        .with_columns((nw.col(Counted.EXPECTED) - received).alias(Counted.MISSING.value))
        .with_columns(
            share(received, nw.col(Counted.EXPECTED)).alias(Counted.REPORTING_PERCENT.value)
        )
        .sort(Counted.MISSING, Counted.EXPECTED, POSITION, descending=[True, True, False])
        .drop(POSITION)
    )
    return given_back(table, owed)


def _project_reporters(projects: Frame, assignments: Frame) -> Frame:
    rank = nw.when(nw.col(Assignments.CAPACITY) == Capacity.LEAD).then(nw.lit(0))
    ranked = assignments.with_columns(rank.otherwise(nw.col(Assignments.POSITION)).alias(_RANK))
    best = ranked.group_by(Assignments.TASK_ID).agg(nw.col(_RANK).min().alias("_best"))
    first = (
        ranked.join(best, on=Assignments.TASK_ID.value, how="inner")
        .filter(nw.col(_RANK) == nw.col("_best"))
        .select(
            nw.col(Assignments.TASK_ID).alias(Projects.SOURCE_TASK.value),
            Assignments.RESPONSIBLE_UNIT.value,
        )
    )
    own = nw.col(Projects.RESPONSIBLE_UNITS).str.replace_all(f"{JOINED}.*", "")
    return (
        projects.with_columns(own.alias(_OWN))
        .join(first, on=Projects.SOURCE_TASK.value, how="left")
        .select(
            nw.lit(ItemKind.PROJECT.value).alias(Reports.KIND.value),
            nw.col(Projects.ID).alias(Reports.ITEM_ID.value),
            nw.col(Projects.NAME).alias(Reports.ITEM_NAME.value),
            nw.when(nw.col(_OWN).is_null())
            .then(nw.col(Assignments.RESPONSIBLE_UNIT))
            .otherwise(nw.col(_OWN))
            .alias(Reports.RESPONSIBLE_UNIT.value),
            nw.lit(0, nw.Int64).alias(Assignments.POSITION.value),
        )
    )
