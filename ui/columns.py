"""How the columns of a table stand: numbers to the right, digits below each other."""

import re
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from analysis.memo import once
from texts import Texts
from texts.dates import spoken

_arrow: Any = pa
_NUMBER = re.compile(r"[+−-]?[\d,]+(\.\d+)?%?")
_DIGIT = re.compile(r"\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_MEASURES = (  # columns of figures, also where none is stated or a mark stands behind one
    "table.total_yi",
    "table.done_total_yi",
    "table.year_plan_yi",
    "table.done_ytd_yi",
    "card.done_yi",
    "table.before_yi",
    "table.after_yi",
    "table.change_yi",
    "table.percent",
    "table.completion",
    "table.schedule",
    "table.gap",
    "table.spread",
    "table.pace",
    "table.rate",
)


@once
def months_spoken(shown: pd.DataFrame, t: Texts) -> pd.DataFrame:
    """Return a table with its months as a person reads them; a file beside it keeps 2026-10.

    >>> from texts import catalogue
    >>> months_spoken(pd.DataFrame({"due": ["2026-10", "—"]}), catalogue("zh"))["due"].tolist()
    ['2026年10月', '—']
    """
    named = {
        name: [spoken(cell, t) if _is_month(cell) else cell for cell in shown[name]]
        for name in shown.columns
        if any(map(_is_month, shown[name]))
    }
    return shown.assign(**named) if named else shown


@once
def ready(shown: pd.DataFrame) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return a table as the browser gets it, made once for all its readers.

    To make it of a DataFrame costs streamlit more than all else about a table. One with cells of
    different kinds in a column stays what it is: streamlit spells them.
    """
    try:
        return _arrow.Table.from_pandas(shown, preserve_index=False)
    except _arrow.ArrowException:
        return shown


def _is_month(cell: object) -> bool:
    return isinstance(cell, str) and _MONTH.fullmatch(cell) is not None


@once
def numbers_right(shown: pd.DataFrame, t: Texts) -> dict[str, ColumnConfig]:
    """Return how to show the columns of numbers; the others are left as they are."""
    measures = set(map(t, _MEASURES))
    return {
        name: st.column_config.TextColumn(name, alignment="right")
        for name in shown.columns
        if name in measures or _holds_numbers([str(cell) for cell in shown[name]])
    }


def _holds_numbers(cells: list[str]) -> bool:
    """Tell whether cells are numbers, but for those that say there is none.

    >>> _holds_numbers(["155.5", "—", "+3.2%"]), _holds_numbers(["未披露", "110"])
    (True, True)
    >>> _holds_numbers(["2026-10"]), _holds_numbers(["P01", "7"]), _holds_numbers(["—"])
    (False, False, False)
    """
    numbers = [cell for cell in cells if _NUMBER.fullmatch(cell)]
    others = [cell for cell in cells if not _NUMBER.fullmatch(cell)]
    return bool(numbers) and not any(map(_DIGIT.search, others))
