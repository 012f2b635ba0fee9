"""The CSV of a table: all its rows, also those of the pages that are not on the screen."""

from collections.abc import Callable, Iterator

import pandas as pd
import streamlit as st

from ingest.separated import separated
from texts import Texts
from ui import files, state, taken


def offer(whole: Callable[[], pd.DataFrame], rows: int, t: Texts, *, key: str) -> None:
    """Offer the table that ``whole`` gives, of so many rows; it is spelled out after the click."""
    title = t(f"page.{page}") if (page := state.page()) else key
    name = files.named(title, "csv", t, as_of="")
    st.download_button(
        t("table.csv", count=f"{rows:,}"),
        data=taken.noted(lambda: _written(whole()), name),
        file_name=name,
        mime="text/csv",
        key=f"{key}-csv",
        on_click="ignore",
        type="tertiary",
    )


def _written(table: pd.DataFrame) -> bytes:
    return separated(list(map(str, table.columns)), _cells(table))


def _cells(table: pd.DataFrame) -> Iterator[list[object]]:
    for row in table.itertuples(index=False, name=None):
        yield [None if pd.isna(cell) else cell for cell in row]
