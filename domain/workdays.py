"""Days on which an office works: weekdays, less the holidays, plus the weekends worked for them."""

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from domain.periods import Period
from domain.rules import last_day

_DAY, _WHAT = "日期", "安排"
_OFF, _ON = "放假", "上班"
_SATURDAY = 5
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Workdays:
    """The calendar of the offices. Years without an entry have weekends and no holidays."""

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``data/holidays.csv``: one row per day that is not as its weekday says.

        Raises:
            KeyError: when the column 日期 or 安排 is missing.
            ValueError: when a day is no day, or its 安排 neither 放假 nor 上班.
        """
        days: dict[str, set[date]] = {_OFF: set(), _ON: set()}
        for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))):
            if row[_WHAT] not in days:
                raise ValueError(row[_WHAT])
            days[row[_WHAT]].add(date.fromisoformat(row[_DAY]))
        return cls(frozenset(days[_OFF]), frozenset(days[_ON]))

    def is_workday(self, day: date) -> bool:
        """Tell whether offices work on a day.

        >>> Workdays().is_workday(date(2026, 11, 22))  # a Sunday
        False
        """
        return day in self.on or (day.weekday() < _SATURDAY and day not in self.off)

    def due(self, period: Period, due_day: int) -> date:
        """Return the day the reports of ``period`` are due: the due day or the workday after it.

        A due day the month does not have is the month's last.

        >>> Workdays().due(Period(2026, 10), 25)  # a Sunday
        datetime.date(2026, 10, 26)
        """
        end = last_day(period)
        day = end.replace(day=min(due_day, end.day))
        while not self.is_workday(day):
            day += _A_DAY
        return day

    def workdays_between(self, first: date, last: date) -> int:
        """Count the workdays after ``first`` up to ``last``; negative when ``last`` is earlier."""
        if last < first:
            return -self.workdays_between(last, first)
        days = (first + _A_DAY * number for number in range(1, (last - first).days + 1))
        return sum(map(self.is_workday, days))
