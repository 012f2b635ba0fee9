"""The month a project is planned to begin, read from a cell that holds what an office wrote."""

import re

import pandas as pd

from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Projects, Reports
from domain.periods import MONTHS, Period

_MONTH = re.compile(r"(\d{4})\s*[-年./]\s*(\d{1,2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)\s*年?\s*(底|末|下半年)?")
_JANUARY, _JULY = 1, 7
_BEGINS = {None: _JANUARY, "下半年": _JULY, "底": MONTHS, "末": MONTHS}


def start_period(text: str | None) -> str | None:
    """Return the first month a cell allows work to begin in, None where it names none.

    >>> [start_period(text) for text in ("2026-12-01", "2026年9月", "2007.10-2010.12", "2026年底")]
    ['2026-12', '2026-09', '2007-10', '2026-12']
    >>> [start_period(text) for text in ("2027", "2027年", "2027年下半年", "2027-2029年")]
    ['2027-01', '2027-01', '2027-07', '2027-01']
    >>> [start_period(text) for text in ("尚未确定", "2026-13", None)]
    [None, None, None]
    """
    if not isinstance(text, str):
        return None
    if month := _MONTH.search(text):
        number = int(month[2])
        return f"{month[1]}-{number:02d}" if 1 <= number <= MONTHS else None
    year = _YEAR.search(text)
    return f"{year[1]}-{_BEGINS[year[2]]:02d}" if year else None


def starts(projects: pd.DataFrame) -> pd.DataFrame:
    """Return kind, number and month of every item whose planned start is stated.

    One row per such item; a table of tasks states none.
    """
    found = [
        (ItemKind.PROJECT.value, item, period)
        for item, text in zip(projects[Projects.ID], projects[Projects.PLANNED_START], strict=True)
        if (period := start_period(text)) is not None
    ]
    columns = [Reports.KIND.value, Reports.ITEM_ID.value, Counted.START_PERIOD.value]
    return pd.DataFrame(found, columns=columns).astype("str")


def begun_in_year(starts: pd.DataFrame, period: Period) -> dict[str, int]:
    """Return the month of the start of every project that began later than January of the year.

    序时进度 counts from January for these as well (docs/decisions/judged-percent.md), so whoever
    lists them says when they began. ``starts`` is ``starts``; those that begin after ``period``
    are left out.
    """
    return {
        str(item): month
        for kind, item, start in starts.itertuples(index=False, name=None)
        if kind == ItemKind.PROJECT and (month := _month_in_year(start, period))
    }


def begun_in_year_of(text: str | None, period: Period) -> int | None:
    """Return the month a cell of the planned start names, as ``begun_in_year`` does."""
    start = start_period(text)
    return None if start is None else _month_in_year(start, period)


def _month_in_year(start: str, period: Period) -> int | None:
    begun = Period.parse(start)
    later = Period(period.year, _JANUARY) < begun <= period
    return begun.month if later else None
