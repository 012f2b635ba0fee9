"""Problems that reports state and whether the ledger (问题台账) has them.

The same words of the same unit about the same item are one problem, in however many months they
stand; ``domain.problems.sameness`` says which words are the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.board import Board
from analysis.charts.rows import Row, rows_of
from analysis.memo import once
from domain.columns import ItemKind, Reports
from domain.periods import Period
from domain.problems import Problem, ProblemType, is_stated, sameness, type_of

MONTHS_LOOKED_BACK = 12  # as warnings do
_ITEM = [Reports.KIND.value, Reports.ITEM_ID.value, Reports.RESPONSIBLE_UNIT.value]
_NEEDED = [
    Reports.PERIOD.value,
    *_ITEM,
    Reports.PROBLEM.value,
    Reports.PROBLEM_TYPE.value,
    Reports.COORDINATION.value,
]


@dataclass(frozen=True, slots=True)
class Stated:
    """A problem as reports state it, in the words of the newest one."""

    key: str
    kind: ItemKind
    item_id: str
    unit: str
    what: str
    coordination: str
    type: ProblemType | None  # None: the report names none that is known
    first: Period  # of the months looked back to
    last: Period
    months: int
    stands: bool  # the unit's newest report about the item still says so


@once
def of_board(board: Board) -> list[Stated]:
    """Return what the reports of a board state up to its newest month."""
    return stated(board.reports, board.periods[-1]) if board.periods else []


def stated(reports: pd.DataFrame, period: Period) -> list[Stated]:
    """Return what reports of the last 13 months up to ``period`` state, what stands longest first.

    存在问题 is what is stated; a report with 需协调事项 alone states that.
    """
    months = reports[Reports.PERIOD]
    since = str(period.earlier(MONTHS_LOOKED_BACK))
    near = reports[(months >= since) & (months <= str(period))][_NEEDED]
    said = near[near[Reports.PROBLEM].notna() | near[Reports.COORDINATION].notna()]
    about = near[near[Reports.ITEM_ID].isin(said[Reports.ITEM_ID])]  # few of many items
    newest = dict(about.groupby(_ITEM, sort=False)[Reports.PERIOD.value].max().items())
    found: dict[str, Stated] = {}
    for row in rows_of(said.sort_values(Reports.PERIOD.value, kind="stable")):
        if words := words_of(row):
            one = _stated(row, words, newest)
            found[one.key] = _further(found.get(one.key), one)
    return sorted(found.values(), key=lambda one: (not one.stands, -one.months, one.item_id))


def words_of(row: Row) -> str:
    """Return the words in which a report states a problem, nothing where it states none."""
    for column in (Reports.PROBLEM, Reports.COORDINATION):
        if is_stated(row[column]):
            return str(row[column]).strip()
    return ""


def untaken(every: Iterable[Stated], known: Iterable[Problem]) -> list[Stated]:
    """Return what nobody has taken into the ledger (待登记)."""
    taken = {key for problem in known for key in problem.stated}
    return [one for one in every if one.key not in taken]


def last_stated(problem: Problem, every: Mapping[str, Stated]) -> Period | None:
    """Return the last month in which a report states a problem, in any of its wordings."""
    months = [every[key].last for key in problem.stated if key in every]
    return max(months, default=None)


def is_back(problem: Problem, every: Mapping[str, Stated]) -> bool:
    """Tell whether a closed problem is stated in the report of a month after its closing."""
    last, closed = last_stated(problem, every), problem.closed_on
    return last is not None and closed is not None and last > Period(closed.year, closed.month)


def _stated(row: Row, words: str, newest: Mapping[Any, str]) -> Stated:
    kind, item_id, unit = (str(row[name]) for name in _ITEM)
    month, asked = row[Reports.PERIOD], row[Reports.COORDINATION]
    return Stated(
        key=sameness(kind, item_id, unit, words),
        kind=ItemKind(kind),
        item_id=item_id,
        unit=unit,
        what=words,
        coordination=str(asked).strip() if is_stated(asked) else "",
        type=type_of(row[Reports.PROBLEM_TYPE]),
        first=Period.parse(month),
        last=Period.parse(month),
        months=1,
        stands=newest[kind, item_id, unit] == month,
    )


def _further(before: Stated | None, now: Stated) -> Stated:
    if before is None:
        return now
    return Stated(
        key=now.key,
        kind=now.kind,
        item_id=now.item_id,
        unit=now.unit,
        what=now.what,
        coordination=now.coordination or before.coordination,
        type=now.type or before.type,
        first=before.first,
        last=now.last,
        months=before.months + 1,
        stands=now.stands,
    )
