"""Charts of who carries what; what the reader clicked comes back."""

import streamlit as st

from analysis.board import Board
from analysis.charts.words import Words
from analysis.exhibits import load, reporting
from domain.periods import Period
from texts import Texts
from ui import exhibited


def task_load(board: Board, period: Period, t: Texts) -> str | None:
    """Show tasks per responsible unit; return the unit that was clicked."""
    drawn = load.task_load(board, period, Words(t, board.plan))
    return exhibited.name(exhibited.put("load", drawn, board, period, t))


def load_by_state(board: Board, period: Period, t: Texts) -> tuple[str | None, str | None]:
    """Show tasks done and overdue per unit, once something is reported; return what was clicked.

    That is a unit and, where a part of its bar was clicked, how the tasks of the part stand.
    """
    drawn = load.load_by_state(board, period, Words(t, board.plan))
    if drawn is None:
        return None, None
    return exhibited.part(exhibited.put("load_state", drawn, board, period, t))


def load_by_section(board: Board, period: Period, t: Texts) -> tuple[str, str] | None:
    """Show the unit × section matrix; return the cell that was clicked."""
    drawn = load.matrix(board, period, Words(t, board.plan))
    return exhibited.pair(exhibited.put("matrix", drawn, board, period, t))


def projects_by_state(board: Board, period: Period, t: Texts) -> tuple[str | None, str | None]:
    """Show projects done and overdue per unit, as ``load_by_state`` does; return what it does."""
    drawn = load.projects_by_state(board, period, Words(t, board.plan))
    if drawn is None:
        return None, None
    return exhibited.part(exhibited.put("load_projects", drawn, board, period, t))


def projects_by_chain(board: Board, period: Period, t: Texts) -> tuple[str, str] | None:
    """Show the unit × chain matrix of projects; return the cell that was clicked."""
    drawn = load.projects_matrix(board, period, Words(t, board.plan))
    if drawn is None:
        return None
    return exhibited.pair(exhibited.put("matrix_projects", drawn, board, period, t))


def who_with_whom(board: Board, period: Period, t: Texts) -> tuple[str, str] | None:
    """Show who works with whom, or that a unit works alone; return the pair that was clicked."""
    words = Words(t, board.plan)
    drawn = load.who_with_whom(board, period, words)
    if drawn is None:
        if alone := load.without_partners(board, words):
            st.info(alone)
        return None
    return exhibited.pair(exhibited.put("together", drawn, board, period, t))


def load_and_missing(board: Board, period: Period, t: Texts, *, carried: str) -> str | None:
    """Show load beside what is missing, once something is reported; return the unit clicked."""
    drawn = reporting.load_and_missing(board, period, Words(t, board.plan), carried=carried)
    if drawn is None:
        return None
    return exhibited.name(exhibited.put(reporting.DISCIPLINE[carried], drawn, board, period, t))
