"""The text of a reminder on the screen, one unit at a time, to be copied."""

import streamlit as st

from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.reminders import reminders
from domain.periods import Period
from texts import Texts
from ui import cache


def offer(period: Period, t: Texts) -> None:
    """Ask for a unit and show what it is asked for, with a button that copies it."""
    words, rows = Words(t, cache.plan()), rows_of(cache.warnings(period))
    written = reminders(rows, period, words, illustrative=cache.illustrative())
    st.subheader(t("reminder.title"), anchor=False)
    if not written:
        st.caption(t("reminder.none"))
        return
    st.caption(t("reminder.help"))
    unit = st.selectbox(
        t("reminder.unit"),
        list(written),
        format_func=words.in_full,
        key="reminder-unit",
        width=300,
    )
    st.code(written[unit or next(iter(written))], language=None, wrap_lines=True)
