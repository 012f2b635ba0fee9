"""One warning on the screen: its rule, its rows and its course; it has an address of its own."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.charts import warned
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.metrics.columns import Raised
from domain.columns import Reports
from domain.periods import Period
from store.warning_acts import RAISED, key_of_row, month_of
from ui import cache, state, warned_rows
from ui.warned_acts import offer_acts

_CHOOSER = "warning-open"


def open_one(listed: Sequence[Row], every: Sequence[Row], period: Period, words: Words) -> None:
    """Ask for one of the warnings ``listed``, or take that of the address; show it whole.

    A link leads to any of ``every`` warning of the month, whatever the filters leave out.
    """
    t, asked = words.t, st.query_params.get(state.WARNING)
    known = {key_of_row(row): row for row in listed}
    if asked is not None and asked not in known and (row := _named(asked, every)) is not None:
        known[asked] = row
    state.preset(_CHOOSER, asked if asked in known else None)
    key = st.selectbox(
        t("warning.open"),
        list(known),
        format_func=lambda one: _title(known[one], words),
        index=None,
        key=_CHOOSER,
        placeholder=t("control.choose"),
        on_change=_write,
    )
    if key is not None:
        _whole(key, known, period, words)
    elif asked is not None and month_of(asked) not in {None, str(period)}:
        st.query_params.pop(state.WARNING)  # the reader went on to another month
    elif asked is not None:
        st.warning(t("warning.gone"))


def _named(key: str, every: Sequence[Row]) -> Row | None:
    """Return the warning that a key names; only those of the items in it are named themselves."""
    near = (row for row in every if f"|{row[Reports.ITEM_ID]}|" in key)
    return next((row for row in near if key_of_row(row) == key), None)


def _write() -> None:
    """Write the chosen warning into the address, so that a link and a reload lead back to it."""
    key = state.picked(_CHOOSER)
    if key is None:
        st.query_params.pop(state.WARNING, None)
    else:
        st.query_params[state.WARNING] = key


def _whole(key: str, known: Mapping[str, Row], period: Period, words: Words) -> None:
    row = known[key]
    st.markdown(f"**{_title(row, words)}**")
    st.markdown(warned.seen(row, words))
    st.caption(warned.rule(row, words))
    warned_rows.show(row, cache.watched(period), words)
    offer_acts(key, cache.courses().get(key, RAISED), words)


def _title(row: Row, words: Words) -> str:
    unit = row[Reports.RESPONSIBLE_UNIT]
    who = words.in_full(unit) if unit else ""
    said = (warned.named(row[Raised.RULE], words), who, row[Reports.ITEM_ID])
    return " · ".join(one for one in (*said, row[Reports.ITEM_NAME]) if one)
