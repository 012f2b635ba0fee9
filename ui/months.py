"""Choosing a month: it stands in a box as people say it, in the language the page has now."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from texts import LANGUAGES, Texts, catalogue
from texts.dates import spoken
from ui import state


def ask(
    label: str,
    months: Sequence[str],
    t: Texts,
    *,
    key: str,
    place: DeltaGenerator | None = None,
    **how: Any,  # noqa: ANN401 - what else a box of streamlit's is told
) -> str:
    """Ask for one of some months, written as 2026-10; the first until one is chosen.

    After a change of language the box would still hold the word of the other one.
    """
    now = held(key, months)
    if now is not None:
        state.preset(key, now)
    box: Any = place or st
    chosen: str | None = box.selectbox(
        label, months, key=key, format_func=partial(spoken, t=t), **how
    )
    return chosen if chosen is not None and chosen in months else months[0]


def held(key: str, months: Sequence[str]) -> str | None:
    """Return the month the box ``key`` holds, whatever language it is said in; None for no box."""
    picked = state.picked(key)
    if picked is None or picked in months:
        return picked
    said = {spoken(month, catalogue(one)): month for one in LANGUAGES for month in months}
    return said.get(picked)
