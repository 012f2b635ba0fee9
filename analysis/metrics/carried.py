"""How the tasks of each responsible unit stand: done, overdue, or neither."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, counted, given_back, lazy
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM
from analysis.overdue import is_done, is_overdue
from analysis.plan_tables import POSITION
from domain.columns import Assignments, ItemKind, Reports, Tasks

_STATES = (Counted.DONE_TASKS, Counted.OVERDUE, Counted.UNDER_WAY)


def state_of_tasks(standing: IntoFrameT, due: IntoFrameT, period: str) -> IntoFrameT:
    """Tell how every task stands at the end of ``period``. One row per task, by number.

    Done is 100 percent, whenever it was reported; overdue as ``overdue.is_overdue`` says. ``due``
    has kind, number and month of the items that name one, a task without one is never overdue. The
    columns are 1 or 0, and exactly one of them is 1.
    """
    done, late = is_done(), is_overdue(period)
    table = (
        lazy(standing)
        .filter(nw.col(Reports.KIND) == ItemKind.TASK)
        .join(lazy(due), on=ITEM, how="left")
        .select(
            nw.col(Reports.ITEM_ID).alias(Tasks.ID.value),
            Counted.PERCENT_DONE.value,
            Counted.DUE_PERIOD.value,
            counted(done).alias(Counted.DONE_TASKS.value),
            counted(late).alias(Counted.OVERDUE.value),
            counted(~done & ~late).alias(Counted.UNDER_WAY.value),
        )
        .sort(Tasks.ID)
    )
    return given_back(table, standing)


def by_unit(assignments: IntoFrameT, states: IntoFrameT, units: IntoFrameT) -> IntoFrameT:
    """Count tasks by how they stand. One row per unit of the plan, heaviest load first.

    ``states`` is ``state_of_tasks``. Done, overdue and under way add up to the load; a task counts
    for each of its units. Units of equal load keep the order of plan.toml.
    """
    names = [Counted.TASKS.value, *(state.value for state in _STATES)]
    table = (
        lazy(units)
        .join(_counts(lazy(assignments), lazy(states)), on=_UNIT, how="left")
        .with_columns(nw.col(*names).fill_null(0).cast(nw.Int64))
        .sort(Counted.TASKS, POSITION, descending=[True, False])
        .select(_UNIT, *names)
    )
    return given_back(table, assignments)


_UNIT = Assignments.RESPONSIBLE_UNIT.value


def _counts(assignments: Frame, states: Frame) -> Frame:
    return (
        assignments.join(states, on=Tasks.ID.value, how="inner")
        .group_by(_UNIT)
        .agg(nw.len().alias(Counted.TASKS.value), *(nw.col(state).sum() for state in _STATES))
    )
