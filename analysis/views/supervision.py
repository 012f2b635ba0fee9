"""What supervision asks: the warnings of a month and the reporting board, each worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Self

import pandas as pd

from analysis import calendar_tables, due
from analysis.board import Board
from analysis.memo import Shelf, once, recently
from analysis.metrics import reporting_board
from analysis.metrics.columns import Counted, Raised
from analysis.metrics.warnings import (
    amounts,
    behind,
    disagreeing,
    moving,
    repeating,
    standstill,
    unreported,
)
from domain.columns import ItemKind, Moves, Reports
from domain.periods import Period
from domain.problems import Problem
from domain.rules import LightRule
from domain.warnings import Warned, WarningSeverity


def no_moves() -> pd.DataFrame:
    """Return a table of moved targets without a row."""
    return pd.DataFrame(columns=[move.value for move in Moves], dtype="str")


@dataclass(frozen=True, eq=False)
class Watched:
    """A board, what was submitted, and the day it is looked at.

    ``due`` has the day, text as ``today`` is, that the reports of each month are due; a month
    without one cannot be asked for. Results are kept with it, so one is made per board and day.
    """

    board: Board
    submissions: pd.DataFrame  # columns Reports and Submissions
    today: str  # 2026-09-26
    due: Mapping[Period, str]
    moves: pd.DataFrame = field(default_factory=no_moves)  # columns Moves
    first: Period | None = None  # the month reports are expected from; None: the plan's
    kinds: tuple[ItemKind, ...] = ()  # of the items looked at; none: every kind
    problems: tuple[Problem, ...] = ()  # of the ledger (问题台账), as they stand on ``today``
    whole: Self | None = None  # the look at everything, where this is one at a part
    shelf: Shelf | None = None  # of what is kept of this very look; none of a part

    @cached_property
    def expected(self) -> pd.DataFrame:
        """One row per report that each month expects of what is looked at."""
        every = self.board.expected if self.has_begun else self.board.expected.iloc[:0]
        return every[every[Reports.KIND].isin(self.kinds)] if self.kinds else every

    @property
    def has_begun(self) -> bool:
        """Tell whether anybody has reported: before that no report is expected, no item judged."""
        return self.first is not None or bool(self.board.periods)

    @property
    def expected_from(self) -> Period:
        """The month that reports are expected from."""
        return self.first or self.board.plan.first_period


def part(watched: Watched, board: Board, *, kinds: tuple[ItemKind, ...] = ()) -> Watched:
    """Return the same look at a part of its board, and at items of some kinds only.

    No kind chosen is every kind.
    """
    whole = watched.whole or watched
    return replace(watched, board=board, kinds=kinds, whole=whole, shelf=None)


@recently  # a row per report: too many to be kept for every day that is looked at
def by_report(watched: Watched, months: tuple[Period, ...]) -> pd.DataFrame:
    """One row per expected report and month: received, late, missing, outstanding, a copy.

    Of a part these are the rows of the whole that it expects: no report depends on the choice.
    """
    if watched.whole is not None:
        every = by_report(watched.whole, months)
        return every[_reports(every).isin(_reports(watched.expected))].reset_index(drop=True)
    return reporting_board.by_report(
        watched.expected,
        watched.submissions,
        _months(watched, months),
        first=str(watched.expected_from),
        today=watched.today,
    )


@once
def board_of_units(watched: Watched, months: tuple[Period, ...]) -> pd.DataFrame:
    """One row per responsible unit and month: the reporting board, in the plan's order."""
    table = by_report(watched, months)
    return reporting_board.by_unit(table, watched.board.units, _months(watched, months))


@once
def rates(watched: Watched, months: tuple[Period, ...]) -> pd.DataFrame:
    """One row per month: how much of what all units together were to report came, and in time."""
    return reporting_board.by_month(by_report(watched, months))


@once
def owing(watched: Watched, months: tuple[Period, ...]) -> pd.DataFrame:
    """One row per responsible unit and month with a report that is not there on the day.

    ``owed_reports`` are missing or may still come in time; ``days_left`` is negative once the due
    day is over. The longest overdue first, then those who owe most, then the plan's order.
    """
    table = board_of_units(watched, months)
    owed = table[Counted.MISSING] + table[Counted.OUTSTANDING]
    today = date.fromisoformat(watched.today)
    days = [(date.fromisoformat(day) - today).days for day in table[Counted.DUE_ON]]
    told = table.assign(**{Counted.OWED.value: owed, Counted.DAYS_LEFT.value: days})
    ordered = told[owed > 0].sort_values(
        [Counted.DAYS_LEFT.value, Counted.OWED.value], ascending=[True, False], kind="stable"
    )
    return ordered.reset_index(drop=True)


