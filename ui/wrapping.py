"""Columns of a width of their own, whose cells take as many lines as they need in Chinese."""

from typing import Any, TypeAlias

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from texts import Texts
from texts.wrap import wrapped

Widths: TypeAlias = tuple[tuple[str, int], ...]  # in px, by the name of the column
_LETTER_PX, _PAD_PX = 14, 18
_LINE_PX, _ABOVE_PX, _HEAD_PX = 21, 14, 38
_MOST_LINES = 3  # rows are all of one height: one long cell must not make them all high
_MOST_PX = 640


def columns(widths: Widths) -> dict[str, ColumnConfig]:
    """Return how to show the columns that have a width of their own."""
    return {name: st.column_config.TextColumn(name, width=width) for name, width in widths}


def heights(shown: pd.DataFrame, widths: Widths, t: Texts) -> dict[str, Any]:
    """Return how high the rows of a table must be for its longest cell, and the whole of it.

    The browser's grid breaks lines by the mean width of all letters of the page. Beside Chinese
    names it takes English sentences for narrower than they are and leaves them in one line, so
    English rows are of one line.
    """
    if t.language == "en":
        return {}
    cells = ((str(cell), width) for name, width in widths for cell in shown[name])
    lines = min(max((_lines(*one) for one in cells), default=1), _MOST_LINES)
    if lines == 1:
        return {}
    row = lines * _LINE_PX + _ABOVE_PX
    return {"row_height": row, "height": min(_HEAD_PX + row * len(shown), _MOST_PX)}


def _lines(cell: str, width_px: int) -> int:
    return len(wrapped(cell, (width_px - _PAD_PX) / _LETTER_PX))
