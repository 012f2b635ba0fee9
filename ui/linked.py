"""What a link says about the past: the day, the days or the version its reader is to see."""

from contextlib import suppress
from datetime import date

import streamlit as st

from ui import state


def take() -> None:
    """Accept ``?as_of=2026-10-31`` and ``?version=12`` of a link, and keep both in the address.

    A day that is none is dropped; a version that is no number returns to the newest.
    """
    _take_day(st.query_params.get(state.AS_OF))
    _take_version(st.query_params.get(state.VERSION))


def follow_day(key: str, at_first: date, earliest: date, latest: date) -> None:
    """Let the control ``key``, about to be shown, hold the day of the address, else the first.

    A day outside ``earliest`` to ``latest`` is moved to the nearer of them; what is no day is
    dropped.
    """
    day, written = at_first, st.query_params.get(key)
    if written is not None:
        with suppress(ValueError):
            day = date.fromisoformat(written)
    state.preset(key, min(max(day, earliest), latest))
    write_day(key, at_first)


def write_day(key: str, at_first: date) -> None:
    """Write the day that the control ``key`` holds into the address, unless it is the first."""
    day = state.day_in(key)
    if day is None or day == at_first:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != day.isoformat():
        st.query_params[key] = day.isoformat()


def _take_day(written: str | None) -> None:
    day = state.as_of()
    if written is not None:
        with suppress(ValueError):
            day = date.fromisoformat(written)
    if written is not None or day is not None:
        state.look_back_to(day)


def _take_version(written: str | None) -> None:
    version = state.frozen_version()
    if written is not None:
        counted = written.isascii() and written.isdecimal() and int(written) > 0
        version = int(written) if counted else None
    if written is not None or version is not None:
        state.freeze(version)
