"""What is picked in a chart fades the rest of it: that it is so is said, with the way back."""

import streamlit as st

from texts import Texts
from ui import state

_TIMES = "times_unpicked"


def key_of(chart: str, part: str = "") -> str:
    """Return the key under which a chart, or a part of one, is shown.

    A chart keeps what is picked in it under its key: taken back, it is shown under another one.
    """
    times = _times(chart)
    return "-".join(filter(None, (chart, part, str(times) if times else "")))


def way_back(chart: str, t: Texts) -> None:
    """Say below a chart that a part of it is picked, and offer to show the whole again."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"picked-{chart}"):
        st.caption(t("figure.picked"), width="content")
        st.button(
            t("figure.unpick"),
            key=f"unpick-{chart}",
            type="tertiary",
            icon=":material/undo:",
            on_click=_take_back,
            args=(chart,),
        )


def _times(chart: str) -> int:
    return int(state.picked(f"{_TIMES}-{chart}") or 0)


def _take_back(chart: str) -> None:
    state.preset(f"{_TIMES}-{chart}", str(_times(chart) + 1))
