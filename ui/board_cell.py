"""The cell of the reporting board that is open: a unit and a month, kept in the address."""

from collections.abc import Collection

import streamlit as st

from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from texts import Texts
from ui import clicks, exhibited, state

BOARD = "reporting_board"  # the key of its chart
_BETWEEN = "|"


def chosen(watched: Watched, months: Collection[Period]) -> tuple[str, str] | None:
    """Return unit and month of the cell that the address names; one that is not shown is dropped.

    The chart forgets what was clicked when it is drawn anew, in another language for instance.
    """
    asked = st.query_params.get(state.CELL)
    if asked is None:
        return None
    unit, _, month = asked.partition(_BETWEEN)
    units = watched.board.units[Reports.RESPONSIBLE_UNIT]
    if unit in set(units) and month in {str(one) for one in months}:
        return unit, month
    st.query_params.pop(state.CELL)
    return None


def write() -> None:
    """Write the cell that was clicked into the address; a click beside all cells closes it."""
    cell = exhibited.pair(clicks.place(BOARD))
    if cell is None:
        st.query_params.pop(state.CELL, None)
    else:
        st.query_params[state.CELL] = _BETWEEN.join(cell)


def offer_to_close(t: Texts) -> None:
    """Let the reader go back to what is not right in all units."""
    with st.container(key=f"picked-{BOARD}"):
        st.button(t("warning.board_close"), key="board-close", on_click=_close, type="tertiary")


def _close() -> None:
    st.query_params.pop(state.CELL, None)
