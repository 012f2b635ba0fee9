"""What stands in a table on a desk and in sentences on a phone, where a table would be cut."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

_HEIGHT_PX = 460
_SCROLLS_FROM = 6  # entries; fewer stand on the page as they are


def desk(key: str) -> DeltaGenerator:
    """Return the place for a table, which a phone does not show; see look.css."""
    return st.container(key=f"on-desk-{key}")


def listed(entries: Sequence[str], *, key: str) -> None:
    """List entries of markdown, on a phone alone; many scroll in a frame of their own."""
    with st.container(key=f"on-phone-{key}"):
        height = _HEIGHT_PX if len(entries) >= _SCROLLS_FROM else "content"
        with st.container(height=height, key=f"{key}-entries"):
            st.markdown("\n".join(f"- {entry}" for entry in entries))
