"""A figure with its name above and its denominator below, in one piece of a grid of such tiles."""

from typing import Protocol

from streamlit.delta_generator import DeltaGenerator


class Grid(Protocol):
    """Where tiles stand beside each other: ``st.grid`` with a key that look.css knows."""

    def markdown(self, body: str, /) -> DeltaGenerator:
        """Put markdown into the next place."""
        ...


def put(grid: Grid, label: str, figure: str, note: str = "") -> DeltaGenerator:
    """Add a tile and return its place; all is markdown, a line of ``note`` ends in two spaces.

    One piece, not a frame with three in it: a page sends each piece by itself. Written anew in its
    place, it says more.
    """
    return grid.markdown("\n\n".join(filter(None, (label, f"### {figure}", note))))
