"""Rows behind a chart that has half the width, across both halves: their columns need it."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st
from streamlit.elements.lib.grid_container import GridContainer

_LOOK = Path(__file__).with_name("across.css")  # asked for only where there are such rows


@contextmanager
def rows(grid: GridContainer, *, key: str, are_open: bool = True) -> Generator[None]:
    """Put what is shown into a cell of the grid that is as wide as all of it.

    On a phone it stands below its own chart, on a desk below the charts beside each other; see
    across.css. Where no rows ``are_open``, what says so stays below its own chart.
    """
    if not are_open:
        yield
        return
    with grid.container(key=f"rows-across-{key}"):
        st.html(_LOOK)
        yield
