"""The rows behind a chart."""

import streamlit as st

from analysis.board import Board
from analysis.charts.words import Words
from analysis.gallery import KINDS
from analysis.metrics import load
from domain.periods import Period
from texts import Texts
from ui import show, tables


def projects(board: Board, t: Texts, *, chain: str | None, with_inferred: bool) -> None:
    """Show the projects behind the clicked bar, or all of them."""
    table = tables.projects(board, t, chain=chain, with_inferred=with_inferred)
    words = Words(t, board.plan)
    name = t("chart.unassigned") if chain == "" else words.in_full(chain or "")
    heading = "detail.projects_all" if chain is None else "detail.projects_of"
    _head(t(heading, chain=name, count=len(table)), t("detail.hint_bar"), picked=chain is not None)
    show.table(table, key="projects-behind")


def tasks(board: Board, t: Texts, *, unit: str | None, cell: tuple[str, str] | None) -> None:
    """Show the tasks behind the clicked bar or cell; a cell is the narrower choice."""
    chosen, section = cell or (unit, None)
    if chosen is None:
        st.caption(t("detail.hint_cell"))
        return
    behind = load.tasks_of(board.assignments, board.tasks, unit=chosen, section=section)
    name = Words(t, board.plan).in_full(chosen)
    where = name if section is None else f"{name} · {section}"
    _head(t("detail.tasks_of", where=where, count=len(behind)), "", picked=True)
    show.table(tables.tasks(behind, t), key="tasks-behind")


def standing(board: Board, period: Period, t: Texts, *, subjects: str) -> None:
    """Show where every item of the chosen kind stands."""
    if subjects not in KINDS:
        return
    table = tables.standing(board, period, Words(t, board.plan), kind=KINDS[subjects])
    _head(t(f"detail.standing_{subjects}", count=len(table)), "", picked=True)
    show.table(table, key="standing")


def owed(board: Board, period: Period, t: Texts, *, unit: str | None) -> None:
    """Show the reports a period still misses, of the clicked unit or of all."""
    table = tables.owed(board, period, t, unit=unit)
    _head(t("detail.owed", count=len(table)), t("detail.hint_unit"), picked=unit is not None)
    show.table(table, key="owed-behind")


def _head(sentence: str, hint: str, *, picked: bool) -> None:
    st.markdown(f"**{sentence}**")
    if not picked:
        st.caption(hint)
