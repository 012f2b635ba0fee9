"""A board with only what a reader chose, so that every table and chart of a page follows.

Projects carry chain, phase and leader, tasks carry the section; a unit and a light both have, and
whether it begins in the year. A
choice about projects keeps the tasks they come from, a choice of sections the projects that come
from its tasks. What an item stands at never depends on the choice: it is read from the whole board.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self, TypeAlias

import pandas as pd

from analysis import starts
from analysis.board import Board
from analysis.memo import once, the_last
from analysis.metrics import investment
from analysis.metrics.columns import Counted
from analysis.months import Months
from analysis.selection import NOT_STATED, OTHERWISE, THIS_YEAR, Selection
from domain.columns import JOINED, Assignments, ChainBasis, ItemKind, Projects, Reports, Tasks
from domain.periods import Period
from domain.rulebook import Rulebook

Numbers: TypeAlias = dict[ItemKind, pd.Series]  # of chosen items


@dataclass(frozen=True, eq=False)
class Narrowed(Board):
    """Part of ``whole``: tables by item hold the chosen items, tables by unit the chosen units."""

    whole: Board = field(kw_only=True)

    def judged_by(self, rulebook: Rulebook) -> Self:
        """Return the same choice of items, also where their light led to it, judged anew."""
        other = super().judged_by(rulebook)
        part = replace(other, whole=self.whole.judged_by(rulebook))
        return part.backed_by(months=other.months)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every month of the whole board: a choice takes no month away."""
        return self.whole.periods

    @cached_property
    def units(self) -> pd.DataFrame:
        """One row per chosen unit; where none is chosen, per unit with a chosen task or project."""
        every, name = self.whole.units, Assignments.RESPONSIBLE_UNIT
        if self.selection.unit:
            return _of_units(every, self.selection, name)
        carrying = pd.concat([self.assignments[name], self.expected[Reports.RESPONSIBLE_UNIT]])
        return every[every[name].isin(carrying)]

    @property
    @once
    def by_item(self) -> pd.DataFrame:
        """One row per chosen item and period with a report, as the whole board judges it."""
        return _of_items(self.whole.by_item, self._ids)

    @cached_property
    def expected(self) -> pd.DataFrame:
        """One row per report that each period expects about a chosen item from a chosen unit."""
        about = _of_items(self.whole.expected, self._ids)
        return _of_units(about, self.selection, Reports.RESPONSIBLE_UNIT)

    @once
    def standing(self, period: Period) -> pd.DataFrame:
        """One row per chosen item: where it stands, as the whole board judges it."""
        return _of_items(self.whole.standing(period), self._ids).reset_index(drop=True)

    @once
    def owed(self, period: Period) -> pd.DataFrame:
        """One row per report of ``period`` expected about a chosen item from a chosen unit."""
        about = _of_items(self.whole.owed(period), self._ids)
        return _of_units(about, self.selection, Reports.RESPONSIBLE_UNIT).reset_index(drop=True)

    @once
    def of_units(self) -> pd.DataFrame:
        """One row per chosen responsible unit and period."""
        return _of_units(super().of_units(), self.selection, Counted.SUBJECT)

    @cached_property
    def _ids(self) -> Numbers:
        return _numbers(self.projects, self.tasks)


@the_last(16)  # choices of readers: too many to keep each, and all that was worked out of it
def narrowed(board: Board, selection: Selection) -> Board:
    """Return the board with the chosen part of its items and units; the same when all is chosen."""
    if not selection:
        return board
    projects = board.projects
    if not selection.with_inferred:
        projects = investment.without_inferred(projects)
    of_project = _matching_projects(board, projects, selection)
    source = projects[Projects.SOURCE_TASK]
    tasks = _matching_tasks(board, selection)
    if selection.chain or selection.phase or selection.leader:
        tasks &= board.tasks[Tasks.ID].isin(source[of_project])
    if selection.section:
        inside = board.tasks[board.tasks[Tasks.SECTION].isin(selection.section)]
        of_project &= source.isin(inside[Tasks.ID])
    return _part(
        board,
        projects[of_project & _in_month(board, ItemKind.PROJECT, projects[Projects.ID], selection)],
        board.tasks[tasks & _in_month(board, ItemKind.TASK, board.tasks[Tasks.ID], selection)],
        selection,
    )


