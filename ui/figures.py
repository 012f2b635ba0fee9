"""The charts of the overview and of the money; what the reader clicked comes back."""

from analysis.board import Board
from analysis.charts.words import Words
from analysis.exhibits import progress, reporting
from domain.periods import Period
from texts import Texts
from ui import details, exhibited, figures_load


def where_it_hurts(board: Board, period: Period, t: Texts) -> None:
    """Show the items furthest behind, below them the one clicked; without progress, the load."""
    drawn = progress.gaps(board, period, Words(t, board.plan))
    if drawn is None:
        figures_load.task_load(board, period, t)
        return
    picked = exhibited.name(exhibited.put("gaps", drawn, board, period, t))
    details.behind(board, period, t, item=picked)


def who_owes(board: Board, period: Period, t: Texts) -> str | None:
    """Show received and missing reports per unit; return the unit that was clicked."""
    drawn = reporting.owed(board, period, Words(t, board.plan))
    return exhibited.name(exhibited.put("owed", drawn, board, period, t))
