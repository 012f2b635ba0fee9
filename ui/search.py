"""The search box of every page: a project, a task or a unit by part of its name or initials."""

import streamlit as st

from analysis.charts.words import Words
from analysis.finding import Entry, Sought
from texts import Texts
from texts.markdown import plain
from ui import cache, cards, held, state

_TYPED = "search"
_UNITS = "pages/supervision/units.py"
_MOST = 8  # below the box the menu stays in sight


def offer(t: Texts) -> None:
    """Show the box beside the menu."""
    with st.sidebar:
        _box(t)


@st.fragment
def _box(t: Texts) -> None:
    """Show what may be meant while it is typed; the page itself is not run again meanwhile."""
    if held.is_headed():
        st.rerun()  # the whole app, which goes where the click leads
    typed = st.text_input(
        t("search.label"),
        key=_TYPED,
        placeholder=t("search.placeholder"),
        max_chars=50,
        label_visibility="collapsed",
        icon=":material/search:",
        live=True,
    )
    if typed.strip():
        _answers(typed, t)


def _answers(typed: str, t: Texts) -> None:
    found = cache.index_at(cache.version()).find(typed, _MOST + 1)
    if not found:
        st.caption(t("search.nothing"))
    for entry in found[:_MOST]:
        st.button(
            _label(entry, t),
            key=f"found-{entry.kind}-{entry.number}",
            width="stretch",
            on_click=_go,
            args=(entry,),
        )
    if len(found) > _MOST:
        st.caption(t("search.more", most=_MOST))


def _label(entry: Entry, t: Texts) -> str:
    if entry.kind is Sought.UNIT:
        return plain(Words(t, cache.plan()).in_full(entry.number))
    return plain(f"{entry.number} {entry.name}")


def _go(entry: Entry) -> None:
    state.preset(_TYPED, "")
    if entry.kind is Sought.UNIT:
        held.head_for(_UNITS, unit=entry.number)
    else:
        held.head_for(cards.PAGE, **{cards.ITEM: entry.number})
