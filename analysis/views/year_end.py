"""How far tasks come by the end of their year."""

import pandas as pd

from analysis.board import Board
from analysis.memo import once
from analysis.metrics.columns import Counted
from analysis.views import past
from domain.columns import ItemKind, Reports
from domain.periods import Period

_FULL = 100


@once
def of_tasks(board: Board, period: Period) -> pd.DataFrame:
    """One row per task: what is not done as in ``past.finishes``, the worst first, then the done.

    What is done has no estimate; it is listed by number.
    """
    estimated = past.finishes(board, period, ItemKind.TASK)
    paces = past.paces(board, period)
    done = paces[(paces[Reports.KIND] == ItemKind.TASK) & (paces[Counted.PERCENT_DONE] >= _FULL)]
    if done.empty:
        return estimated
    return pd.concat([estimated, done.reindex(columns=estimated.columns)], ignore_index=True)
