"""Progress by item, a month at a time: what is judged in a month rests on that month alone.

Every step of ``progress.by_item`` is by period and item, so the months side by side are the whole
table. What a page asks for is put together from as few of them as it needs.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import pandas as pd

from analysis.memo import once
from analysis.metrics import progress, starting
from analysis.metrics.columns import Counted
from analysis.metrics.progress import ITEM, KEY
from domain.columns import Reports
from domain.periods import Period
from domain.rulebook import Rulebook


@dataclass(frozen=True, eq=False)
class Months:
    """The months of ``reports``, which stand in the order of their months.

    ``judge`` gives ``progress.by_item`` of a month and its reports; it is asked once for each.
    ``starts`` has the items whose planned start is stated: before it they are held against nothing.
    """

    reports: pd.DataFrame  # at least one
    judge: Callable[[str, pd.DataFrame], pd.DataFrame]
    starts: pd.DataFrame

    def judged_by(self, rulebook: Rulebook) -> Self:
        """Return the months as another rulebook would judge them, by what is known of them here."""

        def judge(month: str, _: pd.DataFrame) -> pd.DataFrame:
            return progress.judged(self.of(month), rulebook.only_at(Period.parse(month)))

        return type(self)(self.reports, judge, self.starts)

    @cached_property
    def spans(self) -> dict[str, slice]:
        """Where each month stands in ``reports``, oldest first."""
        months, spans, start = self.reports[Reports.PERIOD].array, dict[str, slice](), 0
        while start < len(months):
            month = str(months[start])
            end = bisect_right(months, month, lo=start)
            spans[month] = slice(start, end)
            start = end
        return spans

    def reported(self, month: str) -> pd.DataFrame:
        """Return the reports of a month, none where nobody reported."""
        return self.reports.iloc[self.spans.get(month, slice(0, 0))]

    @once
    def of(self, month: str) -> pd.DataFrame:
        """One row per item with a report in a month that has reports."""
        judged = self.judge(month, self.reported(month))
        ahead = self.starts[self.starts[Counted.START_PERIOD] > month]
        # As it came where nothing lies ahead: boards of several versions share it in memory.
        return judged if ahead.empty else starting.of_reports(judged, ahead)

    @once
    def every(self) -> pd.DataFrame:
        """One row per item and period with a report, as ``progress.by_item`` orders them."""
        parts = [self.of(month) for month in self.spans]
        return pd.concat(parts).sort_values(list(KEY), ignore_index=True)

    def between(self, first: str, last: str) -> pd.DataFrame:
        """One row per item and period with a report from ``first`` to ``last``; in no order.

        Where no month has one, the rows are those of the nearest month, cut to none.
        """
        found = [self.of(month) for month in self.spans if first <= month <= last]
        return pd.concat(found, ignore_index=True) if found else self._none()

    def last_of_each(self, items: pd.DataFrame, until: str) -> pd.DataFrame:
        """One row per item of ``items`` reported up to ``until``: the newest; in no order.

        The months are gone through backwards, and no further than to the last item found.
        """
        sought, found = _keys(items), list[pd.DataFrame]()
        for month in sorted((one for one in self.spans if one <= until), reverse=True):
            if sought.empty:
                break
            part = self.of(month)
            keys = _keys(part)
            found.append(part[keys.isin(sought)])
            sought = sought[~sought.isin(keys)]
        return pd.concat(found, ignore_index=True) if found else self._none()

    def _none(self) -> pd.DataFrame:
        return self.of(next(iter(self.spans))).iloc[:0]


def _keys(table: pd.DataFrame) -> pd.Index:
    kind, number = (table[name].astype("object") for name in ITEM)
    return pd.Index(kind + "\0" + number)
