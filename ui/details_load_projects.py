"""The projects behind a chart of who carries what, directly below it."""

import pandas as pd
import streamlit as st

from analysis.board import Board
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from analysis.views import carrying
from domain.columns import Projects, Reports
from domain.periods import Period
from texts import Texts
from ui import phone, tables

_STATES = (
    Counted.OVERDUE_PROJECTS,
    Counted.PROJECTS_UNDER_WAY,
    Counted.PROJECTS_BEFORE_START,
    Counted.DONE_OF_PROJECTS,
)


def of_unit(board: Board, period: Period, t: Texts, *, unit: str | None, state: str | None) -> None:
    """Show how the projects of the unit that was clicked stand, overdue first.

    Where a part of its bar was clicked, those that stand so alone.
    """
    if unit is None:
        st.caption(t("detail.hint_projects"))
        return
    table = _projects(board, period)
    table = table[table[Reports.RESPONSIBLE_UNIT] == unit]
    where = Words(t, board.plan).in_full(unit)
    if state is not None:
        table = table[table[state] == 1]
        where = t("detail.part", whole=where, part=t(f"table.state_{state}"))
    _show(table, where, t, key="load-projects-behind")


def in_cell(board: Board, period: Period, t: Texts, *, cell: tuple[str, str] | None) -> None:
    """Show the projects of the unit in the chain that was clicked; "" is the unassigned."""
    if cell is None:
        st.caption(t("detail.hint_projects"))
        return
    unit, chain = cell
    table, words = _projects(board, period), Words(t, board.plan)
    here = (table[Reports.RESPONSIBLE_UNIT] == unit) & (table[Projects.CHAIN].fillna("") == chain)
    where = f"{words.in_full(unit)} · {words.in_full(chain or t('chart.unassigned'))}"
    _show(table[here], where, t, key="matrix-projects-behind")


def _projects(board: Board, period: Period) -> pd.DataFrame:
    columns = [Projects.ID.value, Projects.NAME.value, Projects.CHAIN.value]
    named = board.projects[[*columns, Projects.PLANNED_FINISH.value]]
    return carrying.states_of_projects(board, period).merge(named, on=Projects.ID.value)


def _show(table: pd.DataFrame, where: str, t: Texts, *, key: str) -> None:
    st.markdown(f"**{t('detail.behind', name=where, count=len(table))}**")
    in_order = sorted(rows_of(table), key=lambda row: [-row[state] for state in _STATES])
    shown: list[dict[str, object]] = [
        {
            "item": row[Projects.ID],
            "state": t(f"table.state_{next(state for state in _STATES if row[state])}"),
            "percent": tables.percent_or_dash(row[Counted.PERCENT_DONE]),
            "project": row[Projects.NAME],
            "planned": row[Projects.PLANNED_FINISH] or t("table.not_stated"),
        }
        for row in in_order
    ]
    phone.table(tables.named(t, shown), t, key=key)
