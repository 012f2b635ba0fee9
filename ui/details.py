"""The rows behind a chart."""

import streamlit as st

from analysis.board import Board
from domain.periods import Period
from texts import Texts
from ui import cards, tables


def owed(board: Board, period: Period, t: Texts, *, unit: str | None) -> None:
    """Show the reports a period still misses, of the clicked unit or of all."""
    table = tables.owed(board, period, t, unit=unit)
    _head(t("detail.owed", count=len(table)), t("detail.hint_unit"), picked=unit is not None)
    cards.table(table, t, key="owed-behind")


def _head(sentence: str, hint: str, *, picked: bool) -> None:
    st.markdown(f"**{sentence}**")
    if not picked:
        st.caption(hint)
