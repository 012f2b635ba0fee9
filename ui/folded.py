"""A part of a page that stands folded until somebody asks for it, and costs nothing till then."""

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer


def part(title: str, *, key: str, icon: str | None = None) -> ExpanderContainer:
    """Put the title of a part; whoever fills it asks first whether it is ``open``."""
    return st.expander(title, key=key, icon=icon, on_change="rerun")
