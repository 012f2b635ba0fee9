"""Which problems a reader wants to see; the choice stands in the address as codes."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from analysis import problem_words
from analysis.charts.words import Words
from domain.problems import Problem, ProblemType, Which, is_one_of
from texts import Texts
from ui import codes

_ALL, _NONE = "all", "none"
STATE, TYPE, OWNER, ITEM = "problem_state", "problem_type", "problem_owner", "problem_item"
_STATES = tuple(Which)


def chosen(known: list[Problem], today: date, words: Words) -> list[Problem]:
    """Ask for state, type, owner and item; return what fits: overdue first, then the oldest."""
    t = words.t
    with st.container(key="problem-filters", horizontal=True, vertical_alignment="bottom"):
        state = _pills(t)
        kind = _select(TYPE, tuple(ProblemType), lambda one: _type(one, t), t)
        owners = tuple(dict.fromkeys(one.entries.owner for one in known))
        owner = _select(OWNER, owners, words.in_full, t)
        items = tuple(sorted({one.entries.item_id or _NONE for one in known}))
        item = _select(ITEM, items, lambda one: t("problem.no_item") if one == _NONE else one, t)
    left = [
        one
        for one in known
        if is_one_of(one, Which(state), today)
        and kind in {_ALL, one.entries.type}
        and owner in {_ALL, one.entries.owner}
        and item in {_ALL, one.entries.item_id or _NONE}
    ]
    oldest_first = sorted(left, key=lambda one: (one.raised_on, one.number))
    return sorted(oldest_first, key=lambda one: (not one.is_open, -one.days_overdue(today)))


def _pills(t: Texts) -> str:
    codes.follow(STATE, _STATES, {})
    chosen = st.segmented_control(
        t("problem.state_filter"),
        _STATES,
        required=True,
        format_func=lambda one: t(f"problem.state_filter_{one}"),
        key=STATE,
        on_change=codes.write,
        args=(STATE, _STATES),
    )
    return chosen or _STATES[0]


def _select(key: str, names: tuple[str, ...], named: Callable[[str], str], t: Texts) -> str:
    options = (_ALL, *names)
    codes.follow(key, options, {})
    chosen = st.selectbox(
        t(f"problem.{key.removeprefix('problem_')}_filter"),
        options,
        format_func=lambda one: t("problem.filter_all") if one == _ALL else named(one),
        key=key,
        on_change=codes.write,
        args=(key, options),
        width=190,
    )
    return chosen or _ALL


def _type(one: str, t: Texts) -> str:
    return problem_words.type_name(ProblemType(one), t)
