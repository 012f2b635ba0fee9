"""Long tables, a page at a time: what is sought in them, and which of their rows are shown."""

from math import ceil
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.memo import the_last
from texts import Texts
from texts.markdown import plain

ROWS_A_PAGE = 500  # a browser scrolls through as many without a wait; nobody reads more


class Cut(NamedTuple):
    """The rows on the screen, and all those found, which a file holds."""

    shown: pd.DataFrame
    found: pd.DataFrame


def cut(table: pd.DataFrame, t: Texts, *, key: str, names: tuple[str, ...]) -> Cut:
    """Return the rows to show; of a long table those of a page, after asking what is sought.

    ``names`` are the columns that are looked through for a part of a name or number.
    """
    if len(table) <= ROWS_A_PAGE:
        return Cut(table, table)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        sought = _sought(t, key)
        found = _with(table, sought, names)
        pages = max(ceil(len(found) / ROWS_A_PAGE), 1)
        page = min(st.pagination(pages, key=f"{key}-page-{sought}"), pages)
    if found.empty:
        st.info(t("control.found_none", sought=plain(sought)))
        return Cut(found, found)
    first = (page - 1) * ROWS_A_PAGE
    shown = _page(found, first)
    places = {"first": first + 1, "last": first + len(shown)}
    st.caption(t("paged.rows", total=f"{len(found):,}", **places))
    return Cut(shown, found)


def _sought(t: Texts, key: str) -> str:
    typed = st.text_input(
        t("control.find"), key=f"{key}-find", placeholder=t("control.find_hint"), width=320
    )
    return (typed or "").strip()


@the_last(4)  # the same object on the next run, with what was made of it
def _page(found: pd.DataFrame, first: int) -> pd.DataFrame:
    return found.iloc[first : first + ROWS_A_PAGE]


@the_last(4)
def _with(table: pd.DataFrame, sought: str, names: tuple[str, ...]) -> pd.DataFrame:
    if not sought:
        return table
    found = pd.Series(data=False, index=table.index)
    for name in names:
        cells = table[name].astype("str")
        found |= cells.str.contains(sought, case=False, regex=False).fillna(value=False)
    return table[found]
