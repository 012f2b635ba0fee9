"""The tasks behind a chart of who carries what, directly below it."""

import pandas as pd
import streamlit as st

from analysis.board import Board
from analysis.charts.rows import rows_of
from analysis.charts.words import Words, percent
from analysis.exhibits.progress import KINDS
from analysis.metrics import load, together
from analysis.metrics.columns import Counted
from analysis.views import carrying
from domain.columns import Reports, Tasks
from domain.periods import Period
from texts import Texts
from ui import phone, tables

_STATES = (Counted.OVERDUE, Counted.UNDER_WAY, Counted.DONE_TASKS)


def tasks(board: Board, t: Texts, *, unit: str | None) -> None:
    """Show the tasks of the unit that was clicked."""
    if unit is None:
        st.caption(t("detail.hint_below"))
        return
    behind = load.tasks_of(board.assignments, board.tasks, unit=unit)
    where = Words(t, board.plan).in_full(unit)
    _show(t("detail.tasks_of", where=where, count=len(behind)), behind, t, key="load-behind")


def tasks_in(board: Board, t: Texts, *, cell: tuple[str, str] | None) -> None:
    """Show the tasks of the unit in the section that was clicked."""
    if cell is None:
        st.caption(t("detail.hint_below"))
        return
    unit, section = cell
    behind = load.tasks_of(board.assignments, board.tasks, unit=unit, section=section)
    where = f"{Words(t, board.plan).in_full(unit)} · {section}"
    _show(t("detail.tasks_of", where=where, count=len(behind)), behind, t, key="matrix-behind")


def shared(board: Board, t: Texts, *, units: tuple[str, str] | None) -> None:
    """Show the tasks that the two units of the cell carry together."""
    if units is None:
        st.caption(t("detail.hint_below"))
        return
    unit, other = units
    words = Words(t, board.plan)
    if unit == other:
        behind = load.tasks_of(board.assignments, board.tasks, unit=unit)
        said = t("detail.tasks_of", where=words.in_full(unit), count=len(behind))
    else:
        carried = carrying.whole(board).assignments  # the other unit may not be among the chosen
        behind = together.tasks_of_both(carried, board.tasks, unit=unit, other=other)
        one, two = words.in_full(unit), words.in_full(other)
        said = t("detail.shared_tasks", one=one, other=two, count=len(behind))
    _show(said, behind, t, key="together-behind")


def states(board: Board, period: Period, t: Texts, *, unit: str | None, state: str | None) -> None:
    """Show how the tasks of the unit that was clicked stand, overdue first.

    Where a part of its bar was clicked, those that stand so alone.
    """
    if board.reports.empty:
        return
    if unit is None:
        st.caption(t("detail.hint_below"))
        return
    behind = load.tasks_of(board.assignments, board.tasks, unit=unit)
    stand = carrying.states(board, period)
    rows = rows_of(behind.merge(stand, on=Tasks.ID.value, how="inner"))
    where = Words(t, board.plan).in_full(unit)
    said = t("detail.state_of", unit=where, count=len(rows))
    if state is not None:
        rows = [row for row in rows if row[state]]
        where = t("detail.part", whole=where, part=t(f"table.state_{state}"))
        said = t("detail.tasks_of", where=where, count=len(rows))
    st.markdown(f"**{said}**")
    in_order = sorted(rows, key=lambda row: [-row[state] for state in _STATES])
    shown: list[dict[str, object]] = [
        {
            "item": row[Tasks.ID],
            "state": t(f"table.state_{next(state for state in _STATES if row[state])}"),
            "percent": tables.percent_or_dash(row[Counted.PERCENT_DONE]),
            "task": row[Tasks.NAME],
            "due": row[Tasks.DUE] or t("table.not_stated"),
        }
        for row in in_order
    ]
    phone.table(tables.named(t, shown), t, key="load-state-behind")


def months(board: Board, period: Period, t: Texts, *, unit: str | None, carried: str) -> None:
    """Show the reports of the unit that was clicked, month by month, the newest first.

    They are those about its tasks or its projects, as ``carried`` says.
    """
    if unit is None:
        if board.periods:
            st.caption(t("detail.hint_unit"))
        return
    st.markdown(f"**{Words(t, board.plan).in_full(unit)}**")
    shown: list[dict[str, object]] = []
    for month in reversed(carrying.looked_back(board, period)):
        table = carrying.reported_in(board, month, KINDS[carried])
        for row in rows_of(table[table[Reports.RESPONSIBLE_UNIT] == unit]):
            rate = row[Counted.REPORTING_PERCENT]
            shown.append(
                {
                    "month": str(month),
                    "received": row[Counted.RECEIVED],
                    "expected": row[Counted.EXPECTED],
                    "owing": row[Counted.MISSING],
                    "rate": "—" if rate is None else percent(rate),
                }
            )
    phone.counted(tables.named(t, shown), t, key="discipline-behind", first=("month",))


def _show(said: str, behind: pd.DataFrame, t: Texts, *, key: str) -> None:
    st.markdown(f"**{said}**")
    phone.table(tables.tasks(behind, t), t, key=key)
