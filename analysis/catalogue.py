"""Every metric table under the name the command line calls it by."""

from collections.abc import Callable

import pandas as pd

from analysis.board import Board
from domain.periods import Period

METRICS: dict[str, Callable[[Board, Period], pd.DataFrame]] = {
    "overview": lambda board, period: board.overview(period),
    "investment-by-chain": lambda board, period: board.investment(period),
    "completion-by-chain": lambda board, period: board.completion(period),
    "task-load": lambda board, _: board.load,
    "task-load-by-section": lambda board, _: board.load_by_section,
    "progress": lambda board, period: board.standing(period),
    "progress-over-time": lambda board, _: board.by_item,
    "progress-of-units": lambda board, _: board.series["units"],
    "progress-of-chains": lambda board, _: board.series["chains"],
    "reporting": lambda board, period: board.reporting(period),
    "reports-owed": lambda board, period: board.owed(period),
}
