"""What another rulebook would change: items whose light would differ, before it is written."""

import pandas as pd

from analysis.board import Board
from analysis.metrics import progress, starting
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM, KEY
from domain.columns import Reports
from domain.rulebook import Rulebook

_BEFORE, _AFTER = Counted.LIGHT_BEFORE.value, Counted.LIGHT_AFTER.value


def light_changes(board: Board, rulebook: Rulebook) -> pd.DataFrame:
    """Compare the lights of the board with those it had if ``rulebook`` judged it.

    One row per item and period whose light differs, the newest period first, then by kind and
    number: kind, number and name of the item, period, ``light_before``, ``light_after``. Only items
    that the plan still lists. Months that both judge alike are not looked at.
    """
    was = _of_other_months(board, rulebook)
    becomes = was  # nothing to judge: the page asks on every run, mostly before anything changed
    if not was.empty:
        becomes = starting.of_reports(progress.judged(was, rulebook), board.starts)
    lights = _lights(was, _BEFORE).merge(_lights(becomes, _AFTER), on=list(KEY))
    changed = board.items.merge(lights[lights[_BEFORE] != lights[_AFTER]], on=ITEM)
    return changed.sort_values(
        [Reports.PERIOD.value, *ITEM], ascending=[False, True, True], ignore_index=True
    )


def _of_other_months(board: Board, rulebook: Rulebook) -> pd.DataFrame:
    """Return ``by_item`` of the months that the two rulebooks judge by different rules."""
    here = board.plan.rulebook
    other = [one for one in board.periods if here.at(one).judging != rulebook.at(one).judging]
    if not other:
        return board.by_item.iloc[:0]
    table = board.by_item_between(other[0], other[-1])
    return table[table[Reports.PERIOD].isin([str(one) for one in other])]


def _lights(table: pd.DataFrame, name: str) -> pd.DataFrame:
    return table[[*KEY, Counted.LIGHT.value]].rename(columns={Counted.LIGHT.value: name})
