"""The way from a row, a bar or a cell to the card of a project or task."""

from typing import NoReturn

import pandas as pd
import streamlit as st

from texts import Texts
from ui import state

PAGE = "pages/leadership/card.py"
ITEM = "item"


def table(shown: pd.DataFrame, t: Texts, *, key: str) -> None:
    """Show rows of items; their number, ``table.item``, is a button that opens the card."""
    if shown.empty:
        return
    number = t("table.item")
    click = f"{key}-open"
    opens = st.column_config.ButtonColumn(
        number, help=t("card.open"), width=76, pinned=True, type="tertiary", key=click
    )
    columns = [number, *(name for name in shown.columns if name != number)]
    st.dataframe(
        shown[columns],
        hide_index=True,
        key=key,
        lazy=False,
        column_config={number: opens},
    )
    row = state.clicked_row(click)
    if row is not None and row < len(shown):
        open_card(str(shown[number].iloc[row]))


def open_card(item_id: str) -> NoReturn:
    """Go to the card of an item; filters, day and version go along."""
    st.switch_page(PAGE, query_params={ITEM: item_id})
