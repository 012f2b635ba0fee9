"""A month is a month: no day, no clock and no time zone can move it."""

import re
from dataclasses import dataclass
from typing import Self

MONTHS = 12
_TEXT = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A reporting month.

    >>> Period.parse("2026-10")
    Period(year=2026, month=10)
    >>> str(Period(2026, 1).earlier(1)), str(Period(2026, 12).earlier(-1))
    ('2025-12', '2027-01')
    """

    year: int
    month: int

    def __post_init__(self) -> None:
        """Refuse a month that no calendar has.

        Raises:
            ValueError: when the month is not 1 to 12.
        """
        if not 1 <= self.month <= MONTHS:
            raise ValueError(self.month)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the one spelling the ledger keeps, ``2026-10``.

        Raises:
            ValueError: for any other spelling.
        """
        match = _TEXT.fullmatch(text)
        if match is None:
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))

    @property
    def index(self) -> int:
        """Count months from year 0, so that a difference is a number of months."""
        return self.year * MONTHS + self.month - 1

    def earlier(self, months: int) -> Self:
        """Return the period ``months`` before this one; negative goes forward."""
        year, month = divmod(self.index - months, MONTHS)
        return type(self)(year, month + 1)

    def __str__(self) -> str:
        """Spell the period as the ledger keeps it."""
        return f"{self.year:04d}-{self.month:02d}"


def between(first: Period, last: Period) -> tuple[Period, ...]:
    """Return every period from ``first`` to ``last``, both included.

    >>> [str(p) for p in between(Period(2026, 11), Period(2027, 1))]
    ['2026-11', '2026-12', '2027-01']
    """
    return tuple(last.earlier(back) for back in range(last.index - first.index, -1, -1))
