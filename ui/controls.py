"""Choices a reader makes on a page; they live in the address."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

import streamlit as st

from analysis.behind import ALL, OF_YEAR, OTHERS, Behind
from analysis.board import Board
from domain.asked_months import asked_months, opened_month
from domain.periods import Period
from store.warning_acts import month_of
from texts import LANGUAGES, Texts, catalogue
from ui import cache, clock, codes, held, picking, state
from ui import months as months_box

_MOST_FOLLOWED = 8
_NO_COUNTS: Mapping[str, int] = MappingProxyType({})


def period(t: Texts, board: Board) -> Period:
    """Ask for the period; without reports it is the last finished month, and nothing is asked."""
    if not board.periods:
        return clock.last_finished_period()
    return _ask_period(t, board.periods, board.periods[-1])


def asked_period(t: Texts, board: Board) -> Period:
    """Ask for a month with reports or one asked for since, as supervision looks at them.

    Until one is chosen it is the newest that has reports or is nearly due.
    """
    months = asked_months(board.periods, cache.day())
    opened = opened_month(board.periods, cache.day(), partial(cache.due_day, board.plan))
    if opened is None:
        return clock.last_finished_period()
    return _ask_period(t, months, opened)


def _ask_period(t: Texts, months: tuple[Period, ...], at_first: Period) -> Period:
    """Ask for one of some months.

    What was chosen goes along from page to page; a page without that month shows its own first.
    """
    newest_first = [str(one) for one in reversed(months)]
    wanted = _wanted(newest_first)
    begin = wanted if wanted in newest_first else str(at_first)
    state.preset(state.PERIOD, begin)  # a page that is come to would begin with its first
    shown = months_box.ask(
        t("control.period"),
        newest_first,
        t,
        key=state.PERIOD,
        persist_state="session",
        width=160,
        label_visibility="collapsed",  # it stands beside the title, and a month says what it is
    )
    held.keep_period(shown if shown != begin else wanted, shown)
    _write_period(shown, wanted, newest_first[0])
    return Period.parse(shown)


def _wanted(known: list[str]) -> str | None:
    """Return the month the reader chose or a link names, None where pages choose for themselves.

    The address is a link's, not the reader's own, where it names another month than was shown.
    """
    now, named = months_box.held(state.PERIOD, known), _named(known)
    wanted, shown = held.period_kept()
    if now is None or (named is not None and named != shown):
        return named or wanted
    return wanted if now == shown else now


def _named(known: list[str]) -> str | None:
    named = st.query_params.get(state.PERIOD) or month_of(st.query_params.get(state.WARNING, ""))
    return named if named in known else None


def _write_period(shown: str, wanted: str | None, newest: str) -> None:
    """Let a reload or a pasted link show the month; the newest of a page needs no word of it.

    A month that a link named stays in the address of the next page, the newest too.
    """
    if shown != newest or (shown == wanted and held.is_arriving()):
        if st.query_params.get(state.PERIOD) != shown:
            st.query_params[state.PERIOD] = shown
    elif not held.is_arriving():
        st.query_params.pop(state.PERIOD, None)


def period_in_force(board: Board) -> Period:
    """Return the period of the address or of the page before, else the newest; nothing is asked."""
    if not board.periods:
        return clock.last_finished_period()
    asked = st.query_params.get(state.PERIOD) or state.picked(state.PERIOD)
    months = asked_months(board.periods, cache.day())
    return next((one for one in months if str(one) == asked), board.periods[-1])


def one_of(
    t: Texts,
    key: str,
    options: tuple[str, ...],
    *,
    counts: Mapping[str, int] = _NO_COUNTS,
    at_first: str | None = None,
) -> str:
    """Ask for one of a few views; their names are ``control.<key>_<option>``.

    ``counts`` are written behind the names; ``at_first`` is chosen until the reader chooses, else
    the first of them.
    """
    named = {option: f"control.{key}_{option}" for option in options}
    old = {catalogue(one)(name): code for one in LANGUAGES for code, name in named.items()}
    begin = at_first or options[0]
    codes.follow(key, options, old, begin)
    chosen = st.segmented_control(
        t(f"control.{key}"),
        options,
        required=True,
        format_func=lambda option: _counted(t, t(named[option]), counts.get(option)),
        key=key,
        on_change=_turn_to,
        args=(key, options, begin),
        label_visibility="collapsed",
    )
    return chosen or begin


def which_behind(t: Texts, counts: Mapping[str, int], most: int) -> Behind:
    """Ask for a part of what is behind, where a list of ``most`` leaves some of it out.

    ``counts`` are how many are behind: all of them, those without a start in the course of this
    year, and those with one.
    """
    if not counts[OF_YEAR] or counts[ALL] <= most:
        return ALL
    options: tuple[Behind, ...] = (ALL, OTHERS, OF_YEAR)
    chosen = one_of(t, "behind", options, counts=counts)
    return next(one for one in options if one == chosen)


def _counted(t: Texts, name: str, count: int | None) -> str:
    return name if count is None else t("control.with_count", name=name, count=count)


def _turn_to(key: str, options: tuple[str, ...], at_first: str) -> None:
    codes.write(key, options, at_first)
    picking.forget()  # another view has other charts


def some_of(
    t: Texts, key: str, options: list[str], *, at_first: list[str], named: Callable[[str], str]
) -> list[str]:
    """Ask which subjects to follow, each as ``named``; none chosen means those shown at first.

    What was chosen stands in the address; a name that is no option is dropped.
    """
    written = [one for one in st.query_params.get_all(key) if one in options][:_MOST_FOLLOWED]
    is_emptied = state.is_shown(key) and not state.chosen_in(key)
    if written or not is_emptied:  # a box just emptied stays so: others are to be chosen
        state.preset(key, written or at_first)
    _write_some(key, at_first)
    chosen = st.multiselect(
        t(f"control.{key}"),
        options,
        key=key,
        format_func=named,
        placeholder=t("control.choose"),
        max_selections=_MOST_FOLLOWED,
        on_change=_write_some,
        args=(key, at_first),
    )
    return chosen or at_first


def _write_some(key: str, at_first: list[str]) -> None:
    chosen = list(state.chosen_in(key))
    if not chosen or chosen == at_first:
        st.query_params.pop(key, None)
    elif st.query_params.get_all(key) != chosen:
        st.query_params[key] = chosen
