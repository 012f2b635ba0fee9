"""A choice of a page stands in the address as its code, the same in every language.

Streamlit would bind a control to the words it shows, and a link from an English page would then
mean nothing on a Chinese one. The words of old links are still understood.
"""

from collections.abc import Mapping

import streamlit as st

from ui import state


def follow(
    key: str, options: tuple[str, ...], spoken: Mapping[str, str], at_first: str | None = None
) -> None:
    """Let the control ``key``, about to be shown, hold what the address says.

    ``spoken`` gives the code of a word of either language. The option chosen ``at_first``, else
    the first, is no part of the address; what is none of them is dropped.
    """
    begin = at_first or options[0]
    written = st.query_params.get(key)
    code = spoken.get(written or "", written)
    if code not in options:
        code = begin
    state.preset(key, code)
    write(key, options, begin)


def write(key: str, options: tuple[str, ...], at_first: str | None = None) -> None:
    """Write the code that the control ``key`` holds into the address."""
    begin = at_first or options[0]
    code = state.picked(key) or begin
    if code not in options:  # still the word of the other language: the address knows better
        return
    if code == begin:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != code:
        st.query_params[key] = code
