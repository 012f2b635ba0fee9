"""What is in no letter: what no unit owns yet, and warnings by rule and why, with their rows."""

import pandas as pd
import streamlit as st

from analysis.charts import warned
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.coordination import asked_about, asked_only
from analysis.ladder import WhyNot, left_out
from analysis.letters import answering
from analysis.memo import recently
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from store.warning_acts import with_life
from texts import Texts
from ui import cache, ledger_now, phone, tables

_ONE_LINE_EM = 99
_PROBLEMS = "pages/supervision/problems.py"


def show(period: Period, words: Words) -> None:
    """List why which warnings of ``period`` stand in no letter; nothing where all of them do."""
    seen, t = cache.watched(period), words.t
    if period < seen.expected_from:
        return
    _asked_only(seen, period, words)
    found = _left_out(seen, period, ledger_now.newest_act(cache.ledger()), t)
    if not found:
        return
    st.caption(t("letter.left_out", count=sum(map(len, found.values()))))
    for (rule, why), left in found.items():
        named = {"rule": warned.named(rule, words), "why": t(f"letter.why_not_{why}")}
        with st.expander(t("letter.left_out_title", **named, count=len(left))):
            key = f"left-out-{rule}-{why}"
            phone.table(left, t, key=key, first=("item", "name"))


@recently  # the number of the newest act stands for how far each warning has come
def _left_out(
    seen: Watched, period: Period, _: int, t: Texts
) -> dict[tuple[str, WhyNot], pd.DataFrame]:
    """Return the warnings in no letter by rule and why."""
    words = Words(t, seen.board.plan)
    rows = with_life(rows_of(cache.warnings(period)), cache.courses())
    found = left_out(rows, answering(seen))
    return {
        key: tables.named(t, [_line(row, words) for row in left]) for key, left in found.items()
    }


def _asked_only(seen: Watched, period: Period, words: Words) -> None:
    """Say which 需协调事项 of reports nobody has raised, with the way to where that is done."""
    found, t = asked_only(seen, period), words.t
    if not found:
        return
    items = t("warning.and").join(asked_about(seen, found))
    with st.container(horizontal=True, vertical_alignment="center", key="letter-asked-only"):
        st.markdown(t("letter.asked_only", count=len(found), items=items), width="content")
        st.page_link(_PROBLEMS, label=t("letter.see_problems"), width="content")


def _line(row: Row, words: Words) -> dict[str, object]:
    unit = row[Reports.RESPONSIBLE_UNIT]
    return {
        "item": row[Reports.ITEM_ID],
        "seen": warned.seen(row, words),
        "life": words.t(f"warning.life_{row['life']}"),
        "unit": words.unit(unit, _ONE_LINE_EM) if unit else "—",
        "name": row[Reports.ITEM_NAME],
    }
