"""What is overdue beside its light: the month it is due in has passed, and it is not done."""

import narwhals as nw
import pandas as pd

from analysis import due
from analysis.board import Board
from analysis.memo import once
from analysis.metrics.columns import Counted
from analysis.overdue import is_overdue
from domain.columns import Reports
from domain.periods import Period

_KEY = [Reports.KIND.value, Reports.ITEM_ID.value]


@once
def overdue(board: Board, period: Period) -> pd.DataFrame:
    """One row per item overdue at the end of ``period``: kind, number and ``months_overdue``.

    Source of the definition: ``overdue.is_overdue``.
    """
    awaited = due.due_items(board.projects, board.tasks)
    standing = board.standing(period)[[*_KEY, Counted.PERCENT_DONE.value]]
    known = nw.from_native(standing.merge(awaited, on=_KEY))
    late = known.filter(is_overdue(str(period))).to_native()
    months = [period.index - Period.parse(one).index for one in late[Counted.DUE_PERIOD]]
    return late[_KEY].assign(**{Counted.MONTHS_OVERDUE.value: months})


def marked(board: Board, period: Period, table: pd.DataFrame) -> pd.DataFrame:
    """Add to rows of items for how many months they are overdue, 0 where they are not."""
    found = table.merge(overdue(board, period), on=_KEY, how="left")
    months = found[Counted.MONTHS_OVERDUE].fillna(0).astype(int)
    return found.assign(**{Counted.MONTHS_OVERDUE.value: months})
