"""Who works with whom: tasks that two responsible units carry together."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import given_back, lazy
from analysis.metrics.columns import Counted
from domain.columns import Assignments, Tasks

_TASK, _UNIT = Assignments.TASK_ID.value, Assignments.RESPONSIBLE_UNIT.value


def pairs(assignments: IntoFrameT) -> IntoFrameT:
    """Count shared tasks. One row per ordered pair of units that share a task.

    A unit with itself shares every task it carries, so that a pair can be held against both loads.
    """
    carried = lazy(assignments).select(_TASK, _UNIT).unique()
    beside = carried.select(_TASK, nw.col(_UNIT).alias(Counted.OTHER_UNIT.value))
    table = (
        carried.join(beside, on=_TASK, how="inner")
        .group_by(_UNIT, Counted.OTHER_UNIT)
        .agg(nw.len().alias(Counted.SHARED.value))
        .with_columns(nw.col(Counted.SHARED).cast(nw.Int64))
        .sort(_UNIT, Counted.OTHER_UNIT)
    )
    return given_back(table, assignments)


def tasks_of_both(
    assignments: IntoFrameT, tasks: IntoFrameT, *, unit: str, other: str
) -> IntoFrameT:
    """Return the tasks behind a cell. One row per task that both units carry, by number.

    The capacity is that of ``unit``.
    """
    carried = lazy(assignments)
    of_unit = carried.filter(nw.col(_UNIT) == unit).select(_TASK, Assignments.CAPACITY.value)
    of_other = carried.filter(nw.col(_UNIT) == other).select(_TASK).unique()
    both = of_unit.join(of_other, on=_TASK, how="inner").select(
        nw.col(_TASK).alias(Tasks.ID.value), Assignments.CAPACITY.value
    )
    columns = (Tasks.ID, Tasks.NAME, Tasks.SECTION, Assignments.CAPACITY, Tasks.RESPONSIBLE_UNITS)
    table = lazy(tasks).join(both, on=Tasks.ID.value, how="inner").sort(Tasks.ID)
    return given_back(table.select(*columns, Tasks.DUE), tasks)
