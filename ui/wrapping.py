"""Columns of a width of their own, whose cells take as many lines as they need in Chinese."""

import re
from typing import Any, TypeAlias, TypeGuard

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from texts import Texts
from texts.phrases import in_phrases
from texts.wrap import wrapped

Widths: TypeAlias = tuple[tuple[str, int], ...]  # in px, by the name of the column
_LETTER_PX, _PAD_PX = 14, 18
_LINE_PX, _ABOVE_PX, _HEAD_PX = 21, 14, 38
_LOWEST_PX = 65  # in a row of four letters' height or less the grid breaks no line
_MOST_LINES = 3  # rows are all of one height: one long cell must not make them all high
_MOST_PX = 700
_DIGIT, _LATIN = re.compile(r"\d"), re.compile("[A-Za-z]{2}")
_KEPT = "\u00a0"  # a space that no line ends at


def columns(widths: Widths) -> dict[str, ColumnConfig]:
    """Return how to show the columns that have a width of their own."""
    return {name: st.column_config.TextColumn(name, width=width) for name, width in widths}


def broken(shown: pd.DataFrame, widths: Widths, t: Texts) -> pd.DataFrame:
    r"""Return a table in whose cells no line ends within a number.

    The browser's grid ends a line at its last space, and anywhere where it has none: a date or an
    amount would be cut in two. So a cell with numbers has a space where a line is to end, and
    every other space is one at which no line ends. English cells are of one line each.

    >>> from texts import catalogue
    >>> told = pd.DataFrame({"seen": ["总投资 155.5 亿元，待核", "新能源装备制造产业园"]})
    >>> broken(told, (("seen", 110),), catalogue("zh"))["seen"].tolist()
    ['总投资 155.5\xa0亿元， 待核', '新能源装备制造产业园']
    """
    if t.language == "en" or not widths:
        return shown
    lines = shown.copy()
    for name, width in widths:
        lines[name] = [_broken(cell, width) if _numbered(cell) else cell for cell in shown[name]]
    return lines


def heights(shown: pd.DataFrame, widths: Widths, t: Texts) -> dict[str, Any]:
    """Return how high the rows of a table must be for its longest cell, and the whole of it.

    The browser's grid breaks lines by the mean width of all letters of the page. Beside Chinese
    names it takes English sentences for narrower than they are and leaves them in one line, so
    English rows are of one line, but for those of Chinese names alone.
    """
    cells = [(str(cell), width) for name, width in widths for cell in shown[name]]
    if t.language == "en" and any(_LATIN.search(cell) for cell, _ in cells):
        return {}
    lines = min(max((_lines(*one) for one in cells), default=1), _MOST_LINES)
    if lines == 1:
        return {}
    row = max(lines * _LINE_PX + _ABOVE_PX, _LOWEST_PX)
    return {"row_height": row, "height": min(_HEAD_PX + row * len(shown), _MOST_PX)}


def _broken(cell: str, width_px: int) -> str:
    lines = in_phrases(cell, (width_px - _PAD_PX) / _LETTER_PX)
    return " ".join(line.replace(" ", _KEPT) for line in lines)


def _numbered(cell: object) -> TypeGuard[str]:
    return isinstance(cell, str) and _DIGIT.search(cell) is not None


def _lines(cell: str, width_px: int) -> int:
    lines = [cell]
    if _numbered(cell):
        lines = in_phrases(cell, (width_px - _PAD_PX) / _LETTER_PX)
    return sum(len(wrapped(line, (width_px - _PAD_PX) / _LETTER_PX)) for line in lines)
