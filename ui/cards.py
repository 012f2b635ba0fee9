"""The way from a row, a bar or a cell to the card of a project or task."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, NoReturn

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from analysis.memo import once
from texts import Texts
from texts.wrap import width_em
from ui import columns, paged, state, table_file

PAGE = "pages/leadership/card.py"
ITEM = "item"
_LETTER_PX, _PAD_PX = 14, 20


class Whole(NamedTuple):
    """What gives a whole table in the reader's words, and its rows; none where no file is due."""

    give: Callable[[], pd.DataFrame]
    rows: int


def table(shown: pd.DataFrame, t: Texts, *, key: str, whole: Whole | None = None) -> None:
    """Show rows of items; their number, ``table.item``, is a button that opens the card.

    The file beside it holds all rows: those of ``whole``, where ``shown`` is but a part.
    """
    if shown.empty:
        return
    number = t("table.item")
    click = f"{key}-open"
    opens = st.column_config.ButtonColumn(
        number, help=t("card.open"), width=76, pinned=True, type="tertiary", key=click
    )
    name_columns = (t("table.project"), t("table.name"), t("table.task"))
    named_here = tuple(name for name in name_columns if name in shown.columns)
    shown, found = paged.cut(shown, t, key=key, names=(number, *named_here))
    if shown.empty:
        return
    in_order, config = _laid_out(shown, t, number, named_here)
    st.dataframe(
        in_order, hide_index=True, key=key, lazy=False, column_config={**config, number: opens}
    )
    whole = whole or Whole(lambda: found, len(found))
    if whole.rows:
        table_file.offer(whole.give, whole.rows, t, key=key)
    row = state.clicked_row(click)
    if row is not None and row < len(shown):
        open_card(str(shown[number].iloc[row]))


@once
def _laid_out(
    shown: pd.DataFrame, t: Texts, number: str, names: tuple[str, ...]
) -> tuple[Any, dict[str, ColumnConfig]]:
    """Return the table with its numbers of items first, and how its columns stand."""
    in_order = [number, *(name for name in shown.columns if name != number)]
    named = {name: st.column_config.TextColumn(name, width=width_px(shown[name])) for name in names}
    said = columns.ready(columns.months_spoken(shown[in_order], t))
    return said, {**columns.numbers_right(shown), **named}


def open_card(item_id: str) -> NoReturn:
    """Go to the card of an item; filters, day and version go along."""
    st.switch_page(PAGE, query_params={ITEM: item_id})


def width_px(names: Iterable[str]) -> int:
    """Return how wide the column of the names must be for the longest to be read to its end."""
    return round(max(map(width_em, names), default=0) * _LETTER_PX) + _PAD_PX
