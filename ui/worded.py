"""Long lists of items in the reader's words: only the rows of the page shown are put into them."""

from collections.abc import Callable
from typing import TypeAlias

import pandas as pd

from analysis.charts.words import Words
from analysis.memo import once
from domain.columns import Reports
from ui import cards, paged, phone

Say: TypeAlias = Callable[[pd.DataFrame, Words], pd.DataFrame]
_NAMES = (Reports.ITEM_ID.value, Reports.ITEM_NAME.value)


def listed(
    table: pd.DataFrame, say: Say, words: Words, *, key: str, first: tuple[str, ...]
) -> None:
    """Show a metric table as ``phone.table`` does, worded by ``say``, a function of a module.

    ``say`` gives one row for each it is given. It is given a page of a long table, and all that is
    found in it only for the file.
    """
    part, every = paged.cut(table, words.t, key=key, names=_NAMES)
    if part.empty:
        return
    whole = cards.Whole(lambda: say(every, words), len(every))
    phone.table(_said(part, say, words), words.t, key=key, first=first, whole=whole)


@once
def _said(part: pd.DataFrame, say: Say, words: Words) -> pd.DataFrame:
    return say(part, words)
