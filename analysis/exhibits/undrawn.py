"""Which chains that have projects are not in a chart of the chains."""

import pandas as pd

from analysis.board import Board
from analysis.charts.words import Words
from analysis.plan_tables import UNASSIGNED
from domain.columns import Projects

_MOST_NAMED = 3


def chains(board: Board, drawn: pd.DataFrame, key: str, words: Words) -> str:
    """Name the chains of the board's projects without a row among the ``drawn``, empty if none.

    ``key`` is the sentence that says why. Beyond three they are counted: a caption is one line.
    """
    missing = _of(board.projects) - _of(drawn)
    if not missing:
        return ""
    names = [
        words.in_full(name) if name else words.chain(None)
        for name in words.in_plan_order(sorted(missing))
    ]
    if len(names) > _MOST_NAMED:
        return words.t(key, chains=words.t("chart.chains_count", count=len(names)))
    return words.t(key, chains=words.t("chart.chains_joiner").join(names))


def _of(table: pd.DataFrame) -> set[str]:
    return set(table[Projects.CHAIN].fillna(UNASSIGNED).astype(str))
