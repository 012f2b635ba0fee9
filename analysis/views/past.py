"""How it got here: lights month by month, the history of a few items, the pace of each."""

import pandas as pd

from analysis import due
from analysis.board import Board
from analysis.memo import once
from analysis.metrics import lights, pace, starting
from analysis.metrics.columns import Counted
from analysis.metrics.pace import FAR, FAR_YEARS, STILL
from analysis.views import late
from domain.columns import ItemKind, Projects, Reports, Tasks
from domain.periods import MONTHS, Period
from domain.rules import Light

_GRAVEST_FIRST = (
    Light.RED,
    Light.YELLOW,
    Light.UNREPORTED,
    Light.GREEN,
    Light.NOT_DUE,
    Light.DONE,
)
_STAKE, _LATE, _ORDER = "_stake", "_late", "_order"
_NEVER = 2**20  # months: later than any pace reaches
_RANK = "_rank"
_BY_TROUBLE = [
    _RANK,
    Counted.BEGINS_IN_YEAR.value,
    Counted.GAP_POINTS.value,
    Reports.YEAR_PLAN_YUAN.value,
    _STAKE,
    Reports.ITEM_NAME.value,
    Reports.ITEM_ID.value,
]
_UPWARDS = [True, True, True, False, False, True, True]


@once
def lights_by_period(board: Board, kind: ItemKind) -> pd.DataFrame:
    """One row per period: how many items of ``kind`` have which light."""
    return lights.by_period(board.by_item, board.items, kind)


@once
def paces(board: Board, period: Period) -> pd.DataFrame:
    """One row per item: its own pace up to ``period``."""
    return pace.of_items(board.by_item, board.items, str(period))


@once
def by_trouble(board: Board, period: Period, kind: ItemKind) -> pd.DataFrame:
    """One row per item of ``kind`` as it stands, red first, within a light the furthest behind.

    What was planned to begin in the course of the year follows the others of its light, and equal
    gaps are ordered, as in ``furthest_behind``.
    """
    table = board.standing(period)
    return _ranked(board, period, table[table[Reports.KIND] == kind])


@once
def furthest_behind(board: Board, period: Period) -> pd.DataFrame:
    """One row per item not done with a gap reported in ``period``, the furthest behind first.

    Red ones come first, then yellow ones. Within a light, what was planned to begin in the course
    of the year (``begins_in_year``) follows the others: 序时进度 counts from January for all, so
    its gap says little, and it would fill the list. Of equal gaps the one with the larger year plan
    stands first, then the one with the larger total investment, then the first name: the order of
    ``schedule.by_project``. What states no amount follows the others; what is not due to begin has
    no gap.
    """
    table = board.standing(period)
    judged = table[Counted.IS_CURRENT].astype(bool) & table[Counted.GAP_POINTS].notna()
    return _ranked(board, period, table[judged & (table[Counted.LIGHT] != Light.DONE)])


@once
def widest_spreads(board: Board, period: Period, kind: ItemKind) -> pd.DataFrame:
    """One row per month up to ``period``: the item whose reports lie furthest apart in it."""
    table = board.by_item[board.by_item[Reports.KIND] == kind]
    told = table[(table[Reports.PERIOD] <= str(period)) & table[Counted.COMPLETION_PERCENT].isna()]
    widest = told.sort_values(Counted.SPREAD_POINTS.value, ascending=False, kind="stable")
    return widest.drop_duplicates(Reports.PERIOD)


def begun_in_year(board: Board, period: Period, kind: ItemKind | None = None) -> pd.DataFrame:
    """Keep of ``furthest_behind`` what is red or yellow and was planned to begin in the year."""
    table = furthest_behind(board, period)
    if kind is not None:
        table = table[table[Reports.KIND] == kind]
    behind = table[Counted.LIGHT].isin([Light.RED.value, Light.YELLOW.value])
    return table[behind & (table[Counted.BEGINS_IN_YEAR] == 1)]


def not_due(board: Board, period: Period) -> pd.DataFrame:
    """One row per item reported in ``period`` whose planned start lies ahead."""
    table = board.standing(period)
    return table[table[Counted.LIGHT] == Light.NOT_DUE]


def found(table: pd.DataFrame, sought: str) -> pd.DataFrame:
    """Keep the items whose name or number contains what was sought, whatever the case."""
    if not sought:
        return table
    names = table[Reports.ITEM_NAME].str.contains(sought, case=False, regex=False)
    numbers = table[Reports.ITEM_ID].str.contains(sought, case=False, regex=False)
    return table[names | numbers]


def history_of(board: Board, period: Period, items: pd.DataFrame) -> pd.DataFrame:
    """Return what ``items`` reported up to ``period``, in their order. One row per report month.

    For how many months an item is overdue stands in each of its rows, where ``items`` say it.
    """
    key = [Reports.KIND.value, Reports.ITEM_ID.value]
    past = board.by_item[board.by_item[Reports.PERIOD] <= str(period)]
    late_by = [name for name in (Counted.MONTHS_OVERDUE.value,) if name in items.columns]
    named = items[[*key, Reports.ITEM_NAME.value, *late_by]]
    return named.merge(past, on=key, how="left")


