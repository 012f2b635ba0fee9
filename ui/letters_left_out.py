"""What is in no letter: what no unit owns yet, and warnings by rule and why, with their rows."""

import pandas as pd
import streamlit as st

from analysis.charts import warned as said
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.coordination import asked_about, asked_only
from analysis.ladder import WhyNot, left_out
from analysis.letters import answering
from analysis.memo import recently
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from store.warning_acts import table_with_life
from store.watching import month_warnings
from ui import cache, ledger_now, tables, worded

_ONE_LINE_EM = 99
_PROBLEMS = "pages/supervision/problems.py"


def show(period: Period, words: Words) -> None:
    """List why which warnings of ``period`` stand in no letter; nothing where all of them do."""
    seen, t = cache.watched(period), words.t
    if period < seen.expected_from:
        return
    _asked_only(seen, period, words)
    found = _left_out(seen, period, ledger_now.newest_act(cache.ledger()))
    if not found:
        return
    st.caption(t("letter.left_out", count=sum(map(len, found.values()))))
    for (rule, why), left in found.items():
        named = {"rule": said.named(rule, words), "why": t(f"letter.why_not_{why}")}
        with st.expander(t("letter.left_out_title", **named, count=len(left))):
            key = f"left-out-{rule}-{why}"
            worded.listed(left, _lines, words, key=key, first=("item", "name"))


@recently  # the number of the newest act stands for how far each warning has come
def warned(seen: Watched, period: Period, _: int) -> list[Row]:
    """Return the warnings of a month, each with the life it is in."""
    return rows_of(table_with_life(month_warnings(seen, period), cache.courses()))


@recently
def _left_out(seen: Watched, period: Period, act: int) -> dict[tuple[str, WhyNot], pd.DataFrame]:
    """Return the warnings in no letter by rule and why."""
    found = left_out(warned(seen, period, act), answering(seen))
    return {key: pd.DataFrame(left, dtype="object") for key, left in found.items()}


def _lines(left: pd.DataFrame, words: Words) -> pd.DataFrame:
    return tables.named(words.t, [_line(row, words) for row in rows_of(left)])


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
        "seen": said.seen(row, words),
        "life": words.t(f"warning.life_{row['life']}"),
        "unit": words.unit(unit, _ONE_LINE_EM) if unit else "—",
        "name": row[Reports.ITEM_NAME],
    }
