"""Days on which an office works: weekdays, less the holidays, plus the weekends worked for them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from domain import holidays
from domain.periods import Period
from domain.rules import last_day

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
            HolidayTableError: when a column is missing, or a row cannot be used.
        """
        off, on = holidays.read(text)
        return cls(off, on)

    @property
    def years(self) -> tuple[int, ...]:
        """The years whose holidays are known, in order."""
        return tuple(sorted({day.year for day in self.off | self.on}))

    def knows(self, year: int) -> bool:
        """Tell whether the holidays of a year are known; else its weekends alone are."""
        return year in self.years

    def with_years_of(self, other: "Workdays") -> "Workdays":
        """Return the calendar with every year the other one knows taken from that.

        >>> one = Workdays(frozenset({date(2026, 1, 1), date(2027, 1, 1)}))
        >>> both = one.with_years_of(Workdays(frozenset({date(2027, 2, 8)})))
        >>> sorted(map(str, both.off))
        ['2026-01-01', '2027-02-08']
        """

        def either(here: frozenset[date], there: frozenset[date]) -> frozenset[date]:
            return frozenset(day for day in here if not other.knows(day.year)) | there

        return Workdays(either(self.off, other.off), either(self.on, other.on))

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
        day = asked_for(period, due_day)
        while not self.is_workday(day):
            day += _A_DAY
        return day

    def workdays_between(self, first: date, last: date) -> int:
        """Count the workdays after ``first`` up to ``last``; negative when ``last`` is earlier."""
        if last < first:
            return -self.workdays_between(last, first)
        days = (first + _A_DAY * number for number in range(1, (last - first).days + 1))
        return sum(map(self.is_workday, days))


def asked_for(period: Period, due_day: int) -> date:
    """Return the due day of a month before anything moves it: its last where it has no such day."""
    end = last_day(period)
    return end.replace(day=min(due_day, end.day))
