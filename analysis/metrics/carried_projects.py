"""Which responsible unit answers for how many projects, how they stand and in which chain."""

import narwhals as nw
from narwhals.typing import IntoFrameT

from analysis.frames import Frame, counted, given_back, lazy
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM
from analysis.overdue import is_done, is_overdue
from analysis.plan_tables import POSITION, UNASSIGNED
from domain.columns import Assignments, ItemKind, Projects, Reports

_UNIT = Assignments.RESPONSIBLE_UNIT.value
_STATES = (
    Counted.DONE_OF_PROJECTS,
    Counted.OVERDUE_PROJECTS,
    Counted.PROJECTS_UNDER_WAY,
    Counted.PROJECTS_BEFORE_START,
)
_PROJECT = {Reports.ITEM_ID.value: Projects.ID.value}


def state_of_projects(
    expected: IntoFrameT,
    standing: IntoFrameT,
    due: IntoFrameT,
    starts: IntoFrameT,
    period: str,
) -> IntoFrameT:
    """Tell how every project stands at the end of ``period``. One row per project, by number.

    ``expected`` is ``reporting.expected``: a project belongs to the one unit that reports it, empty
    where nobody is named. Done is 100 percent; overdue as ``overdue.is_overdue`` says, by the month
    of ``due``, which a project without a planned finish does not have. What is neither and has
    its planned start (``starts``) after ``period`` is not due to begin, reported or not; all else
    is under way. The columns of the states are 1 or 0, and exactly one of them is 1.
    """
    done, late = is_done(), is_overdue(period)
    ahead = (nw.col(Counted.START_PERIOD) > period).fill_null(value=False)
    table = (
        _of_projects(lazy(expected))
        .join(lazy(standing).select(*ITEM, Counted.PERCENT_DONE.value), on=ITEM, how="left")
        .join(lazy(due), on=ITEM, how="left")
        .join(lazy(starts), on=ITEM, how="left")
        .select(
            nw.col(Reports.ITEM_ID).alias(Projects.ID.value),
            _UNIT,
            Counted.PERCENT_DONE.value,
            Counted.DUE_PERIOD.value,
            counted(done).alias(Counted.DONE_OF_PROJECTS.value),
            counted(late).alias(Counted.OVERDUE_PROJECTS.value),
            counted(~done & ~late & ~ahead).alias(Counted.PROJECTS_UNDER_WAY.value),
            counted(~done & ~late & ahead).alias(Counted.PROJECTS_BEFORE_START.value),
        )
        .sort(Projects.ID)
    )
    return given_back(table, standing)


def by_unit(states: IntoFrameT, units: IntoFrameT) -> IntoFrameT:
    """Count projects by how they stand. One row per unit of the plan, most projects first.

    ``states`` is ``state_of_projects``; every project counts once. Units of equally many keep the
    order of plan.toml.
    """
    names = [Counted.PROJECTS.value, *(state.value for state in _STATES)]
    counts = (
        lazy(states)
        .group_by(_UNIT)
        .agg(
            nw.len().alias(Counted.PROJECTS.value),
            *(nw.col(state).sum() for state in _STATES),
        )
    )
    table = (
        lazy(units)
        .join(counts, on=_UNIT, how="left")
        .with_columns(nw.col(*names).fill_null(0).cast(nw.Int64))
        .sort(Counted.PROJECTS, POSITION, descending=[True, False])
        .select(_UNIT, *names)
    )
    return given_back(table, states)


def by_unit_and_chain(expected: IntoFrameT, projects: IntoFrameT, chains: IntoFrameT) -> IntoFrameT:
    """Count projects per unit and industry chain. One row per pair that has a project.

    Units come by name, chains in the plan's order; the unassigned chain is "".
    """
    chain = nw.col(Projects.CHAIN).fill_null(UNASSIGNED)
    table = (
        _of_projects(lazy(expected))
        .rename(_PROJECT)
        .join(lazy(projects).select(Projects.ID.value, chain), on=Projects.ID.value, how="inner")
        .filter(~nw.col(_UNIT).is_null())
        .group_by(_UNIT, Projects.CHAIN)
        .agg(nw.len().alias(Counted.PROJECTS.value))
        .with_columns(nw.col(Counted.PROJECTS).cast(nw.Int64))
        .join(lazy(chains), on=Projects.CHAIN.value, how="inner")
        .sort(_UNIT, POSITION)
        .select(_UNIT, Projects.CHAIN.value, Counted.PROJECTS.value)
    )
    return given_back(table, projects)


def _of_projects(expected: Frame) -> Frame:
    return expected.filter(nw.col(Reports.KIND) == ItemKind.PROJECT).select(*ITEM, _UNIT)