@once
def units_of_items(watched: Watched) -> dict[tuple[str, str], list[str]]:
    """Return the units that report each item, by kind and number, in the order it names them."""
    found: dict[tuple[str, str], list[str]] = {}
    table = watched.board.expected.dropna(subset=[Reports.RESPONSIBLE_UNIT.value])
    columns = [Reports.KIND.value, Reports.ITEM_ID.value, Reports.RESPONSIBLE_UNIT.value]
    for kind, item, unit in table[columns].itertuples(index=False, name=None):
        found.setdefault((kind, item), []).append(unit)
    return found


@once
def warnings(
    watched: Watched,
    period: Period,
    *,
    lights: LightRule,
    stagnant_periods: int = 2,
    spread_points: float = 10,
) -> pd.DataFrame:
    """One row per warning of ``period``, the gravest first, then by unit, item and rule.

    ``lights`` is the rule that judged the board. Warnings of an item as a whole have no unit and
    stand after those of units, which are in the order of plan.toml.
    """
    month, items, came = str(period), watched.board.items, watched.submissions
    reached = watched.board.by_item
    tables = [
        *_of_reports(watched, period),
        *_of_standing(watched, period, lights),
        standstill.stagnating(reached, items, month, stagnant_periods=stagnant_periods),
        disagreeing.units_disagree(came, items, month, spread_points=spread_points),
        moving.target_moved(watched.moves, watched.board.projects, month),
    ]
    found = pd.concat(tables, ignore_index=True)
    found = found if watched.has_begun else found.iloc[:0]
    return _in_order(found, watched.board.plan.unit_names)


@once
def of_amounts(watched: Watched, period: Period) -> pd.DataFrame:
    """Return the ``warnings`` of a month that a figure fell or is in another unit of measure.

    They need nothing but the reports, and cost a fraction of all warnings of a month.
    """
    found = pd.concat(_of_figures(watched, period), ignore_index=True)
    found = found if watched.has_begun else found.iloc[:0]
    return _in_order(found, watched.board.plan.unit_names)


def _of_reports(watched: Watched, period: Period) -> list[pd.DataFrame]:
    month, items = str(period), watched.board.items
    came = _of_items_reported(watched.submissions, month)
    reports = by_report(watched, (period,))
    return [
        unreported.missing(reports, month, today=watched.today),
        unreported.late(reports, month),
        repeating.same_as_last(came, items, month),
        *_of_figures(watched, period),
    ]


def _of_figures(watched: Watched, period: Period) -> list[pd.DataFrame]:
    month, items = str(period), watched.board.items
    came = _of_items_reported(watched.submissions, month)
    return [
        standstill.regressing(came, items, month),
        amounts.measure_suspect(came, items, month),
    ]


def _of_items_reported(submissions: pd.DataFrame, month: str) -> pd.DataFrame:
    """Leave out what came of items without a report of the month: no rule looks at it."""
    numbers = submissions[Reports.ITEM_ID]
    reported = numbers[submissions[Reports.PERIOD] == month].unique()
    return submissions[numbers.isin(reported)]


def _of_standing(watched: Watched, period: Period, lights: LightRule) -> list[pd.DataFrame]:
    board, month = watched.board, str(period)
    standing = board.standing(period)
    awaited = due.due_items(board.projects, board.tasks)
    return [
        behind.behind(standing, month, lights=lights),
        behind.overdue(standing, awaited, month),
        amounts.over_total(standing, board.projects, month),
    ]


def _reports(table: pd.DataFrame) -> pd.MultiIndex:
    """Name the report of each row: its item, and the unit it is expected from, if any is."""
    columns = [Reports.KIND.value, Reports.ITEM_ID.value, Reports.RESPONSIBLE_UNIT.value]
    return pd.MultiIndex.from_frame(table[columns].fillna(""))


def _months(watched: Watched, months: tuple[Period, ...]) -> pd.DataFrame:
    return calendar_tables.reporting_months({month: watched.due[month] for month in months})


def _in_order(warnings: pd.DataFrame, units: tuple[str, ...]) -> pd.DataFrame:
    places = {
        "_severity": (Raised.SEVERITY, [one.value for one in WarningSeverity]),
        "_unit": (Reports.RESPONSIBLE_UNIT, units),
        "_rule": (Raised.RULE, [one.value for one in Warned]),
    }
    ranks = {
        name: warnings[column].map({one: place for place, one in enumerate(order)})
        for name, (column, order) in places.items()
    }
    keys = ["_severity", "_unit", Reports.KIND.value, Reports.ITEM_ID.value, "_rule"]
    ranked = warnings.assign(**ranks).sort_values(keys, kind="stable", na_position="last")
    return ranked.drop(columns=list(ranks)).reset_index(drop=True)
