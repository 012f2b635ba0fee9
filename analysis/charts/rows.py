"""Metric tables as charts read them: plain rows, None for empty."""

from typing import Any, TypeAlias

import pandas as pd

from domain.money import YUAN_PER_YI

Row: TypeAlias = dict[str, Any]


def rows_of(table: pd.DataFrame) -> list[Row]:
    """Return the rows of a metric table with None for every empty cell.

    >>> rows_of(pd.DataFrame({"chain": ["大数据", None]}))
    [{'chain': '大数据'}, {'chain': None}]
    """
    return [
        {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}
        for row in table.to_dict("records")
    ]


def in_yi(yuan: int | None) -> float | None:
    """Place whole 元 on an axis in 亿元."""
    return None if yuan is None else yuan / YUAN_PER_YI
