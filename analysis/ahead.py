"""What the first page of a version rests on, worked out before anybody asks."""

from analysis.board import Board
from analysis.views import schedule


def work_out(board: Board) -> None:
    """Work out the large tables of the overview for the newest month, one after the other.

    They stay with the board, and in its shelf; who asks meanwhile waits for the same table.
    """
    if board.periods:
        newest = board.periods[-1]
        board.reporting(newest)
        board.completion(newest)
        schedule.figures(board, newest)  # also of the month and of the year before
