"""The charts of the overview and of the money; what the reader clicked comes back."""

import streamlit as st
from streamlit.elements.lib.grid_container import GridContainer

from analysis.behind import ALL, OF_YEAR, OTHERS, Behind
from analysis.board import Board
from analysis.charts.progress import MOST_ITEMS
from analysis.charts.words import Words
from analysis.exhibits import progress, reporting
from domain.periods import Period
from texts import Texts
from ui import across, controls, details, exhibited, figures_load


def where_it_hurts(board: Board, period: Period, t: Texts, *, grid: GridContainer) -> None:
    """Show the items furthest behind, below them the one clicked; without progress, the load."""
    words, which = Words(t, board.plan), _asked(board, period, t)
    drawn = progress.gaps(board, period, words, which=which)
    if drawn is None:
        figures_load.task_load(board, period, t)
        return
    extent = progress.extent_of(board, period, which)
    measure = t(f"figure.gaps_{which}_measure") if which != ALL else ""
    put = exhibited.put("gaps", drawn, board, period, t, extent=extent, measure=measure)
    picked = exhibited.name(put)
    if picked is None:
        st.caption(t("detail.hint_behind"))
        return
    with across.rows(grid, key="gaps"):
        details.behind(board, period, t, item=picked)


def who_owes(board: Board, period: Period, t: Texts) -> str | None:
    """Show received and missing reports per unit; return the unit that was clicked."""
    drawn = reporting.owed(board, period, Words(t, board.plan))
    return exhibited.name(exhibited.put("owed", drawn, board, period, t))


def _asked(board: Board, period: Period, t: Texts) -> Behind:
    counts = {ALL: progress.behind(board, period)}
    counts |= {one: len(progress.behind_of(board, period, one)) for one in (OTHERS, OF_YEAR)}
    return controls.which_behind(t, counts, MOST_ITEMS)
