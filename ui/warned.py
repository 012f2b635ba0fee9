"""The warnings of a month on the screen: counted by rule, listed, each with its course."""

from collections.abc import Mapping
from typing import TypeAlias

import pandas as pd
import streamlit as st

from analysis.board import Board
from analysis.charts import warned
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.memo import recently
from analysis.metrics.columns import Raised
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from domain.warnings import WarningSeverity
from store.warning_acts import RAISED, Course, key_of_row
from texts import Language, Texts
from texts.markdown import plain
from ui import cache, cards, ledger_now, looks, paged, phone, tables, warned_filters, warned_one
from ui.working import working

Said: TypeAlias = tuple[pd.DataFrame, pd.DataFrame, list[str]]
_ONE_LINE_EM = 99
_NAMED = (Reports.ITEM_ID.value, Reports.ITEM_NAME.value, Reports.RESPONSIBLE_UNIT.value)
_WIDTHS_PX: Mapping[Language, Mapping[str, int]] = {  # so that a desk of 1,440 px has them all
    "zh": {"name": 136, "rule": 126, "seen": 284, "life": 106, "unit": 150},
    "en": {"name": 128, "severity": 82, "rule": 176, "life": 112, "unit": 118},
}
_UNITS_NAMED: Mapping[Language, int] = {"zh": 2, "en": 1}  # of an item that more answer for
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
    words, rows = Words(t, board.plan), looks.rows(board, period)
    act, seen = ledger_now.newest_act(cache.ledger()), cache.watch(board, period)
    places = warned_filters.chosen(_facets(seen, period, act), words)
    left = found.iloc[places].set_axis(places)
    st.caption(t("warning.all", count=len(left)))
    if left.empty:
        st.info(t("warning.none_chosen"))
        return
    part, every = paged.cut(left, t, key="warnings", names=_NAMED)

    def said(part: pd.DataFrame) -> Said:
        return _said(seen, period, act, _places(part), t)

    shown, _, entries = said(part)
    with phone.desk("warnings"):
        whole = cards.Whole(lambda: said(every)[1], len(every))
        cards.table(shown, t, key="warnings", whole=whole, widths_px=_WIDTHS_PX[t.language])
    phone.listed(entries, key="warnings")
    warned_one.open_one([rows[place] for place in _places(part)], rows, period, words)


@recently  # the number of the newest act stands for how far each warning has come
def _facets(seen: Watched, period: Period, _: int) -> warned_filters.Facets:
    rows, courses = looks.rows(seen.board, period), cache.courses()
    lives = [courses.get(key_of_row(row), RAISED).life for row in rows]
    return warned_filters.Facets(rows, lives)


def _places(part: pd.DataFrame) -> list[int]:
    return [int(place) for place in part.index.to_numpy()]


@recently  # the number of the newest act stands for how far each warning has come
def _said(seen: Watched, period: Period, _: int, places: list[int], t: Texts) -> Said:
    """Return warnings by their places in the month: on a desk, in a file, on a phone."""
    words, courses = Words(t, seen.board.plan), cache.courses()
    answering, every = supervision.units_of_items(seen), looks.rows(seen.board, period)
    rows = [every[place] for place in places]
    units = [answering.get((row[Reports.KIND], row[Reports.ITEM_ID]), []) for row in rows]
    course = [courses.get(key_of_row(row), RAISED) for row in rows]
    lines = [_line(*one, words) for one in zip(rows, course, units, strict=True)]
    most = _UNITS_NAMED[t.language]
    brief = [
        {**line, "unit": _units(row[Reports.RESPONSIBLE_UNIT], named, words, most=most)}
        for line, row, named in zip(lines, rows, units, strict=True)
    ]
    shown = tables.named(t, brief)
    if t.language == "en":  # its long sentences are cut where they are, so they stand last
        seen_last = t("table.seen")
        shown = shown[[*shown.columns.drop(seen_last), seen_last]]
    return shown, tables.named(t, lines), [_entry(one, t) for one in lines]


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


def _units(unit: str | None, units: list[str], words: Words, *, most: int | None = None) -> str:
    """Name the unit a warning is about, else those that answer for its item, ``most`` at most."""
    named = [words.unit(one, _ONE_LINE_EM) for one in ([unit] if unit else units)]
    said = words.t("filter.or").join(named[:most])
    if most is not None and len(named) > most:
        return words.t("warning.units_and_others", units=said, count=len(named))
    return said or "—"
