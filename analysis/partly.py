"""Tasks whose percent is the mean of some of their units, for the others have not reported."""

from collections.abc import Mapping

from analysis.board import Board
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Reports, Tasks
from domain.periods import Period
from texts.few import said_of

_MOST = 3


def units(board: Board) -> dict[str, int]:
    """Count by number of task the units whose reports its percent is the mean of.

    A task with a lead unit is left out: the report of that unit alone counts.
    """
    led = board.tasks.loc[board.tasks[Tasks.LEAD_UNIT].notna(), Tasks.ID]
    of_tasks = board.expected[board.expected[Reports.KIND] == ItemKind.TASK]
    of_all = of_tasks[~of_tasks[Reports.ITEM_ID].isin(led)]
    return {str(task): int(count) for task, count in of_all[Reports.ITEM_ID].value_counts().items()}


def said(row: Row | None, of_units: Mapping[str, int], words: Words) -> str:
    """Say how many of a task's units reported, where some did not; else nothing."""
    if row is None:
        return ""
    return some_of(row[Counted.UNITS_REPORTED], of_units.get(row[Reports.ITEM_ID], 0), words)


def some_of(reported: float | None, units: int, words: Words) -> str:
    """Say how many of ``units`` reported, where some did and some did not; else nothing."""
    known = round(reported or 0)
    return words.t("card.of_units", reported=known, units=units) if 0 < known < units else ""


def note(board: Board, period: Period, words: Words) -> str:
    """Say how many tasks some units of which have not reported for ``period``, and which."""
    standing, of_units = board.standing(period), units(board)
    current = rows_of(standing[standing[Counted.IS_CURRENT]])
    found = [row[Reports.ITEM_ID] for row in current if said(row, of_units, words)]
    if not found:
        return ""
    most = said_of(len(found), _MOST)
    named = words.t("doubt.joiner").join(found[:most]) + ("…" if most < len(found) else "")
    return words.t("light.partly_note", count=len(found), tasks=named)
