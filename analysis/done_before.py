"""Why a task that was done in an earlier year is not done now: its percentage is of the year."""

from analysis.board import Board
from analysis.charts.rows import rows_of
from analysis.charts.words import Words, percent
from analysis.metrics.columns import Counted
from analysis.views import late
from domain.columns import ItemKind, Reports
from domain.periods import Period
from domain.yearly import begins_anew

_FULL = 100


def sentence(board: Board, item_id: str, period: Period, words: Words) -> str:
    """Say of an item that was done in an earlier year that it began anew, and where it is now.

    Empty for what is done now, was never done, or counts its percentage since the start.
    """
    table = board.by_item[board.by_item[Reports.ITEM_ID] == item_id]
    rows = rows_of(table[table[Reports.PERIOD] <= str(period)].sort_values(Reports.PERIOD))
    if not rows or not begins_anew(rows[-1][Reports.KIND], Reports.PERCENT_PPM):
        return ""
    now, year = rows[-1], rows[-1][Reports.PERIOD][:4]
    done = [
        row[Reports.PERIOD]
        for row in rows
        if row[Reports.PERIOD][:4] < year and (row[Counted.PERCENT_DONE] or 0) >= _FULL
    ]
    if not done or now[Counted.PERCENT_DONE] is None or now[Counted.PERCENT_DONE] >= _FULL:
        return ""
    before = Period.parse(done[-1])
    said = words.t(
        "card.done_before",
        year=before.year,
        month=before.month,
        now=int(year),
        percent=percent(now[Counted.PERCENT_DONE]),
    )
    overdue = _is_overdue(board, item_id, period)
    return said + (words.t("card.done_before_overdue") if overdue else "")


def _is_overdue(board: Board, item_id: str, period: Period) -> bool:
    """Tell whether a task is overdue at the end of ``period``."""
    table = late.overdue(board, period)
    here = (table[Reports.KIND] == ItemKind.TASK) & (table[Reports.ITEM_ID] == item_id)
    return bool(here.any())
