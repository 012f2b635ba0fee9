"""The warnings that stand in no letter: by rule and why, each opened to its rows."""

import streamlit as st

from analysis.charts import warned
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.ladder import left_out
from analysis.letters import answering
from domain.columns import Reports
from domain.periods import Period
from store.warning_acts import with_life
from ui import cache, phone, tables

_ONE_LINE_EM = 99


def show(period: Period, words: Words) -> None:
    """List why which warnings of ``period`` stand in no letter; nothing where all of them do."""
    seen, t = cache.watched(period), words.t
    if period < seen.expected_from:
        return
    rows = with_life(rows_of(cache.warnings(period)), cache.courses())
    found = left_out(rows, answering(seen))
    if not found:
        return
    st.caption(t("letter.left_out", count=sum(map(len, found.values()))))
    for (rule, why), left in found.items():
        named = {"rule": warned.named(rule, words), "why": t(f"letter.why_not_{why}")}
        with st.expander(t("letter.left_out_title", **named, count=len(left))):
            lines = [_line(row, words) for row in left]
            shown, key = tables.named(t, lines), f"left-out-{rule}-{why}"
            phone.table(shown, t, key=key, first=("item", "name"))


def _line(row: Row, words: Words) -> dict[str, object]:
    unit = row[Reports.RESPONSIBLE_UNIT]
    return {
        "item": row[Reports.ITEM_ID],
        "seen": warned.seen(row, words),
        "life": words.t(f"warning.life_{row['life']}"),
        "unit": words.unit(unit, _ONE_LINE_EM) if unit else "—",
        "name": row[Reports.ITEM_NAME],
    }
