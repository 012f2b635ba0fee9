"""Whether investment moves as it should: per project, month by month, against earlier periods."""

import pandas as pd

from analysis import calendar_tables, comparing
from analysis.behind import ALL, Behind, part
from analysis.board import Board
from analysis.comparing import Compared
from analysis.memo import once
from analysis.metrics import curve, schedule, starting
from analysis.metrics.columns import Counted
from domain.periods import MONTHS, Period
from domain.rules import Light


def earlier(period: Period) -> tuple[Period, Period]:
    """Return what a period is compared with: the month before and the same month last year."""
    return period.earlier(1), period.earlier(MONTHS)


@once
def by_project(board: Board, period: Period) -> pd.DataFrame:
    """One row per project with a year plan, the furthest behind first."""
    standing = starting.in_year(board.standing(period), board.starts, str(period))
    return schedule.by_project(board.projects, standing)


@once
def behind(board: Board, period: Period, *, which: Behind = ALL) -> pd.DataFrame:
    """Keep of ``by_project`` what is red or yellow, and of it the part told apart by its start."""
    table = by_project(board, period)
    kept = part(table[table[Counted.LIGHT].isin([Light.RED.value, Light.YELLOW.value])], which)
    return kept.assign(**{Counted.RANK.value: range(1, len(kept) + 1)})


@once
def slowest(board: Board, period: Period, most: int, *, which: Behind = ALL) -> pd.DataFrame:
    """One row per project of the ``most`` furthest behind, and one that sums all others.

    ``which`` may leave only those behind that begin in the course of the year, or all others.
    """
    passed = board.plan.rulebook.schedule_percent(period)
    table = by_project(board, period) if which == ALL else behind(board, period, which=which)
    return schedule.slowest(table, most, schedule=passed)


@once
def by_month(board: Board, period: Period) -> pd.DataFrame:
    """One row per month of the period's year: plan and delivery, once a year plan is stated."""
    months = calendar_tables.months(period.year, board.plan.rulebook)
    of_year = board.by_item_between(Period(period.year, 1), period)
    return curve.by_month(of_year, months, str(period))


@once
def compared(board: Board, period: Period) -> pd.DataFrame:
    """One row for the period and for each it is compared with that has a report."""
    asked = (period, *earlier(period))
    return schedule.compared([(str(one), board.overview(one)) for one in asked])


@once
def figures(board: Board, period: Period) -> list[Compared]:
    """Return the period's figures beside those of the periods it is compared with."""
    table, (before, year_ago) = compared(board, period), earlier(period)
    told = comparing.figures(table, period, before, year_ago)
    for then in (before, year_ago):
        same = schedule.same_projects(board.standing(period), board.standing(then))
        told = comparing.of_same_projects(told, table, same, period, then)
    return told
