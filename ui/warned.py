"""The warnings of a month on the screen: counted by rule, listed, each with its course."""

import streamlit as st

from analysis.board import Board
from analysis.charts import warned
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Raised
from analysis.views import supervision
from domain.columns import Reports
from domain.periods import Period
from domain.warnings import WarningSeverity
from store.warning_acts import RAISED, Course, key_of_row
from texts import Texts
from texts.markdown import plain
from ui import cache, cards, looks, paged, phone, tables, warned_filters, warned_one
from ui.working import working

_ONE_LINE_EM = 99
_NAMED = (Reports.ITEM_ID.value, Reports.ITEM_NAME.value, Reports.RESPONSIBLE_UNIT.value)
_SHAPES = {
    WarningSeverity.RED: "■",
    WarningSeverity.YELLOW: "▲",
    WarningSeverity.NOTE: "○",
}


def listed(board: Board, period: Period, t: Texts) -> None:
    """Count the warnings by rule and list those chosen; open one of them."""
    with working(t):
        found = looks.warnings(board, period)
    if not cache.watched(period).has_begun:
        st.info(t("supervision.not_begun"))
        return
    if found.empty:
        st.success(t("warning.none"))
        return
    words, courses, rows = Words(t, board.plan), cache.courses(), looks.rows(board, period)
    lives = [courses.get(key_of_row(row), RAISED).life for row in rows]
    left = found.iloc[warned_filters.chosen(rows, lives, words)]
    st.caption(t("warning.all", count=len(left)))
    if left.empty:
        st.info(t("warning.none_chosen"))
        return
    part, every = paged.cut(left, t, key="warnings", names=_NAMED)
    answering = supervision.units_of_items(cache.watch(board, period))

    def said(rows: list[Row]) -> list[dict[str, object]]:
        units = [answering.get((row[Reports.KIND], row[Reports.ITEM_ID]), []) for row in rows]
        course = [courses.get(key_of_row(row), RAISED) for row in rows]
        return [_line(*one, words) for one in zip(rows, course, units, strict=True)]

    chosen = rows_of(part)
    lines = said(chosen)
    whole = cards.Whole(lambda: tables.named(t, said(rows_of(every))), len(every))
    with phone.desk("warnings"):
        cards.table(tables.named(t, lines), t, key="warnings", whole=whole)
    phone.listed([_entry(one, t) for one in lines], key="warnings")
    warned_one.open_one(chosen, rows, period, words)


def _line(row: Row, course: Course, units: list[str], words: Words) -> dict[str, object]:
    t, severity = words.t, WarningSeverity(row[Raised.SEVERITY])
    unit = row[Reports.RESPONSIBLE_UNIT]
    return {
        "item": row[Reports.ITEM_ID],
        "name": row[Reports.ITEM_NAME],
        "severity": f"{_SHAPES[severity]} {t(f'warning.severity_{severity}')}",
        "rule": warned.named(row[Raised.RULE], words),
        "seen": warned.seen(row, words),
        "life": t(f"warning.life_{course.life}"),
        "unit": _units(unit, units, words),
    }


def _entry(line: dict[str, object], t: Texts) -> str:
    """Say a line as a phone lists it: what it rests on and its state before all else."""
    return t("warning.entry", **{name: plain(str(said)) for name, said in line.items()})


def _units(unit: str | None, units: list[str], words: Words) -> str:
    """Name the unit a warning is about, else all that answer for its item."""
    named = [words.unit(one, _ONE_LINE_EM) for one in ([unit] if unit else units)]
    return words.t("filter.or").join(named) or "—"
