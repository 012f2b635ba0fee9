"""The warnings of a month by the rules of its time: all of them, or those about a chosen part."""

import pandas as pd

from analysis.metrics.progress import ITEM
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period


def of_month(watched: Watched, period: Period) -> pd.DataFrame:
    """Return the warnings of a month, columns of ``analysis.evidence``, the gravest first.

    Of a part of the board these are the warnings of the whole that are about a chosen item and,
    where units are chosen, about one of them or about the item as a whole: what a rule sees never
    depends on the choice.
    """
    whole = watched.whole or watched
    rules = whole.board.plan.rulebook.at(period)
    every = supervision.warnings(
        whole,
        period,
        lights=rules.lights,
        stagnant_periods=rules.stagnant_periods,
        spread_points=rules.spread_points,
    )
    return every if whole is watched else _about(every, watched)


def of_amounts(watched: Watched, period: Period) -> pd.DataFrame:
    """Return those warnings of a month that a figure fell or is in another unit of measure."""
    whole = watched.whole or watched
    every = supervision.of_amounts(whole, period)
    return every if whole is watched else _about(every, watched)


def _about(warnings: pd.DataFrame, part: Watched) -> pd.DataFrame:
    chosen = pd.MultiIndex.from_frame(part.board.items[ITEM])
    found = pd.MultiIndex.from_frame(warnings[ITEM]).isin(chosen)
    if part.kinds:
        found &= warnings[Reports.KIND].isin(part.kinds).to_numpy()
    if units := part.board.selection.unit:
        said_by = warnings[Reports.RESPONSIBLE_UNIT]
        found &= (said_by.isna() | said_by.isin(units)).to_numpy()
    return warnings[found].reset_index(drop=True)
