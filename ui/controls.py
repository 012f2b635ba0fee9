"""Choices a reader makes on a page; they live in the address."""

from collections.abc import Callable

import streamlit as st

from analysis.board import Board
from domain.periods import Period
from texts import LANGUAGES, Texts, catalogue
from ui import clock, codes, state


def period(t: Texts, board: Board) -> Period:
    """Ask for the period; without reports it is the last finished month, and nothing is asked."""
    if not board.periods:
        return clock.last_finished_period()
    newest_first = [str(one) for one in reversed(board.periods)]
    chosen = st.selectbox(
        t("control.period"),
        newest_first,
        key=state.PERIOD,
        bind="query-params",
        persist_state="session",
        width=220,
    )
    return Period.parse(chosen or newest_first[0])


def period_in_force(board: Board) -> Period:
    """Return the period of the address or of the page before, else the newest; nothing is asked."""
    if not board.periods:
        return clock.last_finished_period()
    asked = st.query_params.get(state.PERIOD) or state.picked(state.PERIOD)
    return next((one for one in board.periods if str(one) == asked), board.periods[-1])


def one_of(t: Texts, key: str, options: tuple[str, ...]) -> str:
    """Ask for one of a few views; their names are ``control.<key>_<option>``."""
    named = {option: f"control.{key}_{option}" for option in options}
    spoken = {catalogue(one)(name): code for one in LANGUAGES for code, name in named.items()}
    codes.follow(key, options, spoken)
    chosen = st.segmented_control(
        t(f"control.{key}"),
        options,
        required=True,
        format_func=lambda option: t(named[option]),
        key=key,
        on_change=codes.write,
        args=(key, options),
        label_visibility="collapsed",
    )
    return chosen or options[0]


def some_of(
    t: Texts, key: str, options: list[str], *, at_first: list[str], named: Callable[[str], str]
) -> list[str]:
    """Ask which subjects to follow, each as ``named``; none chosen means those shown at first."""
    chosen = st.multiselect(
        t(f"control.{key}"),
        options,
        default=at_first,
        key=key,
        format_func=named,
        placeholder=t("control.choose"),
        max_selections=8,
    )
    return chosen or at_first
