"""Two dates side by side: which two, the charts between them and the rows behind."""

from datetime import date

import streamlit as st

from analysis.board import Board
from analysis.charts.words import Words
from analysis.exhibits import comparison as exhibits
from analysis.views import comparison
from analysis.views.comparison import Measure, Moment
from domain.columns import ItemKind
from domain.periods import Period
from texts import Texts
from ui import (
    cache,
    clock,
    codes,
    controls,
    details_comparison,
    exhibited,
    filters,
    linked,
    past_cache,
)
from ui.months import ask as ask_month

_FROM = "compare_from"
_CHANGED = {Measure.DONE: "changed_done", Measure.TOTAL: "changed_total"}


def ask(board: Board, period: Period, t: Texts) -> tuple[Moment, Moment] | None:
    """Ask for two months, or two days of the ledger; None where there is nothing to compare."""
    row = st.container(
        key="choices-compared", horizontal=True, vertical_alignment="bottom", gap="medium"
    )
    with row:
        by = controls.one_of(t, "compare_by", ("months", "days"))
        return _two_months(board, period, t) if by == "months" else _two_days(period, t)


def show(before: Moment, after: Moment, t: Texts) -> None:
    """Show how many items there are, what moved and which lights changed."""
    _counts(before, after, t)
    for measure, key in _CHANGED.items():
        words = Words(t, after.board.plan)
        drawn = exhibits.waterfall(before, after, words, measure=measure)
        same = before.day is None and _same_list(before, after)
        if drawn is None or (measure is Measure.TOTAL and same):
            continue
        said = exhibits.measure(before, after, words, measure=measure)
        put = exhibited.put(key, drawn, after.board, after.period, t, measure=said)
        step = exhibited.name(put)
        details_comparison.changed(before, after, measure, t, step=step)
    drawn = exhibits.lights(before, after, Words(t, after.board.plan))
    if drawn is not None:
        picked = exhibited.put("changed_lights", drawn, after.board, after.period, t)
        if before.period.year != after.period.year:  # what was done may look worse in January
            st.caption(t("detail.year_anew"))
        details_comparison.lights(before, after, t, cell=exhibited.pair(picked))


def _two_months(board: Board, period: Period, t: Texts) -> tuple[Moment, Moment] | None:
    earlier = [str(one) for one in reversed(board.periods) if one < period]
    if not earlier:
        st.info(t("page.comparison_needs_two"))
        return None
    codes.follow(_FROM, tuple(earlier), {})
    chosen = ask_month(
        t("control.compare_from"),
        earlier,
        t,
        key=_FROM,
        on_change=codes.write,
        args=(_FROM, tuple(earlier)),
        width=220,
    )
    return Moment(board, Period.parse(chosen)), Moment(board, period)


def _two_days(period: Period, t: Texts) -> tuple[Moment, Moment]:
    first, today = past_cache.first_day(), clock.today()
    older = comparison.older_day(first, past_cache.newest_day())
    one = _day(t, "compare_from_day", min(older, today), first, today)
    other = _day(t, "compare_to_day", today, first, today)
    return _at(min(one, other), period), _at(max(one, other), period)


def _day(t: Texts, key: str, at_first: date, first: date, today: date) -> date:
    """Ask for a day; one that is chosen stands in the address until it is the first one again."""
    linked.follow_day(key, at_first, first, today)
    return st.date_input(
        t(f"control.{key}"),
        min_value=first,
        max_value=today,
        key=key,
        width=220,
        on_change=linked.write_day,
        args=(key, at_first),
    )


def _at(day: date, period: Period) -> Moment:
    """Return the chosen part of the ledger of a day, at the last month it had a report of."""
    version = cache.ledger().version_on(day)
    board = cache.narrowed_at(version, filters.selection().at(period))
    reported = [one for one in board.periods if one <= period]
    return Moment(board, reported[-1] if reported else period, day)


def _same_list(before: Moment, after: Moment) -> bool:
    return before.board is after.board


def _counts(before: Moment, after: Moment, t: Texts) -> None:
    if _same_list(before, after):
        days = before.day is not None
        st.caption(t("page.comparison_same_version" if days else "page.comparison_same_list"))
        return
    none = (0, 0, 0, 0)
    counted = comparison.items_before_and_after(before, after)
    values = {
        f"{kind}_{name}": number
        for kind, numbers in (
            ("projects", counted.get(ItemKind.PROJECT, none)),
            ("tasks", counted.get(ItemKind.TASK, none)),
        )
        for name, number in zip(("before", "new", "gone", "after"), numbers, strict=True)
    }
    st.markdown(t("page.comparison_counts", **values))
