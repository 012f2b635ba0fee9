"""What goes along from page to page: the filters in force, and where a click leads."""

from typing import cast

import streamlit as st

_CHOICES = "choices_in_force"
_PAGE = "page_shown"
_TARGET = "page_headed_for"
_CAME_FROM = "page_before"
_PERIOD = "period_kept"


def choices() -> dict[str, tuple[str, ...]]:
    """Return the filters the reader chose, by name; they go along from page to page."""
    return dict(cast("dict[str, tuple[str, ...]]", st.session_state.get(_CHOICES, {})))


def choose(name: str, values: tuple[str, ...]) -> None:
    """Choose other values for one filter, in the address too; none takes it away."""
    left = {key: chosen for key, chosen in choices().items() if key != name}
    st.session_state[_CHOICES] = {**left, name: values} if values else left
    if values:
        st.query_params[name] = list(values)
    else:
        st.query_params.pop(name, None)


def take_choices_from_address(names: tuple[str, ...], page: str) -> None:
    """Accept the filters of a link; on coming from another page, bring its filters along."""
    written = {name: tuple(st.query_params.get_all(name)) for name in names}
    written = {name: values for name, values in written.items() if values}
    if written or st.session_state.get(_PAGE) in {None, page}:
        st.session_state[_CHOICES] = written
    else:
        for name, values in choices().items():
            st.query_params[name] = list(values)
    st.session_state[_CAME_FROM] = st.session_state.get(_PAGE)
    st.session_state[_PAGE] = page


def is_arriving() -> bool:
    """Tell whether this run is the first of a page that was come to from another."""
    return st.session_state.get(_CAME_FROM) not in {None, st.session_state.get(_PAGE)}


def period_kept() -> tuple[str | None, str | None]:
    """Return the month somebody chose, None before that, and the one that was shown last."""
    return cast("tuple[str | None, str | None]", st.session_state.get(_PERIOD, (None, None)))


def keep_period(chosen: str | None, shown: str) -> None:
    """Remember which month somebody chose, and which one is shown."""
    st.session_state[_PERIOD] = (chosen, shown)


def head_for(page: str, **address: str) -> None:
    """Remember from within a click where the reader goes next."""
    st.session_state[_TARGET] = (page, address)


def is_headed() -> bool:
    """Tell whether a click just now leads to another page."""
    return _TARGET in st.session_state


def take_target() -> tuple[str, dict[str, str]] | None:
    """Return where the reader goes, once."""
    return cast("tuple[str, dict[str, str]] | None", st.session_state.pop(_TARGET, None))
