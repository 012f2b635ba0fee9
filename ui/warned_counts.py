"""How many warnings there are, where leaders look: on the overview, by unit, on a card."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.board import Board
from analysis.charts import warned as said
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.circular.warnings import LIFE
from analysis.memo import once, recently
from analysis.metrics.columns import Raised
from analysis.metrics.progress import ITEM
from analysis.views import supervision, warned
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from domain.warnings import UNANSWERED, WarningSeverity
from store.warning_acts import RAISED, key_of_row, table_with_life
from texts import Texts
from texts.dates import unparted
from texts.markdown import plain
from ui import cache, held, ledger_now, looks, phone, state, tables

_PAGE = "pages/supervision/warnings.py"


def line(board: Board, period: Period, t: Texts, *, place: DeltaGenerator) -> None:
    """Say how many warnings the month has, how many are grave and unanswered, with the way there.

    On a ledger without reports nothing is said.
    """
    if not board.periods:
        return
    found = looks.warnings(board, period)
    # Of many warnings a row each is made only where some were answered.
    rows = looks.rows(board, period) if cache.courses() else ()
    grave = _graves(cache.watch(board, period), period)
    unanswered = _unanswered(rows) if rows else len(found)
    with place.container(horizontal=True, vertical_alignment="center", key="warning-line"):
        said_so = t("warning.counts", count=len(found), grave=grave, unanswered=unanswered)
        st.markdown(said_so, width="content")
        if len(found):
            address = {**held.choices(), state.PERIOD: str(period)}
            label = t("warning.see_all")
            st.page_link(_PAGE, label=label, width="content", query_params=address)


def by_unit(board: Board, period: Period, t: Texts) -> None:
    """Count the warnings about each unit itself, and beside them those about items it carries.

    One about an item as a whole counts for each of the item's units, which is said.
    """
    found = looks.warnings(board, period) if board.periods else pd.DataFrame()
    if found.empty:
        return
    act = ledger_now.newest_act(cache.ledger())
    counts, own, counted = _by_unit(cache.watch(board, period), period, act, t)
    st.markdown(f"#### {t('warning.by_unit')}")
    st.markdown(counts)
    if own < len(found):
        st.caption(t("warning.own_and_carried", own=own, carried=len(found) - own))
    phone.counted(counted, t, key="warnings-by-unit", first=("unit",))


@recently  # the number of the newest act stands for what was answered
def _by_unit(watched: Watched, period: Period, _: int, t: Texts) -> tuple[str, int, pd.DataFrame]:
    """Return all counts in a sentence, how many are of units themselves, and the table by unit."""
    words, carried = Words(t, watched.board.plan), supervision.units_of_items(watched)
    found = table_with_life(warned.of_month(watched, period), cache.courses())
    grave = found[Raised.SEVERITY] == WarningSeverity.RED
    unanswered, is_own = found[LIFE].isin(UNANSWERED), found[Reports.RESPONSIBLE_UNIT].notna()
    of_unit: dict[str, Counter[str]] = {}
    names = (found[name].tolist() for name in (Reports.RESPONSIBLE_UNIT, *ITEM))
    flags = (one.tolist() for one in (is_own, grave, unanswered))
    for unit, kind, item, own, red, still in zip(*names, *flags, strict=True):
        for one in (unit,) if own else carried.get((kind, item)) or ("",):
            counts = of_unit.setdefault(one, Counter())
            add(counts, own=own, every=True, grave=red, unanswered=still)
    order = sorted(of_unit, key=lambda unit: (not unit, -of_unit[unit]["every"]))
    shown = tables.named(t, [_of_unit(unit, of_unit[unit], words) for unit in order])
    sums = {"count": len(found), "grave": int(grave.sum()), "unanswered": int(unanswered.sum())}
    return t("warning.counts", **sums), int(is_own.sum()), shown


def add(counts: Counter[str], **held: bool) -> None:
    """Count what holds of one more warning.

    >>> counts = Counter()
    >>> add(counts, every=True, grave=False)
    >>> counts  # numbers from the first one on, for a column of them
    Counter({'every': 1, 'grave': 0})
    """
    counts.update({name: int(holds) for name, holds in held.items()})


def of_item(item_id: str, board: Board, period: Period, t: Texts) -> None:
    """List the warnings of the month about one item; nothing where there is none."""
    rows = looks.rows_of_item(board, period, item_id)
    if not rows:
        return
    words, courses = Words(t, board.plan), cache.courses()
    lines: list[str] = []
    for row in rows:
        unit = row[Reports.RESPONSIBLE_UNIT]
        one = {
            "rule": said.named(row[Raised.RULE], words),
            "severity": t(f"warning.severity_{row[Raised.SEVERITY]}"),
            "unit": t("warning.unit", unit=plain(words.in_full(unit))) if unit else "",
            "seen": plain(said.seen(row, words)),
            "life": t(f"warning.life_{courses.get(key_of_row(row), RAISED).life}"),
        }
        lines.append("\n- " + t("warning.one", **one))
    st.markdown(f"**{t('warning.of_item', count=len(rows))}**\n" + unparted("".join(lines)))


def _of_unit(unit: str, counts: Counter[str], words: Words) -> dict[str, object]:
    return {
        "unit": words.in_full(unit) if unit else words.t("warning.of_nobody"),
        "warnings_own": counts["own"],
        "warnings_carried": counts["every"] - counts["own"],
        "grave": counts["grave"],
        "unanswered": counts["unanswered"],
    }


@once
def _graves(watched: Watched, period: Period) -> int:
    found = warned.of_month(watched, period)
    return int((found[Raised.SEVERITY] == WarningSeverity.RED).sum())


def _unanswered(rows: Sequence[Row]) -> int:
    courses = cache.courses()
    return sum(courses.get(key_of_row(row), RAISED).life in UNANSWERED for row in rows)
