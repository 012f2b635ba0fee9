"""Which part of what is behind a list shows: all, or told apart by a start in the year."""

from typing import Literal, TypeAlias

import pandas as pd

from analysis.metrics.columns import Counted

ALL, OF_YEAR, OTHERS = "all", "of_year", "without_year"
Behind: TypeAlias = Literal["all", "of_year", "without_year"]


def part(table: pd.DataFrame, which: Behind) -> pd.DataFrame:
    """Keep the rows that were planned to begin in the course of the year, the others, or all.

    ``table`` is ``starting.in_year``: 序时进度 counts from January for those as well.
    """
    if which == ALL:
        return table
    return table[(table[Counted.BEGINS_IN_YEAR] == 1) == (which == OF_YEAR)]
