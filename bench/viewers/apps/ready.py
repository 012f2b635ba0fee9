"""The pieces of a page with nothing behind them: what Streamlit itself takes for as many."""

import json
import os
from collections.abc import Callable
from datetime import date
from itertools import chain, repeat
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def figure() -> go.Figure:
    """Return a chart of twelve bars, made once."""
    return go.Figure(go.Bar(x=list(range(12)), y=list(range(12))))


@st.cache_resource
def table() -> pd.DataFrame:
    """Return a table of twenty rows, made once."""
    return pd.DataFrame({"item": [f"P{n}" for n in range(20)], "percent": list(range(20))})


SAID = "58.52 of 74.15; schedule 83.3%"
PIECES: dict[str, Callable[[str], Any]] = {
    "markdown": lambda _: st.markdown(SAID),
    "heading": lambda _: st.subheader(SAID, anchor=False),
    "html": lambda _: st.html(f"<i>{SAID}</i>"),
    "alert": lambda _: st.info(SAID),
    "code": lambda _: st.code(SAID),
    "button": lambda key: st.button(SAID, key=key),
    "download_button": lambda key: st.download_button(SAID, lambda: b"", key=key),
    "button_group": lambda key: st.segmented_control(SAID, ("a", "b", "c"), key=key),
    "selectbox": lambda key: st.selectbox(SAID, ("a", "b", "c"), key=key),
    "text_input": lambda key: st.text_input(SAID, key=key),
    "number_input": lambda key: st.number_input(SAID, 0, 9, key=key),
    "date_input": lambda key: st.date_input(SAID, date(2026, 10, 1), key=key),
    "dataframe": lambda key: st.dataframe(table(), key=key),
    "table": lambda _: st.table(table()),
    "plotly_chart": lambda key: st.plotly_chart(
        figure(), theme=None, key=key, on_select="rerun", selection_mode="points"
    ),
    "popover": lambda key: st.popover(SAID, key=key, on_change="rerun"),
    "expandable": lambda key: st.expander(SAID, key=key, on_change="rerun"),
}


def page() -> None:
    """Send as many pieces of each kind; one that is not known here is a container."""
    asked: dict[str, int] = json.loads(os.environ["READY_PIECES"])
    asked.pop("pages", None)
    every = chain.from_iterable(repeat(kind, count) for kind, count in asked.items())
    for number, kind in enumerate(every):
        PIECES.get(kind, lambda key: st.container(key=key))(f"{kind}-{number}")


count = json.loads(os.environ["READY_PIECES"]).get("pages", 1)
pages = [st.Page(page, title=f"p{n}", url_path=f"p{n}") for n in range(count)]
st.navigation(pages).run()
