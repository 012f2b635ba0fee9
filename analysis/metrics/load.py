"""Task load: who carries how many tasks of the plan, and in which section."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import counted, given_back, lazy, summed
from analysis.metrics.columns import Counted
from analysis.plan_tables import POSITION
from domain.columns import Assignments, Capacity, Tasks

_CAPACITIES = {
    Counted.LED: Capacity.LEAD,
    Counted.FIRST_NAMED: Capacity.FIRST_NAMED,
    Counted.JOINT: Capacity.JOINT,
}


def by_unit(assignments: IntoFrameT, units: IntoFrameT) -> IntoFrameT:
    """Count tasks per responsible unit. One row per unit of the plan, heaviest load first.

    Led, first-named and joint tasks are told apart and add up to the load. Units of equal load
    keep the order of plan.toml; a unit without a task keeps its row with zero.
    """
    capacity = nw.col(Assignments.CAPACITY)
    counts = (
        lazy(assignments)
        .with_columns(
            counted(capacity == value).alias(name.value) for name, value in _CAPACITIES.items()
        )
        .group_by(Assignments.RESPONSIBLE_UNIT)
        .agg(
            nw.len().alias(Counted.TASKS.value),
            *(nw.col(name).sum() for name in _CAPACITIES),
        )
    )
    names = [Counted.TASKS.value, *(name.value for name in _CAPACITIES)]
    table = (
        lazy(units)
        .join(counts, on=Assignments.RESPONSIBLE_UNIT.value, how="left")
        .with_columns(nw.col(*names).fill_null(0).cast(nw.Int64))
        .sort(Counted.TASKS, POSITION, descending=[True, False])
        .select(Assignments.RESPONSIBLE_UNIT.value, *names)
    )
    return given_back(table, assignments)


def by_unit_and_section(assignments: IntoFrameT, tasks: IntoFrameT) -> IntoFrameT:
    """Count tasks per responsible unit and section. One row per pair that has a task."""
    not_joint = nw.col(Assignments.CAPACITY) != Capacity.JOINT
    section = lazy(tasks).select(
        nw.col(Tasks.ID).alias(Assignments.TASK_ID.value), Tasks.SECTION.value
    )
    table = (
        lazy(assignments)
        .join(section, on=Assignments.TASK_ID.value, how="inner")
        .with_columns(counted(not_joint).alias(Counted.FIRST_NAMED.value))
        .group_by(Assignments.RESPONSIBLE_UNIT, Tasks.SECTION)
        .agg(nw.len().alias(Counted.TASKS.value), nw.col(Counted.FIRST_NAMED).sum())
        .with_columns(*summed(Counted.FIRST_NAMED))
        .sort(Assignments.RESPONSIBLE_UNIT, Tasks.SECTION)
    )
    return given_back(table, assignments)


def tasks_of(
    assignments: IntoFrameT, tasks: IntoFrameT, *, unit: str, section: str | None = None
) -> IntoFrameT:
    """Return the tasks behind a bar or a cell. One row per task of ``unit``, by number."""
    carried = (
        lazy(assignments)
        .filter(nw.col(Assignments.RESPONSIBLE_UNIT) == unit)
        .select(nw.col(Assignments.TASK_ID).alias(Tasks.ID.value), Assignments.CAPACITY.value)
    )
    table = lazy(tasks).join(carried, on=Tasks.ID.value, how="inner")
    if section is not None:
        table = table.filter(nw.col(Tasks.SECTION) == section)
    columns = (Tasks.ID, Tasks.NAME, Tasks.SECTION, Assignments.CAPACITY, Tasks.RESPONSIBLE_UNITS)
    return given_back(table.sort(Tasks.ID).select(*columns, Tasks.DUE), tasks)