@once
def finishes(board: Board, period: Period, kind: ItemKind) -> pd.DataFrame:
    """One row per item of ``kind`` that is not done: when its own pace would finish it.

    What reaches a month too far off to name comes first, unless the plan names a later one still,
    then what reaches none, for nothing is worse; then those latest against the month the plan
    names, then the latest of the others. What has too few reports for a pace, or stands still
    because its planned start lies ahead, comes last.
    """
    table = pace.finishes(paces(board, period))
    table = table[table[Reports.KIND] == kind]
    planned = table[Reports.ITEM_ID].map(_planned(board, kind))
    table = table.assign(**{Counted.PLANNED_PERIOD.value: planned})
    likely, kinds = table[Counted.LIKELY].astype("Float64"), unnamed(board, period, table)
    late = likely.mask(kinds == STILL, _NEVER) - _months(table)
    order = pd.Series(2, index=table.index).mask(likely.isna(), 3)
    order = order.mask(kinds == STILL, 1).mask(kinds == FAR, 0)
    table = table.assign(**{_LATE: late, _ORDER: order})
    by = [
        *(_ORDER, _LATE, Counted.LIKELY.value),
        *(Counted.YEAR_END.value, Reports.ITEM_ID.value),
    ]
    up = [True, False, False, True, True]
    in_order = table.sort_values(by, ascending=up, na_position="last")
    return in_order.drop(columns=[_LATE, _ORDER])


def too_far(board: Board, period: Period, kind: ItemKind) -> int:
    """Count the items whose own pace reaches the end too far off to name a month, or never.

    Of tasks, whose percent begins anew in January: those not done by December of the year.
    """
    table = finishes(board, period, kind)
    far = _is_far(table, period) & table[Counted.LIKELY].notna()
    return int((far | _stands_still(board, period, table)).sum())


def unnamed(board: Board, period: Period, table: pd.DataFrame) -> pd.Series:
    """Say of each row of ``finishes`` why no month is named: ``FAR``, ``STILL``, or empty.

    What the plan itself expects still later is not far. Empty too is what has too few reports, or
    stands still because its planned start lies ahead.
    """
    likely = table[Counted.LIKELY].astype("Float64")
    late = (likely > _months(table)).fillna(value=True).astype(bool)
    far = _is_far(table, period) & likely.notna() & late
    kinds = pd.Series(None, index=table.index, dtype="object").mask(far, FAR)
    return kinds.mask(_stands_still(board, period, table), STILL)


def _stands_still(board: Board, period: Period, table: pd.DataFrame) -> pd.Series:
    """Tell of each item of one kind whether its pace reaches no month though it was to begin."""
    ahead = not_due(board, period)
    known = ahead[ahead[Reports.KIND].isin(table[Reports.KIND])][Reports.ITEM_ID]
    stands = table[Counted.PACE].notna() & table[Counted.LIKELY].isna()
    return stands & ~table[Reports.ITEM_ID].isin(known)


def _is_far(table: pd.DataFrame, period: Period) -> pd.Series:
    """Tell of each item whether its pace reaches no month, or one too far off to be named."""
    near = table[Counted.LIKELY].astype("Float64") <= period.index + FAR_YEARS * MONTHS
    return ~near.fillna(False).astype(bool)  # noqa: FBT003 - pandas takes it by place


def _ranked(board: Board, period: Period, table: pd.DataFrame) -> pd.DataFrame:
    marked = starting.in_year(late.marked(board, period, table), board.starts, str(period))
    staked = _with_stake(board, marked)
    rank = staked[Counted.LIGHT].map({light.value: at for at, light in enumerate(_GRAVEST_FIRST)})
    ranked = staked.assign(**{_RANK: rank}).sort_values(
        _BY_TROUBLE, ascending=_UPWARDS, na_position="last"
    )
    return ranked.drop(columns=[_RANK, _STAKE])


def _with_stake(board: Board, table: pd.DataFrame) -> pd.DataFrame:
    """Add the total investment of projects; a task may have the number of one."""
    totals = board.projects[[Projects.ID.value, Projects.TOTAL_YUAN.value]]
    named = totals.set_axis([Reports.ITEM_ID.value, _STAKE], axis=1)
    named = named.assign(**{Reports.KIND.value: ItemKind.PROJECT.value})
    return table.merge(named, on=[Reports.KIND.value, Reports.ITEM_ID.value], how="left")


def _months(table: pd.DataFrame) -> pd.Series:
    """Return the month the plan names of each row, counted as ``Period.index``."""
    planned = [_index(one) for one in table[Counted.PLANNED_PERIOD]]
    return pd.Series(planned, index=table.index, dtype="Float64")


def _index(period: object) -> int | None:
    return Period.parse(period).index if isinstance(period, str) else None


def _planned(board: Board, kind: ItemKind) -> dict[str, str | None]:
    listed, number, written = (
        (board.tasks, Tasks.ID, Tasks.DUE)
        if kind is ItemKind.TASK
        else (board.projects, Projects.ID, Projects.PLANNED_FINISH)
    )
    cells = zip(listed[number], listed[written], strict=True)
    return {str(item): due.due_period(cell) for item, cell in cells}
