"""The made-up course of one project: when it starts, how big it is, how late it runs."""

from dataclasses import dataclass
from random import Random

from domain.money import YUAN_PER_WAN, YUAN_PER_YI
from domain.periods import MONTHS, Period, between

PERIODS = between(Period(2023, 11), Period(2026, 10))
_SIZES_YI = (0.3, 0.8, 1.5, 2.4, 4.2, 8.5, 16, 32)  # many small projects, few large ones
_PACES = (0.9, 1.0, 1.0, 1.0, 1.1, 1.3, 1.6)  # how many times the planned months it takes


@dataclass(frozen=True, slots=True)
class Course:
    """One project as it was planned and as it goes; months count from the first period."""

    total_yuan: int | None  # None: not disclosed
    start: int
    months: int
    pace: float

    def percent(self, month: int) -> float:
        """Return percent done at the end of a month, 0 to 100, one decimal."""
        return round(100 * _curve((month - self.start) / (self.months * self.pace)), 1)

    def done_yuan(self, month: int) -> int | None:
        """Return what is done since the start, in whole 万元."""
        return None if self.total_yuan is None else _in_wan(self.total_yuan, self.percent(month))

    def year_plan_yuan(self, period: Period) -> int | None:
        """Return the investment planned for the period's year; None in a year without any."""
        if self.total_yuan is None:
            return None
        december = Period(period.year, MONTHS).index - PERIODS[0].index
        ends = [100 * _curve((end - self.start) / self.months) for end in (december - 12, december)]
        left = _in_wan(self.total_yuan, ends[1] - ends[0])
        return left or None

    def done_ytd_yuan(self, period: Period) -> int | None:
        """Return what was done since January of the period's year."""
        month = period.index - PERIODS[0].index
        now, before = self.done_yuan(month), self.done_yuan(month - period.month)
        return None if now is None or before is None else now - before

    def starts_in(self) -> Period:
        """Return the planned first month: the one at whose end something is first done."""
        return PERIODS[0].earlier(-self.start - 1)

    def finishes_in(self) -> Period:
        """Return the planned last month."""
        return PERIODS[0].earlier(-self.start - self.months)


def drawn(random: Random) -> Course:
    """Make up a course; the same random source gives the same course."""
    size_yi = random.choice(_SIZES_YI) * random.uniform(0.7, 1.6)
    disclosed = random.random() > 1 / 9
    return Course(
        total_yuan=round(size_yi * YUAN_PER_YI / YUAN_PER_WAN) * YUAN_PER_WAN
        if disclosed
        else None,
        start=random.randint(-10, len(PERIODS) + 6),
        months=random.randint(10, 34),
        pace=random.choice(_PACES),
    )


def _curve(share: float) -> float:
    """Return the S-curve of a building site: slow, fast, slow; 0 before the start, 1 at the end."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def _in_wan(total_yuan: int, percent: float) -> int:
    return round(total_yuan * percent / 100 / YUAN_PER_WAN) * YUAN_PER_WAN
