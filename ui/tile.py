"""A figure with its name above and its denominator below, in one piece of a grid of such tiles."""

from typing import Protocol


class Grid(Protocol):
    """Where tiles stand beside each other: ``st.grid`` with a key that look.css knows."""

    def markdown(self, body: str, /) -> object:
        """Put markdown into the next place."""
        ...


def put(grid: Grid, label: str, figure: str, note: str = "") -> None:
    """Add a tile; all three are markdown, a line of ``note`` ends in two spaces.

    One piece, not a frame with three in it: a page sends each piece by itself.
    """
    grid.markdown("\n\n".join(filter(None, (label, f"### {figure}", note))))