def _part(
    board: Board, projects: pd.DataFrame, tasks: pd.DataFrame, selection: Selection
) -> Narrowed:
    ids = _numbers(projects, tasks)
    carried = board.assignments[board.assignments[Assignments.TASK_ID].isin(tasks[Tasks.ID])]
    reports = _of_items(board.reports, ids)
    part = Narrowed(
        plan=board.plan,
        version=board.version,
        projects=projects,
        tasks=tasks,
        assignments=_of_units(carried, selection, Assignments.RESPONSIBLE_UNIT),
        reports=reports,
        selection=selection,
        whole=board,
        revised_on=board.revised_on,
    )
    if board.months is None or reports.empty:
        return part
    whole = board.months
    months = Months(reports, lambda month, _: _of_items(whole.of(month), ids), whole.starts)
    return part.backed_by(months=months)


def _matching_projects(board: Board, projects: pd.DataFrame, selection: Selection) -> pd.Series:
    found = pd.Series(data=True, index=projects.index)
    for column, chosen, empty in (
        (Projects.CHAIN, selection.chain, ChainBasis.UNASSIGNED.value),
        (Projects.PHASE, selection.phase, NOT_STATED),
        (Projects.LEADER, selection.leader, NOT_STATED),
    ):
        if chosen:
            found &= projects[column].fillna(empty).isin(chosen)
    if selection.unit:
        found &= _carried_by(projects, board.assignments, set(selection.unit))
    return found


def _matching_tasks(board: Board, selection: Selection) -> pd.Series:
    found = pd.Series(data=True, index=board.tasks.index)
    if selection.section:
        found &= board.tasks[Tasks.SECTION].isin(selection.section)
    if selection.unit:
        carried = _of_units(board.assignments, selection, Assignments.RESPONSIBLE_UNIT)
        found &= board.tasks[Tasks.ID].isin(carried[Assignments.TASK_ID])
    return found


def _carried_by(projects: pd.DataFrame, assignments: pd.DataFrame, units: set[str]) -> pd.Series:
    """Tell which projects a unit carries: by their own row, else by the task they come from."""
    carried = assignments[assignments[Assignments.RESPONSIBLE_UNIT].isin(units)]
    from_task = projects[Projects.SOURCE_TASK].isin(carried[Assignments.TASK_ID])
    own = projects[Projects.RESPONSIBLE_UNITS]
    named = [not units.isdisjoint(str(names).split(JOINED)) for names in own.fillna("")]
    return pd.Series(named, index=own.index).where(own.notna(), from_task)


def _in_month(board: Board, kind: ItemKind, ids: pd.Series, selection: Selection) -> pd.Series:
    """Tell which items have a chosen light, and a chosen start, as of the selection's month."""
    return _lit(board, kind, ids, selection) & _begun(board, kind, ids, selection)


def _begun(board: Board, kind: ItemKind, ids: pd.Series, selection: Selection) -> pd.Series:
    """Tell which items were planned to begin in the year, or were not; tasks state no start."""
    if not selection.begun or selection.lit_in is None:
        return pd.Series(data=True, index=ids.index)
    here = starts.begun_in_year(board.starts, selection.lit_in) if kind is ItemKind.PROJECT else {}
    told = ids.isin(list(here)).map({True: THIS_YEAR, False: OTHERWISE})
    return told.isin(selection.begun)


def _lit(board: Board, kind: ItemKind, ids: pd.Series, selection: Selection) -> pd.Series:
    if not selection.light or selection.lit_in is None:
        return pd.Series(data=True, index=ids.index)
    standing = board.standing(selection.lit_in)
    standing = standing[standing[Reports.KIND] == kind]
    shown = standing[standing[Counted.LIGHT].isin(selection.light)]
    return ids.isin(shown[Reports.ITEM_ID])


def _numbers(projects: pd.DataFrame, tasks: pd.DataFrame) -> Numbers:
    return {ItemKind.PROJECT: projects[Projects.ID], ItemKind.TASK: tasks[Tasks.ID]}


def _of_items(table: pd.DataFrame, ids: Numbers) -> pd.DataFrame:
    """Keep the rows about the items; a project and a task may share a number."""
    about = pd.Series(data=False, index=table.index)
    for kind, numbers in ids.items():
        about |= (table[Reports.KIND] == kind) & table[Reports.ITEM_ID].isin(numbers)
    return table[about]


def _of_units(table: pd.DataFrame, selection: Selection, column: str) -> pd.DataFrame:
    return table[table[column].isin(selection.unit)] if selection.unit else table
