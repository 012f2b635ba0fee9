"""Projects on which more was spent than their total investment (超总投资), said beside the pace."""

from typing import Any

from analysis.board import Board
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.memo import recently
from analysis.metrics.columns import Raised
from analysis.metrics.warnings import amounts
from domain.columns import Projects, Reports
from domain.periods import Period
from texts.few import said_of

_MOST = 2


@recently
def projects(board: Board, period: Period) -> tuple[Row, ...]:
    """Return the warnings of 超总投资 at the end of ``period``, as ``amounts.over_total`` does."""
    found = amounts.over_total(board.standing(period), board.projects, str(period))
    return tuple(rows_of(found))


def numbers(board: Board, period: Period) -> frozenset[str]:
    """Return the numbers of the projects above their total investment."""
    return frozenset(row[Reports.ITEM_ID] for row in projects(board, period))


def mark(row: dict[str, Any], words: Words) -> str:
    """Return a sign and a word for a project whose row states more done than its total."""
    done, total = row[Reports.DONE_TOTAL_YUAN], row[Projects.TOTAL_YUAN]
    over = done is not None and total is not None and done > total
    return words.t("chart.above_total") if over else ""


def line(board: Board, period: Period, words: Words) -> str:
    """Say how many projects are above their total investment, and which; empty where none is."""
    found = projects(board, period)
    if not found:
        return ""
    most = said_of(len(found), _MOST)
    named = [
        words.t(
            "doubt.over_total_item",
            item=row[Reports.ITEM_ID],
            name=row[Reports.ITEM_NAME],
            done=words.amount(round(row[Raised.NOW])),
            total=words.amount(round(row[Raised.WAS])),
        )
        for row in found[:most]
    ]
    listed = words.t("doubt.joiner").join(named)
    key = "doubt.over_total" if most == len(found) else "doubt.over_total_and_others"
    return words.t(key, items=listed, count=len(found))
