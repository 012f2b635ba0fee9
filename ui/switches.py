"""Switches of a page that are on at first; what is switched off stands in the address."""

import streamlit as st

from ui import state

_OFF = "off"


def is_on(key: str, label: str) -> bool:
    """Show a switch under the name it has in the address; tell whether it is on."""
    state.preset(key, st.query_params.get(key) != _OFF)
    return st.toggle(label, key=key, on_change=_write, args=(key,))


def _write(key: str) -> None:
    if state.is_ticked(key):
        st.query_params.pop(key, None)
    else:
        st.query_params[key] = _OFF
