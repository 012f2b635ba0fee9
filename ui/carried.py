"""What units carry, tasks or projects, as the reader chose: charts with the rows behind them."""

import streamlit as st

from analysis.board import Board
from analysis.exhibits import load
from domain.periods import Period
from texts import Texts
from ui import across, controls, details_load, details_load_projects, figures_load

_CARRIED = ("tasks", "projects")


def show(board: Board, period: Period, t: Texts) -> None:
    """Show what units carry, of the kind the reader chose, and what they still owe about it."""
    carried = "projects" if _asked_for_projects(board, t) else "tasks"
    (_projects if carried == "projects" else _tasks)(board, period, t)
    unit = figures_load.load_and_missing(board, period, t, carried=carried)
    details_load.months(board, period, t, unit=unit, carried=carried)


def _asked_for_projects(board: Board, t: Texts) -> bool:
    """Ask whether to count tasks or projects, where a unit answers for a project at all.

    It opens on the kind with more items, and tells how many there are of both. Says in a sentence
    what is counted.
    """
    if not load.carrying_projects(board):
        return False
    counts = {"tasks": len(board.tasks), "projects": len(board.projects)}
    begin = max(_CARRIED, key=counts.__getitem__)  # of as many of both, the tasks
    what = controls.one_of(t, "carried", _CARRIED, counts=counts, at_first=begin)
    st.caption(t(f"control.carried_{what}_note"))
    return what == "projects"


def _tasks(board: Board, period: Period, t: Texts) -> None:
    """Show the tasks of every unit: how many, how they stand, in which section, with whom."""
    side_by_side = st.grid(2, min_column_width=400, gap="large")
    with side_by_side.container():
        unit = figures_load.task_load(board, period, t)
        with across.rows(side_by_side, key="load", are_open=unit is not None):
            details_load.tasks(board, t, unit=unit)
    with side_by_side.container():
        unit, state = figures_load.load_by_state(board, period, t)
        with across.rows(side_by_side, key="load_state", are_open=unit is not None):
            details_load.states(board, period, t, unit=unit, state=state)
    cell = figures_load.load_by_section(board, period, t)
    details_load.tasks_in(board, t, cell=cell)
    pair = figures_load.who_with_whom(board, period, t)
    details_load.shared(board, t, units=pair)


def _projects(board: Board, period: Period, t: Texts) -> None:
    """Show the projects every unit answers for: how they stand, and in which chain."""
    side_by_side = st.grid(2, min_column_width=400, gap="large")
    if not board.reports.empty:
        with side_by_side.container():
            unit, state = figures_load.projects_by_state(board, period, t)
            with across.rows(side_by_side, key="load_projects", are_open=unit is not None):
                details_load_projects.of_unit(board, period, t, unit=unit, state=state)
    with side_by_side.container():
        cell = figures_load.projects_by_chain(board, period, t)
        with across.rows(side_by_side, key="matrix_projects", are_open=cell is not None):
            details_load_projects.in_cell(board, period, t, cell=cell)
