"""The table of holidays as an office writes it: a row per day that is not as its weekday says."""

import csv
import io
from collections.abc import Iterable
from datetime import date

DAY, WHAT = "日期", "安排"
OFF, ON = "放假", "上班"
_ALWAYS_OFF = ((1, 1), (10, 1))  # 元旦 and 国庆节, in every year's arrangement


class HolidayTableError(ValueError):
    """A table of holidays cannot be used; ``rule`` says why, ``row`` where, ``said`` what it says.

    The heading is row 1; row 0 when the table as a whole is meant.
    """

    def __init__(self, rule: str, *, row: int = 0, said: str = "") -> None:
        super().__init__(f"{rule} {row} {said}")
        self.rule = rule
        self.row = row
        self.said = said


def read(text: str) -> tuple[frozenset[date], frozenset[date]]:
    r"""Return the days off and the weekend days worked.

    Raises:
        HolidayTableError: when the column 日期 or 安排 is missing, a day is no day or stands twice,
            or its 安排 is neither 放假 nor 上班.

    >>> off, on = read("日期,安排\n2026-01-01,放假\n2026-01-04,上班\n")
    >>> [str(day) for day in (*off, *on)]
    ['2026-01-01', '2026-01-04']
    """
    table = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if not {DAY, WHAT} <= set(table.fieldnames or ()):
        raise HolidayTableError("columns", row=1)
    days: dict[date, str] = {}
    for row in table:
        day, what = (row[DAY] or "").strip(), (row[WHAT] or "").strip()
        if day or what:
            _add(days, _day(day, table.line_num), what, table.line_num)
    off, on = (frozenset(day for day, what in days.items() if what == one) for one in (OFF, ON))
    return off, on


def require_whole_years(off: Iterable[date], years: Iterable[int]) -> None:
    """Refuse a table that is empty or whose years are cut short.

    Raises:
        HolidayTableError: when there is no year, or one without 元旦 or 国庆节 off.
    """
    known = set(off)
    listed = sorted(years)
    if not listed:
        raise HolidayTableError("empty")
    for year in listed:
        for month, day in _ALWAYS_OFF:
            if date(year, month, day) not in known:
                raise HolidayTableError("year", said=f"{year}-{month:02d}-{day:02d}")


def _day(written: str, row: int) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as wrong:
        raise HolidayTableError("day", row=row, said=written) from wrong


def _add(days: dict[date, str], day: date, what: str, row: int) -> None:
    if what not in {OFF, ON}:
        raise HolidayTableError("what", row=row, said=what)
    if day in days:
        raise HolidayTableError("twice", row=row, said=day.isoformat())
    days[day] = what
