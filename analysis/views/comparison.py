"""Two dates side by side: what moved, what was added, what left."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import pandas as pd

from analysis.board import Board
from analysis.memo import recently
from analysis.metrics import between
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.periods import Period
from domain.rules import last_day

AMOUNT = between.AMOUNT


class Measure(StrEnum):
    """What two dates are compared by, in whole 元."""

    DONE = "done"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the ledger and the month it is read at; ``day`` where the reader chose one."""

    board: Board
    period: Period
    day: date | None = None

    def amounts(self, measure: Measure) -> pd.DataFrame:
        """One row per project with its amount, empty where unknown."""
        if measure is Measure.TOTAL:
            return between.total_amounts(self.board.projects)
        return between.done_amounts(self.board.standing(self.period))

    @property
    def standing(self) -> pd.DataFrame:
        """One row per item as it stood."""
        return self.board.standing(self.period)


@recently
def changes(before: Moment, after: Moment, measure: Measure) -> pd.DataFrame:
    """One row per project of either moment, largest change first.

    What is done says as well of which month it is, where that is an earlier one.
    """
    changed = between.changes(before.amounts(measure), after.amounts(measure))
    if measure is Measure.TOTAL:
        return changed
    since, until = str(before.period), str(after.period)
    return between.carried(changed, before.standing, after.standing, since=since, until=until)


def since_month_before(board: Board, period: Period) -> pd.DataFrame:
    """One row per project: its 累计完成投资 against that of the month before."""
    return changes(Moment(board, period.earlier(1)), Moment(board, period), Measure.DONE)


def older_day(first: date, newest: date) -> date:
    """Return the day to compare ``newest``, the day of the newest version, with at first.

    The end of the month before, or the day before where the ledger only began in this month; never
    before the ``first`` day of the ledger.

    >>> older_day(date(2025, 10, 9), date(2026, 10, 23))
    datetime.date(2026, 9, 30)
    >>> older_day(date(2026, 10, 9), date(2026, 10, 23))
    datetime.date(2026, 10, 22)
    """
    month_ago = last_day(Period(newest.year, newest.month).earlier(1))
    return max(first, month_ago if month_ago >= first else newest - timedelta(days=1))


def steps(before: Moment, after: Moment, measure: Measure) -> pd.DataFrame:
    """One row per step from the older sum to the newer one."""
    return between.steps(changes(before, after, measure))


@recently
def lights(before: Moment, after: Moment) -> pd.DataFrame:
    """One row per item of either moment with its light then and later."""
    return between.lights(before.standing, after.standing)


@recently
def transitions(before: Moment, after: Moment) -> pd.DataFrame:
    """One row per pair of lights that an item has before and after."""
    return between.transitions(lights(before, after))


@recently
def items_before_and_after(before: Moment, after: Moment) -> dict[str, tuple[int, int, int, int]]:
    """Count per kind the items before, added, left and after; the four add up."""
    compared = lights(before, after)
    counts: dict[str, tuple[int, int, int, int]] = {}
    for kind, rows in compared.groupby(Reports.KIND):
        new = int((rows[Counted.LIGHT_BEFORE] == between.ABSENT).sum())
        gone = int((rows[Counted.LIGHT_AFTER] == between.ABSENT).sum())
        counts[str(kind)] = (len(rows) - new, new, gone, len(rows) - gone)
    return counts
