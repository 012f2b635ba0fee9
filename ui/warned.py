"""The warnings of a month on the screen: counted by rule, listed, each with its course."""

import pandas as pd
import streamlit as st

from analysis.charts import warned
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Raised
from domain.columns import Reports
from domain.periods import Period
from domain.warnings import Warned, WarningSeverity
from store.warning_acts import RAISED, Course, key_of_row
from texts import Texts
from ui import cache, cards, paged, tables
from ui.warned_acts import offer_acts

_ALL, _ONE_LINE_EM = "all", 99
_NAMED = (Reports.ITEM_ID.value, Reports.ITEM_NAME.value, Reports.RESPONSIBLE_UNIT.value)
_SHAPES = {
    WarningSeverity.RED: "■",
    WarningSeverity.YELLOW: "▲",
    WarningSeverity.NOTE: "○",
}


def listed(period: Period, t: Texts) -> None:
    """Count the warnings by rule and list those of the rule chosen; open the one chosen."""
    every = cache.warnings(period)
    if every.empty:
        st.success(t("warning.none"))
        return
    words, courses = Words(t, cache.plan()), cache.courses()
    chosen = rows_of(paged.cut(_of_rule(every, words), t, key="warnings", names=_NAMED))
    lines = [_line(row, courses.get(key_of_row(row), RAISED), words) for row in chosen]
    cards.table(tables.named(t, lines), t, key="warnings")
    _open_one(chosen, courses, words)


def _of_rule(every: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Ask for a rule; each says how many warnings it raised."""
    counts = every[Raised.RULE].value_counts()
    raised = [rule.value for rule in Warned if rule.value in counts]
    labels = {rule: f"{warned.named(rule, words)} {counts[rule]}" for rule in raised}
    labels[_ALL] = words.t("warning.all", count=len(every))
    chosen = st.pills(
        words.t("warning.rules"),
        [_ALL, *raised],
        default=_ALL,
        format_func=labels.__getitem__,
        key="warning-rule",
        label_visibility="collapsed",
        required=True,
    )
    return every if chosen in {_ALL, None} else every[every[Raised.RULE] == chosen]


def _line(row: Row, course: Course, words: Words) -> dict[str, object]:
    t, severity = words.t, WarningSeverity(row[Raised.SEVERITY])
    unit = row[Reports.RESPONSIBLE_UNIT]
    return {
        "severity": f"{_SHAPES[severity]} {t(f'warning.severity_{severity}')}",
        "rule": warned.named(row[Raised.RULE], words),
        "unit": words.unit(unit, _ONE_LINE_EM) if unit else "—",
        "seen": warned.seen(row, words),
        "life": t(f"warning.life_{course.life}"),
        "item": row[Reports.ITEM_ID],
        "name": row[Reports.ITEM_NAME],
    }


def _open_one(rows: list[Row], courses: dict[str, Course], words: Words) -> None:
    """Ask for one warning; show the rule it rests on, what was said about it, what can be done."""
    titles = {place: _title(row, words) for place, row in enumerate(rows)}
    place = st.selectbox(
        words.t("warning.open"),
        list(titles),
        format_func=titles.__getitem__,
        index=None,
        key="warning-open",
        placeholder=words.t("control.choose"),
    )
    if place is None:
        return
    row = rows[place]
    st.markdown(f"**{_title(row, words)}**")
    st.markdown(warned.seen(row, words))
    st.caption(warned.rule(row, words))
    offer_acts(key_of_row(row), courses.get(key_of_row(row), RAISED), words.t)


def _title(row: Row, words: Words) -> str:
    unit = row[Reports.RESPONSIBLE_UNIT]
    who = words.in_full(unit) if unit else ""
    said = (warned.named(row[Raised.RULE], words), who, row[Reports.ITEM_ID])
    return " · ".join(one for one in (*said, row[Reports.ITEM_NAME]) if one)
