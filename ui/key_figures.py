"""The key figures of the overview, each with its denominator beside it."""

import streamlit as st

from analysis import sentences
from analysis.board import Board
from analysis.charts.style import LIGHT_SHAPES
from analysis.tiles import tiles
from domain.periods import Period
from domain.rules import Light
from texts import Texts
from texts.markdown import plain
from ui.tile import put

COLOURS = {
    Light.DONE: "blue",
    Light.GREEN: "green",
    Light.YELLOW: "orange",
    Light.RED: "red",
    Light.NOT_DUE: "gray",
    Light.UNREPORTED: "gray",
}


def show(board: Board, period: Period, t: Texts) -> None:
    """Show five tiles; a figure nobody has reported says so and is never zero."""
    grid = st.grid(min_column_width=165, gap="small", key="tiles-overview")
    for tile in tiles(board, period, t):
        put(grid, tile.label, _coloured(tile.figure), "  \n".join(tile.notes))
    if apart := sentences.done_and_finished(board, period, t):
        st.caption(plain(apart))


def _coloured(figure: str) -> str:
    """Give the shapes of the lights their colours."""
    for light, shape in LIGHT_SHAPES.items():
        figure = figure.replace(shape, f":{COLOURS[light]}[{shape}]")
    return figure
