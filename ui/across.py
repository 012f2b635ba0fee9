"""Rows behind a chart that has half the width, across both halves: their columns need it."""

from collections.abc import Generator
from contextlib import contextmanager

from streamlit.elements.lib.grid_container import GridContainer


@contextmanager
def rows(grid: GridContainer | None, *, key: str) -> Generator[None]:
    """Put what is shown into a cell of the grid that is as wide as all of it, if there is a grid.

    On a phone it stands below its own chart, on a desk below the charts beside each other; see
    look.css.
    """
    if grid is None:
        yield
        return
    with grid.container(key=f"rows-across-{key}"):
        yield
