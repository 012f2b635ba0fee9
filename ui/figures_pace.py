"""Charts of the pace, each with the projects behind what was clicked in it."""

import streamlit as st
from streamlit.elements.lib.grid_container import GridContainer

from analysis.behind import ALL
from analysis.board import Board
from analysis.charts import bullets
from analysis.charts.words import Words
from analysis.exhibits import pace
from analysis.views import schedule
from domain.periods import Period
from texts import Texts
from ui import across, controls, exhibited, figures_money, project_rows


def where_we_stand(board: Board, period: Period, t: Texts, *, grid: GridContainer) -> None:
    """Show 投资完成率 of the chains; until a year plan is reported, the plan's investment."""
    if not by_chain(board, period, t, grid=grid):
        figures_money.by_chain(board, period, t, grid=grid)


def by_chain(board: Board, period: Period, t: Texts, *, grid: GridContainer) -> bool:
    """Show 投资完成率 of the chains; return whether there was a year plan to show."""
    drawn = pace.completion(board, period, Words(t, board.plan))
    if drawn is None:
        return False
    chain = exhibited.name(exhibited.put("completion", drawn, board, period, t))
    if chain is not None:
        chain = "" if chain == bullets.UNASSIGNED else chain
        with across.rows(grid, key="completion"):
            project_rows.of_rate(board, period, t, chain=chain, key="completion")
    return True


def compared(board: Board, period: Period, t: Texts, *, grid: GridContainer) -> None:
    """Show the period beside the month before and a year before; a bar leads to its projects."""
    drawn = pace.compared(board, period, Words(t, board.plan))
    if drawn is not None:
        month = exhibited.name(exhibited.put("compared", drawn, board, period, t))
        if month is not None:
            with across.rows(grid, key="compared"):
                project_rows.of_rate(board, Period.parse(month), t, key="compared")


def curve(board: Board, period: Period, t: Texts, *, grid: GridContainer) -> None:
    """Show plan and delivery of the year month by month; without a year plan, say so."""
    drawn = pace.s_curve(board, period, Words(t, board.plan))
    if drawn is None:
        st.info(t("figure.no_year_plan"))
        return
    month = exhibited.name(exhibited.put("curve", drawn, board, period, t))
    if month is not None:
        with across.rows(grid, key="curve"):
            project_rows.of_month(board, Period.parse(month), t, key="curve")


def furthest_behind(board: Board, period: Period, t: Texts) -> None:
    """Show the projects furthest behind, all others in one row; as asked, a part of them."""
    if schedule.by_project(board, period).empty:
        return
    which = controls.which_behind(t, pace.behind(board, period), pace.MOST_PROJECTS)
    drawn = pace.completion_of_projects(board, period, Words(t, board.plan), which=which)
    if drawn is None:
        return
    extent = pace.extent_of(board, period, which)
    measure = t(f"figure.completion_{which}_measure") if which != ALL else ""
    key = "completion_projects"
    put = exhibited.put(key, drawn, board, period, t, extent=extent, measure=measure)
    shown = pace.MOST_PROJECTS
    pick = exhibited.name(put)
    project_rows.of_pace(board, period, t, pick=pick, shown=shown, which=which)
