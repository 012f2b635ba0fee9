"""Which of many items a chart shows: search, pages and months; the search stands in the address."""

from math import ceil

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.board import Board
from analysis.exhibits.past import ITEMS_A_PAGE, Sheet, listed
from analysis.exhibits.progress import RECENT_MONTHS
from domain.periods import Period
from texts import Texts
from texts.markdown import plain
from ui import controls

_ALL = 0


def ask(
    board: Board, period: Period, t: Texts, *, subjects: str, view: str, choices: DeltaGenerator
) -> Sheet | None:
    """Ask for a part of a name, a page and how many months; None where nothing has such a name.

    The months are asked beside the other ``choices``. ``view`` names the picture, whose rows are
    counted. Nothing is asked where all items fit on one page and all months in one chart; an
    estimate lies ahead and has no months to choose.
    """
    every = listed(view, board, period, subjects=subjects)
    with choices:
        shown = RECENT_MONTHS if view == "finishes" else months(board, period, t)
    if every <= ITEMS_A_PAGE:
        return Sheet(months=shown)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        sought = _sought(t)
        found = listed(view, board, period, subjects=subjects, sheet=Sheet(sought=sought))
        pages = max(ceil(found / ITEMS_A_PAGE), 1)
        page = st.pagination(pages, key=f"page-{subjects}-{found}-{sought}")
    if not found:
        st.info(t("control.found_none", sought=plain(sought)))
        return None
    return Sheet(page=min(page, pages), sought=sought, months=shown)


def _sought(t: Texts) -> str:
    typed = st.text_input(
        t("control.find"),
        key="find",
        placeholder=t("control.find_hint"),
        bind="query-params",
        width=320,
    )
    return (typed or "").strip()


def months(board: Board, period: Period, t: Texts) -> int:
    """Ask how many months to draw, 0 for all; nothing is asked where all fit in one chart."""
    if sum(one <= period for one in board.periods) <= RECENT_MONTHS:
        return RECENT_MONTHS
    chosen = controls.one_of(t, "months", ("recent", "all"))
    return RECENT_MONTHS if chosen == "recent" else _ALL
