"""Of how many tasks or projects a line's figures are made, and falls that others' reports make."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd

from analysis.board import Board
from analysis.charts.rows import rows_of
from analysis.frames import PPM_PER_PERCENT
from analysis.plan_tables import UNASSIGNED
from domain.columns import ItemKind, Projects, Reports
from domain.periods import Period

_ITEM, _PERIOD, _UNIT = (
    one.value for one in (Reports.ITEM_ID, Reports.PERIOD, Reports.RESPONSIBLE_UNIT)
)
_SUBJECT, _OVER, _UNDER = "subject", "over", "under"
Parts: TypeAlias = Mapping[str, tuple[int, int]]  # what a figure is made of: over and under by item


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below that of the month before, though the items that are in both did not fall.

    The percents are those of ``items``, in the month before and in this one; without items none.
    """

    items: int
    before: float | None = None
    now: float | None = None


@dataclass(frozen=True, slots=True)
class Bases:
    """By subject how many items it has or reported, and by subject and month the falls."""

    items: Mapping[str, int]
    falls: Mapping[tuple[str, str], Fall]


def bases(board: Board, subjects: str, names: Collection[str]) -> Bases:
    """Return the bases of units ("units" by tasks, "unit_projects") or of "chains"."""
    kind = ItemKind.TASK if subjects == "units" else ItemKind.PROJECT
    belonging = _belonging(board, subjects, kind)
    made = _of_tasks(board) if kind is ItemKind.TASK else _of_projects(board, belonging)
    made = made[made[_SUBJECT].isin(names)]
    items = {one: set(belonging.loc[belonging[_SUBJECT] == one, _ITEM]) for one in names}
    months: dict[str, dict[str, dict[str, tuple[int, int]]]] = {one: {} for one in names}
    for row in rows_of(made[[_SUBJECT, _PERIOD, _ITEM, _OVER, _UNDER]]):
        items[row[_SUBJECT]].add(row[_ITEM])
        of_month = months[row[_SUBJECT]].setdefault(row[_PERIOD], {})
        of_month[row[_ITEM]] = row[_OVER], row[_UNDER]
    found = {
        (name, month): fall
        for name, by_month in months.items()
        for month, parts in by_month.items()
        if (fall := fell(by_month.get(_before(month), {}), parts)) is not None
    }
    return Bases({name: len(every) for name, every in items.items()}, found)


def fell(before: Parts, now: Parts) -> Fall | None:
    """Tell whether a figure fell only because other items are in it.

    >>> fell({"T01": (40, 1), "T02": (90, 1)}, {"T01": (50, 1)})
    Fall(items=1, before=40.0, now=50.0)
    >>> fell({"T01": (40, 1), "T02": (90, 1)}, {"T01": (30, 1)})
    """
    was, is_now = _percent(before), _percent(now)
    if was is None or is_now is None or is_now >= was:
        return None
    both = now.keys() & before.keys()
    was, is_now = (_percent({one: of[one] for one in both}) for of in (before, now))
    if was is None or is_now is None:
        return Fall(0)
    return None if is_now < was else Fall(len(both), was, is_now)


def _percent(parts: Parts) -> float | None:
    over, under = (sum(one[place] for one in parts.values()) for place in (0, 1))
    return over / under if under else None


def _before(month: str) -> str:
    """Return the month before within the year, for figures begin anew in January."""
    before = Period.parse(month).earlier(1)
    return str(before) if str(before)[:4] == month[:4] else ""


def _belonging(board: Board, subjects: str, kind: ItemKind) -> pd.DataFrame:
    """Tell whose each item is. One row per subject and item."""
    if subjects == "chains":
        named = board.projects[Projects.CHAIN].fillna(UNASSIGNED)
        return pd.DataFrame({_SUBJECT: named, _ITEM: board.projects[Projects.ID]})
    expected = board.expected[board.expected[Reports.KIND] == kind]
    return expected[[_UNIT, _ITEM]].rename(columns={_UNIT: _SUBJECT}).dropna()


def _of_tasks(board: Board) -> pd.DataFrame:
    is_task = board.reports[Reports.KIND] == ItemKind.TASK
    stated = board.reports[is_task & board.reports[Reports.PERCENT_PPM].notna()]
    under = {_UNDER: PPM_PER_PERCENT}
    return stated.rename(columns={_UNIT: _SUBJECT, Reports.PERCENT_PPM.value: _OVER}).assign(
        **under
    )


def _of_projects(board: Board, belonging: pd.DataFrame) -> pd.DataFrame:
    table, done, plan = board.by_item, Reports.DONE_YTD_YUAN.value, Reports.YEAR_PLAN_YUAN.value
    is_project = table[Reports.KIND] == ItemKind.PROJECT
    stated = table[is_project & table[done].notna() & table[plan].notna()]
    made = stated[[_ITEM, _PERIOD]].assign(**{_OVER: stated[done] * 100, _UNDER: stated[plan]})
    return made.merge(belonging, on=_ITEM)
