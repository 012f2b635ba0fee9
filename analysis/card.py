"""One project or task as its card tells it: its row, its neighbours, its last periods, problems."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import pandas as pd

from analysis.board import Board
from analysis.charts.rows import Row, rows_of
from analysis.metrics.columns import Counted
from analysis.views.late import overdue
from domain.columns import JOINED, Assignments, ItemKind, Projects, Reports, Tasks
from domain.periods import Period

PERIODS_SHOWN = 6
_PROBLEM_PERIODS = 2
Fields: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of one item at the end of ``period``.

    ``row`` has the columns of Projects or Tasks, ``standing`` those of ``Board.standing``, both
    with None for an empty cell. ``units`` are in the order of the plan.
    """

    kind: ItemKind
    item_id: str
    name: str
    row: Fields
    standing: Fields
    units: tuple[str, ...]
    source_task: Fields | None
    projects: tuple[str, ...]  # of a task: the projects that come from it


def card_of(board: Board, item_id: str, period: Period) -> Card | None:
    """Return the card of an item, None when the board has no such number."""
    standing = _row(board.standing(period), Reports.ITEM_ID, item_id)
    if standing is None:
        return None
    every = overdue(board, period)
    late = _row(every[every[Reports.KIND] == str(standing[Reports.KIND])], Reports.ITEM_ID, item_id)
    standing |= {Counted.MONTHS_OVERDUE.value: late[Counted.MONTHS_OVERDUE] if late else 0}
    project = _row(board.projects, Projects.ID, item_id)
    if project is not None:
        task = _row(board.tasks, Tasks.ID, project[Projects.SOURCE_TASK])
        named = project[Projects.RESPONSIBLE_UNITS]
        units = tuple(str(named).split(JOINED)) if named else _units(board, task)
        return Card(
            ItemKind.PROJECT, item_id, project[Projects.NAME], project, standing, units, task, ()
        )
    task = _row(board.tasks, Tasks.ID, item_id) or {}
    listed = board.projects[board.projects[Projects.SOURCE_TASK] == item_id]
    named = tuple(f"{row[Projects.ID]} {row[Projects.NAME]}" for row in rows_of(listed))
    return Card(
        ItemKind.TASK, item_id, task[Tasks.NAME], task, standing, _units(board, task), None, named
    )


def last_periods(board: Board, item_id: str, period: Period) -> pd.DataFrame:
    """Return one row per month of the last six up to ``period``, with a report or without."""
    table = board.by_item[board.by_item[Reports.ITEM_ID] == item_id]
    months = [str(period.earlier(back)) for back in range(PERIODS_SHOWN - 1, -1, -1)]
    frame = pd.DataFrame({Reports.PERIOD.value: months})
    return frame.merge(table, on=Reports.PERIOD.value, how="left")


def problems(board: Board, item_id: str, period: Period) -> list[Row]:
    """Return the problems stated in the reports of this period and the one before, newest first."""
    since = str(period.earlier(_PROBLEM_PERIODS - 1))
    reports = board.reports[board.reports[Reports.ITEM_ID] == item_id]
    months = reports[Reports.PERIOD]
    stated = reports[(months >= since) & (months <= str(period)) & reports[Reports.PROBLEM].notna()]
    return rows_of(stated.sort_values(Reports.PERIOD, ascending=False, kind="stable"))


def neighbours(board: Board, item_id: str) -> tuple[str | None, str | None]:
    """Return the numbers of the items before and after one, projects first, then tasks."""
    numbers = board.items[Reports.ITEM_ID].tolist()
    if item_id not in numbers:
        return None, None
    place = numbers.index(item_id)
    return (
        numbers[place - 1] if place else None,
        numbers[place + 1] if place + 1 < len(numbers) else None,
    )


def is_judged_by_investment(card: Card) -> bool:
    """Tell whether the item is judged by 投资完成率, as one with a year plan is."""
    return card.standing[Counted.COMPLETION_PERCENT] is not None


def _units(board: Board, task: Fields | None) -> tuple[str, ...]:
    if task is None:
        return ()
    of_task = board.assignments[Assignments.TASK_ID] == task[Tasks.ID]
    return tuple(board.assignments.loc[of_task, Assignments.RESPONSIBLE_UNIT].astype(str))


def _row(table: pd.DataFrame, column: str, number: str | None) -> Fields | None:
    found = rows_of(table[table[column] == number].head(1)) if number else []
    return found[0] if found else None
