"""Beside a sum, whose amounts in it are in doubt, and the way to the warning about them."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import doubts, over_total
from analysis.board import Board
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Raised
from domain.periods import Period
from domain.warnings import Warned
from store.warning_acts import key_of_row
from texts import Texts
from texts.markdown import plain
from ui import cache, held, key_figures, pills, state

_PAGE = "pages/supervision/warnings.py"
_MARK = "▲"


def line(board: Board, period: Period, t: Texts, *, place: DeltaGenerator) -> None:
    """Say whose amounts in the sums of a page are in doubt, now and in the month before."""
    doubted, words = _of(board, period), Words(t, board.plan)
    before = period.earlier(1)
    _line("doubts", doubts.line(doubted.now, words), doubted.now, period, t, place=place)
    said = doubts.line_before(doubted.before, words)
    _line("doubts-before", said, doubted.before, before, t, place=place)


def above_total(board: Board, period: Period, t: Texts) -> None:
    """Say which projects are above their total investment, with the way to their warnings."""
    said = over_total.line(board, period, Words(t, board.plan))
    if not said:
        return
    address: dict[str, str | list[str]] = {name: [*of] for name, of in held.choices().items()}
    address |= {pills.RULE: [Warned.OVER_TOTAL.value], state.PERIOD: str(period)}
    with st.container(horizontal=True, vertical_alignment="center", key="over-total"):
        st.markdown(plain(said), width="content")
        st.page_link(_PAGE, label=t("doubt.see"), width="content", query_params=address)


def beside(board: Board, period: Period, t: Texts, *, places: Mapping[str, DeltaGenerator]) -> None:
    """Say in each tile whose amounts in its figure are in doubt; the line below leads there."""
    doubted, words = _of(board, period), Words(t, board.plan)
    said = {tile: plain(doubts.note(doubted, tile, words)) for tile in places}
    coloured = {tile: one.replace(_MARK, f":orange[{_MARK}]") for tile, one in said.items()}
    key_figures.add(coloured, board, period, t, places=places)


def _of(board: Board, period: Period) -> doubts.Doubted:
    return doubts.beside(cache.watch(board, period), period)


def _line(
    key: str, said: str, doubted: pd.DataFrame, period: Period, t: Texts, *, place: DeltaGenerator
) -> None:
    if not said:
        return
    with place.container(horizontal=True, vertical_alignment="center", key=key):
        st.markdown(f":orange[{_MARK}] {plain(said)}", width="content")
        address = _leading_to(doubted, period)
        st.page_link(_PAGE, label=t("doubt.see"), width="content", query_params=address)


def _leading_to(doubted: pd.DataFrame, period: Period) -> dict[str, str | list[str]]:
    """Return the address of the one warning, or of all warnings of these rules."""
    address: dict[str, str | list[str]] = {name: [*of] for name, of in held.choices().items()}
    address |= {pills.RULE: list(doubts.RULES), state.PERIOD: str(period)}
    if len(doubts.items(doubted)) == 1:
        telling_most = min(rows_of(doubted), key=lambda row: doubts.RULES.index(row[Raised.RULE]))
        address[state.WARNING] = key_of_row(telling_most)
    return address
