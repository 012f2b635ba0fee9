"""The rows behind a chart."""

import pandas as pd
import streamlit as st

from analysis.board import Board
from analysis.charts.words import Words
from analysis.memo import recently
from domain.columns import Reports
from domain.periods import Period
from texts import Texts
from ui import phone, tables


def owed(board: Board, period: Period, t: Texts, *, unit: str | None) -> None:
    """Show the reports a period still misses, of the clicked unit or of all."""
    table = _owed(board, period, t, unit=unit)
    _head(t("detail.owed", count=len(table)), t("detail.hint_unit"), picked=unit is not None)
    phone.table(table, t, key="owed-behind")


def behind(board: Board, period: Period, t: Texts, *, item: str) -> None:
    """Show where the item that was clicked stands, and the way to its card."""
    standing = board.standing(period)
    here = standing[standing[Reports.ITEM_ID] == item]
    phone.table(tables.standing(here, Words(t, board.plan)), t, key="gaps-behind")


@recently
def _owed(board: Board, period: Period, t: Texts, *, unit: str | None) -> pd.DataFrame:
    return tables.owed(board, period, t, unit=unit)


def _head(sentence: str, hint: str, *, picked: bool) -> None:
    st.markdown(f"**{sentence}**")
    if not picked:
        st.caption(hint)
