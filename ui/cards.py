"""The way from a row, a bar or a cell to the card of a project or task."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, NoReturn
from urllib.parse import urlencode

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from analysis.memo import once
from texts import Texts
from texts.wrap import width_em
from ui import clicks, columns, paged, state, table_file, wrapping

PAGE = "pages/leadership/card.py"
_PATH = "card"
ITEM = "item"
NO_WIDTHS: Mapping[str, int] = MappingProxyType({})  # every column as wide as its cells
_LETTER_PX, _PAD_PX = 14, 20


class Whole(NamedTuple):
    """What gives a whole table in the reader's words, and its rows; none where no file is due."""

    give: Callable[[], pd.DataFrame]
    rows: int


def table(
    shown: pd.DataFrame,
    t: Texts,
    *,
    key: str,
    whole: Whole | None = None,
    widths_px: Mapping[str, int] = NO_WIDTHS,
    item: str = ITEM,
) -> None:
    """Show rows of items; their number, ``table.<item>``, is a button that opens the card.

    The file beside it holds all rows: those of ``whole``, where ``shown`` is but a part.
    ``widths_px`` are by ``table.<name>``; what is longer takes further lines of its cell, in
    English it is cut.
    """
    if shown.empty:
        return
    number = t(f"table.{item}")
    click = f"{key}-open"
    opens = st.column_config.ButtonColumn(
        number, help=t("card.open"), width=76, pinned=True, type="tertiary", key=click
    )
    name_columns = (t("table.project"), t("table.name"), t("table.task"))
    named_here = tuple(name for name in name_columns if name in shown.columns)
    shown, found = paged.cut(shown, t, key=key, names=(number, *named_here))
    if shown.empty:
        return
    widths = tuple((t(f"table.{name}"), width) for name, width in widths_px.items())
    in_order, config, heights = _laid_out(shown, t, number, named_here, widths)
    st.dataframe(
        in_order,
        hide_index=True,
        key=key,
        lazy=False,
        column_config={**config, number: opens},
        **heights,
    )
    whole = whole or Whole(lambda: found, len(found))
    if whole.rows:
        table_file.offer(whole.give, whole.rows, t, key=key)
    row = clicks.row(click)
    if row is not None and row < len(shown):
        open_card(str(shown[number].iloc[row]))


@once
def _laid_out(
    shown: pd.DataFrame, t: Texts, number: str, names: tuple[str, ...], widths: wrapping.Widths
) -> tuple[Any, dict[str, ColumnConfig], dict[str, Any]]:
    """Return the table with its numbers of items first, how its columns stand, and how high."""
    in_order = [number, *(name for name in shown.columns if name != number)]
    named = {name: st.column_config.TextColumn(name, width=width_px(shown[name])) for name in names}
    spoken = columns.months_spoken(shown[in_order], t)
    config = {**columns.numbers_right(shown, t), **named, **wrapping.columns(widths)}
    lines = wrapping.broken(spoken, widths, t)
    return columns.ready(lines), config, wrapping.heights(spoken, widths, t)


def open_card(item_id: str) -> NoReturn:
    """Go to the card of an item; filters, day and version go along."""
    st.switch_page(PAGE, query_params={ITEM: item_id})


def address(item_id: str) -> str:
    """Return the address of a card for a link on this page; filters, day and version go along.

    It has no ``-``, at which a sentence for a phone would be kept from ending a line.
    """
    of_page = {state.PICK, state.CELL, ITEM}
    kept = {name: st.query_params.get_all(name) for name in st.query_params if name not in of_page}
    written = urlencode({**kept, ITEM: item_id}, doseq=True)
    return f"{_PATH}?{written.replace('-', '%2D')}"


def width_px(names: Iterable[str]) -> int:
    """Return how wide the column of the names must be for the longest to be read to its end."""
    return round(max(map(width_em, names), default=0) * _LETTER_PX) + _PAD_PX
