"""The charts of the overview and of the money; what the reader clicked comes back."""

import streamlit as st
from streamlit.elements.lib.grid_container import GridContainer

from analysis.board import Board
from analysis.charts.progress import MOST_ITEMS
from analysis.charts.words import Words
from analysis.exhibits import progress, reporting
from domain.periods import Period
from texts import Texts
from ui import across, controls, details, exhibited, figures_load


def where_it_hurts(board: Board, period: Period, t: Texts, *, grid: GridContainer) -> None:
    """Show the items furthest behind, below them the one clicked; without progress, the load."""
    words, of_year = Words(t, board.plan), _asked_of_year(board, period, t)
    drawn = progress.gaps(board, period, words, of_year=of_year)
    if drawn is None:
        figures_load.task_load(board, period, t)
        return
    extent = progress.extent_of_year(board, period) if of_year else None
    measure = t("figure.gaps_of_year_measure") if of_year else ""
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


def _asked_of_year(board: Board, period: Period, t: Texts) -> bool:
    counts = {"all": progress.behind(board, period)}
    counts["of_year"] = progress.extent_of_year(board, period).total
    return controls.is_of_year(t, counts, MOST_ITEMS)
