"""The due days of the coming months on the screen, what moved them, how far holidays are known."""

import pandas as pd
import streamlit as st

from analysis.charts import due_days as said
from analysis.memo import recently
from domain.due_days import DueDay, due_days
from domain.periods import Period
from domain.roles import Action
from store.ledger import Ledger
from texts import Texts
from ui import access, cache, phone, tables

MONTHS = 12


def listed(t: Texts) -> None:
    """List the months from the present one on, by the rules put in force for each."""
    day, workdays = cache.day(), cache.office().workdays
    days = due_days(Period(day.year, day.month), MONTHS, cache.plan().rulebook, workdays)
    st.subheader(t("calendar.step", count=MONTHS), anchor=False)
    known, *missing = said.how_far(workdays, days, t)
    st.caption(known)
    for sentence in missing:
        st.info(sentence)
    phone.counted(_table(cache.ledger(), tuple(days), t), t, key="due-days", first=("month",))
    runs_server = access.may(Action.RUN_SERVER)
    st.caption(t("calendar.how" if runs_server else "calendar.asked_for"))


@recently
def _table(_: Ledger, days: tuple[DueDay, ...], t: Texts) -> pd.DataFrame:
    rows: list[dict[str, object]] = [dict(said.line(one, t)) for one in days]
    return tables.named(t, rows)
