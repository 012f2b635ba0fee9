"""The key figures of the overview, each with its denominator beside it."""

from collections.abc import Mapping
from typing import TypeAlias

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import sentences
from analysis.board import Board
from analysis.charts.style import LIGHT_SHAPES
from analysis.tiles import Tile, tiles
from domain.periods import Period
from domain.rules import Light
from texts import Texts
from texts.markdown import plain
from ui.tile import Grid, put

Places: TypeAlias = Mapping[str, DeltaGenerator]
COLOURS = {
    Light.DONE: "blue",
    Light.GREEN: "green",
    Light.YELLOW: "orange",
    Light.RED: "red",
    Light.NOT_DUE: "violet",  # there is one gray; .streamlit/config.toml makes this a lighter one
    Light.UNREPORTED: "gray",
}


def show(board: Board, period: Period, t: Texts) -> dict[str, DeltaGenerator]:
    """Show five tiles; a figure nobody has reported says so and is never zero.

    The place of each comes back under its key, for what is known of it later.
    """
    grid = st.grid(min_column_width=165, gap="small", key="tiles-overview")
    return {tile.key: _put(grid, tile, *tile.notes) for tile in tiles(board, period, t)}


def apart(board: Board, period: Period, t: Texts) -> None:
    """Say why as many projects are done in one figure and as many finished in another."""
    if said := sentences.done_and_finished(board, period, t):
        st.caption(plain(said))


def add(said: Mapping[str, str], board: Board, period: Period, t: Texts, *, places: Places) -> None:
    """Write one more line into the tiles whose keys have one in ``said``."""
    for tile in tiles(board, period, t):
        if line := said.get(tile.key):
            _put(places[tile.key], tile, *tile.notes, line)


def _put(grid: Grid, tile: Tile, *notes: str) -> DeltaGenerator:
    return put(grid, tile.label, coloured(tile.figure), "  \n".join(notes))


def coloured(figure: str) -> str:
    """Give the shapes of the lights in a figure, which is markdown, their colours."""
    for light, shape in LIGHT_SHAPES.items():
        figure = figure.replace(shape, f":{COLOURS[light]}[{shape}]")
    return figure
