"""The text of a reminder on the screen, one unit at a time, to be copied."""

import streamlit as st

from analysis.board import Board
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Raised
from analysis.reminders import ASKED, reminders
from domain.columns import Reports
from domain.periods import Period
from texts import Texts
from ui import cache, looks

_MOST_LINES, _SCROLLED_PX = 12, 420


def offer(board: Board, period: Period, t: Texts) -> None:
    """Ask for a unit and show what it is asked for, with a button that copies it."""
    words, every = Words(t, board.plan), looks.warnings(board, period)
    asked = every[every[Raised.RULE].isin([rule.value for rule in ASKED])]
    named = set(asked[Reports.RESPONSIBLE_UNIT].dropna())
    units = [unit for unit in words.plan.unit_names if unit in named]
    st.subheader(t("reminder.title"), anchor=False)
    if not units:
        st.caption(t("reminder.none"))
        return
    st.caption(t("reminder.help"))
    chosen = st.selectbox(
        t("reminder.unit"), units, format_func=words.in_full, key="reminder-unit", width=300
    )
    unit = chosen or units[0]
    rows = rows_of(asked[asked[Reports.RESPONSIBLE_UNIT] == unit])
    written = reminders(rows, period, words, illustrative=cache.illustrative())
    long = len(rows) > _MOST_LINES
    height = _SCROLLED_PX if long else "content"
    st.code(written[unit], language=None, wrap_lines=True, height=height)
