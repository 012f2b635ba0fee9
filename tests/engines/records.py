"""Tables of any engine as plain rows, so that they can be compared to the last digit."""

import narwhals as nw
import pandas as pd

PLAIN = {str, int, float, bool, type(None)}


def records(table):
    """One dictionary per row in the table's own order; an empty cell is None."""
    if isinstance(table, pd.DataFrame):
        cells = table.astype(object)
        return cells.where(cells.notna(), None).to_dict("records")
    return nw.from_native(table).lazy().collect("pyarrow").rows(named=True)


def assert_same(table, expected):
    """Hold that both have equal rows in the same order, and money in whole numbers."""
    rows = records(table)
    assert rows == records(expected)
    assert {type(cell) for row in rows for cell in row.values()} <= PLAIN  # no Decimal, no NaN
    money = {type(cell) for row in rows for name, cell in row.items() if name.endswith("_yuan")}
    assert money <= {int, type(None)}
