"""Where the money is: largest projects, concentration, phases."""

import pandas as pd

from analysis import calendar_tables, plan_tables
from analysis.board import Board
from analysis.memo import once
from analysis.metrics import phases, portfolio
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Projects, Reports
from domain.periods import Period


@once
def ranked(board: Board, period: Period) -> pd.DataFrame:
    """One row per project that discloses its investment, largest first."""
    return portfolio.ranked(board.projects, board.standing(period))


@once
def largest(board: Board, period: Period, most: int) -> pd.DataFrame:
    """One row per project of the ``most`` largest, and one that sums all others."""
    return portfolio.largest(ranked(board, period), most)


@once
def concentration(board: Board, period: Period) -> pd.DataFrame:
    """One row per group of the largest projects, the smallest group first."""
    return portfolio.concentration(ranked(board, period))


@once
def by_phase(board: Board) -> pd.DataFrame:
    """One row per phase in the order of a project's life, not stated last."""
    return phases.by_phase(board.projects, calendar_tables.phases())


@once
def by_phase_and_chain(board: Board) -> pd.DataFrame:
    """One row per phase and chain with a disclosed amount."""
    chains = plan_tables.chains(board.plan)
    return phases.by_phase_and_chain(board.projects, calendar_tables.phases(), chains)


@once
def with_delivery(board: Board, period: Period) -> pd.DataFrame:
    """One row per project: its own columns, and what is known of its delivery by ``period``.

    A year plan is the one reported, not that of the project table.
    """
    standing = board.standing(period)
    about = standing[standing[Reports.KIND] == ItemKind.PROJECT]
    delivery = about.rename(columns={Reports.ITEM_ID.value: Projects.ID.value})
    own = board.projects.drop(columns=[Projects.YEAR_PLAN_YUAN.value])
    return own.merge(delivery, on=Projects.ID.value, how="left")


@once
def behind_rate(board: Board, period: Period) -> pd.DataFrame:
    """Return the rows of ``with_delivery`` that 投资完成率 counts, the furthest behind first.

    They state a year plan and what is done of it in the period itself.
    """
    rows = with_delivery(board, period)
    stated = rows[Reports.DONE_YTD_YUAN].notna() & rows[Reports.YEAR_PLAN_YUAN].notna()
    counted = rows[stated & rows[Counted.IS_CURRENT].fillna(value=False)]
    return counted.sort_values(Counted.GAP_POINTS.value, kind="stable")


@once
def largest_first(board: Board, period: Period) -> pd.DataFrame:
    """Return ``with_delivery``, the largest total investment first and the undisclosed last.

    Projects of equal amounts keep the order of the project table.
    """
    total = Projects.TOTAL_YUAN.value
    rows = with_delivery(board, period)
    return rows.sort_values(total, ascending=False, na_position="last", kind="stable")
