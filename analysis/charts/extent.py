"""Which of how many rows a chart lists, said in one sentence however few of them are drawn."""

from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil

from domain.rules import Light
from texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Rows ``first`` to ``last`` of ``total``, counted from 1.

    With a ``light``, ``total`` counts the items of that light, of which the first are listed.
    ``sums`` rows stand behind the listed ones and sum up others; they are left out first.
    ``leads`` rows stand before the listed ones and count others, which ``total`` does not.
    """

    last: int
    total: int
    first: int = 1
    light: Light | None = None
    sums: int = 0
    leads: int = 0

    @property
    def rows(self) -> int:
        """How many rows are listed."""
        return self.last - self.first + 1

    @property
    def is_whole(self) -> bool:
        """Whether every row is listed, so that there is nothing to say."""
        return self.rows == self.total

    def cut(self, left_out: int) -> "Extent":
        """Return what is listed once the last rows are left out."""
        listed = max(left_out - self.sums, 0)
        return replace(self, last=self.last - listed, sums=max(self.sums - left_out, 0))

    def part(self, first: int, last: int) -> "Extent":
        """Return what is listed on one screen: the rows ``first`` to ``last`` of those drawn.

        Both are counted from 1; rows that sum up others stand behind the listed ones.

        >>> listed = Extent(first=16, last=30, total=500, sums=1)
        >>> listed.part(9, 16)
        Extent(last=30, total=500, first=24, light=None, sums=1, leads=0)
        >>> Extent(last=13, total=271, leads=2).part(1, 8)
        Extent(last=6, total=271, first=1, light=None, sums=0, leads=2)
        """
        begin, end = max(first - self.leads, 1), last - self.leads
        listed = min(end, self.rows)
        ends = {"first": self.first + min(begin, listed) - 1, "last": self.first + listed - 1}
        leads = max(self.leads - first + 1, 0)
        return replace(self, **ends, sums=min(end - listed, self.sums), leads=leads)

    def said(self, t: Texts) -> str:
        """Say it.

        >>> from texts import catalogue
        >>> Extent(first=16, last=30, total=500).cut(4).said(catalogue("zh"))
        '共 500 项，图示第 16—26 项'
        """
        if self.light is not None:
            light = t(f"light.{self.light}")
            return t("chart.red_listed", count=self.total, light=light, listed=self.rows)
        return t("chart.shown_of", total=self.total, first=self.first, last=self.last)


def evenly(rows: int, most: int) -> list[tuple[int, int]]:
    """Cut ``rows`` into parts of at most ``most``, none longer than another by more than one row.

    Each part is where it begins, counted from 0, and where the next one does.

    >>> evenly(11, 7), evenly(10, 4), evenly(3, 4)
    ([(0, 6), (6, 11)], [(0, 4), (4, 7), (7, 10)], [(0, 3)])
    """
    count = ceil(rows / most)
    ends = [ceil(rows * place / count) for place in range(count + 1)]
    return list(pairwise(ends))
