"""Metric tables as charts read them: plain rows, None for empty."""

from typing import Any, TypeAlias

import pandas as pd

Row: TypeAlias = dict[str, Any]


def rows_of(table: pd.DataFrame) -> list[Row]:
    """Return the rows of a metric table with None for every empty cell.

    >>> rows_of(pd.DataFrame({"chain": ["大数据", None]}))
    [{'chain': '大数据'}, {'chain': None}]
    >>> rows_of(pd.DataFrame({"projects": [2], "percent_done": [float("nan")]}))
    [{'projects': 2, 'percent_done': None}]
    """
    # Column by column: a table of ten thousand rows is asked for on a page.
    columns = [_cells(column) for _, column in table.items()]
    names = [str(name) for name in table.columns]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _cells(column: "pd.Series[Any]") -> list[Any]:
    cells, empty = column.tolist(), column.isna()
    if not empty.any():
        return cells
    return [None if lacks else cell for cell, lacks in zip(cells, empty, strict=True)]
