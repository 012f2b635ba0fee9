"""Charts of where the money is, each with the projects behind what was clicked in it."""

import streamlit as st
from streamlit.elements.lib.grid_container import GridContainer

from analysis import sentences
from analysis.board import Board
from analysis.charts.words import Words
from analysis.exhibits import investment
from analysis.memo import recently
from analysis.views import money
from domain.periods import Period
from texts import Texts
from texts.markdown import plain
from ui import across, exhibited, project_rows


def by_chain(board: Board, period: Period, t: Texts, *, grid: GridContainer) -> None:
    """Show investment by chain; "" is what the unassigned bar picks."""
    drawn = investment.investment_by_chain(board, period, Words(t, board.plan))
    if drawn is None:
        st.info(t("figure.no_project"))
        return
    chain, basis = exhibited.part(exhibited.put("investment", drawn, board, period, t))
    if chain is not None:
        with across.rows(grid, key="investment"):
            project_rows.of_chain(board, period, t, chain=chain, basis=basis)


def by_project(board: Board, period: Period, t: Texts, *, grid: GridContainer) -> None:
    """Show the largest projects; where none discloses its investment, say so."""
    if board.projects.empty:
        return
    drawn = investment.largest_projects(board, period, Words(t, board.plan))
    if drawn is None:
        st.info(t("figure.nothing_disclosed"))
        return
    pick = exhibited.name(exhibited.put("projects", drawn, board, period, t))
    if pick is not None:
        with across.rows(grid, key="projects"):
            project_rows.of_bar(board, period, t, pick=pick, shown=investment.MOST_PROJECTS)


def by_phase(board: Board, period: Period, t: Texts, *, grid: GridContainer) -> None:
    """Show investment by phase, once there is a project."""
    drawn = investment.by_phase(board, period, Words(t, board.plan))
    if drawn is None:
        return
    phase, chain = exhibited.part(exhibited.put("phases", drawn, board, period, t))
    if apart := sentences.done_and_finished(board, period, t):
        st.caption(plain(apart))
    if phase is not None:
        with across.rows(grid, key="phases"):
            project_rows.of_phase(board, period, t, phase=phase, chain=chain)


def concentration(board: Board, period: Period, t: Texts, *, grid: GridContainer) -> None:
    """Show how much hangs on the largest projects, in a sentence and in a picture."""
    words = Words(t, board.plan)
    drawn = investment.concentration(board, period, words)
    if drawn is None:
        return
    group = exhibited.name(exhibited.put("concentration", drawn, board, period, t))
    st.markdown(plain(_on_the_largest(board, period, words)))
    if group is not None:
        with across.rows(grid, key="concentration"):
            project_rows.of_group(board, period, t, group=group)


@recently
def _on_the_largest(board: Board, period: Period, words: Words) -> str:
    groups, ranked = money.concentration(board, period), money.ranked(board, period)
    return sentences.concentration(groups, ranked, investment.undisclosed(board), words)


def completed(board: Board, period: Period, t: Texts) -> None:
    """Show what is done inside the total, once something is reported."""
    drawn = investment.completed(board, period, Words(t, board.plan))
    if drawn is None:
        return
    chain = exhibited.name(exhibited.put("completed", drawn, board, period, t))
    project_rows.of_chain(board, period, t, chain=chain, key="completed")
