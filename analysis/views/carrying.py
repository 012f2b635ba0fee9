"""Who carries what: how tasks stand per unit, who works with whom, load against reporting."""

import pandas as pd

from analysis import due, plan_tables
from analysis.board import Board
from analysis.clusters import clustered
from analysis.memo import once
from analysis.metrics import carried, carried_projects, discipline, together
from analysis.metrics.columns import Counted
from analysis.narrowing import Narrowed, narrowed
from domain.columns import Assignments, ItemKind, Projects, Reports, Tasks
from domain.periods import Period

MONTHS_LOOKED_BACK = 6
_PLACE = "_place"
MOST_UNITS = 30  # a larger matrix cannot be read


@once
def states(board: Board, period: Period) -> pd.DataFrame:
    """One row per task: done, overdue or under way at the end of ``period``."""
    awaited = due.due_items(board.projects, board.tasks)
    return carried.state_of_tasks(board.standing(period), awaited, str(period))


@once
def load_by_state(board: Board, period: Period) -> pd.DataFrame:
    """One row per responsible unit: its tasks by how they stand."""
    return carried.by_unit(board.assignments, states(board, period), board.units)


@once
def states_of_projects(board: Board, period: Period) -> pd.DataFrame:
    """One row per project with the unit that reports it: how it stands, in one of four ways."""
    awaited = due.due_items(board.projects, board.tasks)
    return carried_projects.state_of_projects(
        board.expected, board.standing(period), awaited, board.starts, str(period)
    )


@once
def projects_by_state(board: Board, period: Period) -> pd.DataFrame:
    """One row per responsible unit: the projects it reports by how they stand."""
    return carried_projects.by_unit(states_of_projects(board, period), board.units)


def without_report(
    board: Board, period: Period, states: pd.DataFrame, kind: ItemKind
) -> pd.DataFrame:
    """Keep of ``states`` the items that no report of ``period`` is about.

    They stand where they stood, whereas the lights of the month call them unreported.
    """
    table = board.standing(period)
    silent = table[(table[Reports.KIND] == kind) & ~table[Counted.IS_CURRENT].astype(bool)]
    name = Tasks.ID if kind is ItemKind.TASK else Projects.ID
    return states[states[name].isin(silent[Reports.ITEM_ID])]


@once
def projects_by_chain(board: Board) -> pd.DataFrame:
    """One row per responsible unit and chain with a project."""
    chains = plan_tables.chains(board.plan)
    return carried_projects.by_unit_and_chain(board.expected, board.projects, chains)


@once
def pairs(board: Board) -> pd.DataFrame:
    """One row per ordered pair of units that share a task."""
    return together.pairs(board.assignments)


def whole(board: Board) -> Board:
    """Return the board with every unit, whatever a reader chose."""
    return board.whole if isinstance(board, Narrowed) else board


def chosen_alone(board: Board) -> str | None:
    """Return the one unit a reader chose; None where they chose several, or none."""
    chosen = board.selection.unit
    return chosen[0] if len(chosen) == 1 else None


@once
def partners(board: Board, unit: str) -> pd.DataFrame:
    """One row per other unit that carries a chosen task of ``unit``, most in common first.

    The columns are those of ``together.pairs``. Units of as many stand in the order of the plan.
    """
    every = whole(board)
    listed = every.assignments
    of_tasks = listed[listed[Assignments.TASK_ID].isin(board.tasks[Tasks.ID])]
    table = together.pairs(of_tasks)
    own, other = table[Assignments.RESPONSIBLE_UNIT] == unit, table[Counted.OTHER_UNIT] != unit
    places = {name: place for place, name in enumerate(every.units[Assignments.RESPONSIBLE_UNIT])}
    found = table[own & other]
    placed = found.assign(**{_PLACE: found[Counted.OTHER_UNIT].map(places)})
    in_order = placed.sort_values([Counted.SHARED.value, _PLACE], ascending=[False, True])
    return in_order.drop(columns=[_PLACE]).reset_index(drop=True)


@once
def side_by_side(board: Board) -> list[str]:
    """List the units that carry most, those who share most beside each other."""
    table = pairs(board)
    shared = {
        (unit, other): int(number)
        for unit, other, number in zip(
            table[Assignments.RESPONSIBLE_UNIT],
            table[Counted.OTHER_UNIT],
            table[Counted.SHARED],
            strict=True,
        )
    }
    carrying = board.load[board.load[Counted.TASKS] > 0]
    return clustered(carrying[Assignments.RESPONSIBLE_UNIT].tolist()[:MOST_UNITS], shared)


def looked_back(board: Board, period: Period) -> tuple[Period, ...]:
    """Return the last months up to ``period`` by which reporting discipline is told."""
    return tuple(one for one in board.periods if one <= period)[-MONTHS_LOOKED_BACK:]


@once
def reporting_and_load(board: Board, period: Period, kind: ItemKind) -> pd.DataFrame:
    """One row per responsible unit with items of ``kind``: those of the last months."""
    return _reported(board, looked_back(board, period), kind)


@once
def missing_of_every_unit(board: Board, period: Period, kind: ItemKind) -> tuple[int, int]:
    """Count missing and expected reports of ``reporting_and_load``, whichever units are chosen.

    What a reader chose otherwise, such as chains, holds: the units are compared over like items.
    """
    every = board
    if isinstance(board, Narrowed) and board.selection.unit:
        every = narrowed(board.whole, board.selection.choosing("unit", ()))
    table = reporting_and_load(every, period, kind)
    return int(table[Counted.MISSING].sum()), int(table[Counted.EXPECTED].sum())


@once
def reported_in(board: Board, month: Period, kind: ItemKind) -> pd.DataFrame:
    """One row per responsible unit with items of ``kind``: the reports about them in a month."""
    return _reported(board, (month,), kind)


def _reported(board: Board, months: tuple[Period, ...], kind: ItemKind) -> pd.DataFrame:
    first, last = (str(months[end]) if months else "" for end in (0, -1))
    return discipline.by_unit(
        board.units,
        board.expected,
        board.reports,
        kind,
        first=first,
        last=last,
        months=len(months),
    )
