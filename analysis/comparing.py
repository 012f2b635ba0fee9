"""A period's figures beside those of the month before and of the same month last year."""

from dataclasses import dataclass, replace
from typing import Any, Literal

import pandas as pd

from analysis.charts.rows import rows_of
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.periods import Period

Measure = Literal["yuan", "points"]
_FIGURES: tuple[tuple[str, Measure, bool], ...] = (  # name, unit of a difference, since January
    (Reports.DONE_TOTAL_YUAN.value, "yuan", False),
    (Reports.DONE_YTD_YUAN.value, "yuan", True),
    (Counted.COMPLETION_PERCENT.value, "points", True),
    (Counted.GAP_POINTS.value, "points", True),
    (Counted.REPORTING_PERCENT.value, "points", False),
)
_COUNTED = {  # what tells how many projects an amount is of
    Reports.DONE_TOTAL_YUAN.value: Counted.DONE_PROJECTS,
    Reports.DONE_YTD_YUAN.value: Counted.YEAR_PLANS,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure now and then; None where nothing is known or the two cannot be compared.

    ``differs_by`` is the unit of measure of a difference: 元, or 百分点 for percentages.
    """

    name: str
    differs_by: Measure
    now: float | None
    month_before: float | None
    year_before: float | None
    same_projects: int | None = None  # known in both months, where not all are
    change_of_same: float | None = None  # of those, since the month before
    same_as_year_before: int | None = None  # known a year ago too, where not all are
    change_of_same_year: float | None = None  # of those, since then

    @property
    def since_month_before(self) -> float | None:
        """How much more it is than in the month before, of the same projects."""
        if self.same_projects is not None:
            return self.change_of_same
        return _difference(self.now, self.month_before)

    @property
    def since_year_before(self) -> float | None:
        """How much more it is than in the same month last year, of the same projects."""
        if self.same_as_year_before is not None:
            return self.change_of_same_year
        return _difference(self.now, self.year_before)


def figures(
    table: pd.DataFrame, period: Period, before: Period, year_ago: Period
) -> list[Compared]:
    """Return the figures worth comparing; ``table`` has one row per period with a report.

    A figure counted since January is not compared with December: it started again.
    """
    known = {row[Reports.PERIOD]: row for row in rows_of(table)}
    same_year = before.year == period.year
    return [
        Compared(
            name,
            differs_by,
            _of(known, period, name),
            _of(known, before, name) if same_year or not since_january else None,
            _of(known, year_ago, name),
        )
        for name, differs_by, since_january in _FIGURES
    ]


def of_same_projects(
    told: list[Compared], table: pd.DataFrame, same: pd.DataFrame, period: Period, then: Period
) -> list[Compared]:
    """Return the figures with the change of the same projects, where the projects are not the same.

    ``table`` is that of ``figures``, ``same`` the one row of ``schedule.same_projects`` of the
    period and of ``then``, the month before or the same month last year. A project whose first
    figure came since has done in between nothing of what it brings along.
    """
    known = {row[Reports.PERIOD]: row for row in rows_of(table)}
    (alike,) = rows_of(same)
    return [_of_same(one, known, alike, period, then) for one in told]


def _of_same(
    told: Compared,
    known: dict[str, dict[str, Any]],
    alike: dict[str, Any],
    now: Period,
    then: Period,
) -> Compared:
    counted, is_month_before = _COUNTED.get(told.name), then == now.earlier(1)
    held_against = told.month_before if is_month_before else told.year_before
    if counted is None or told.now is None or held_against is None:
        return told
    both, change = int(alike[counted]), alike[told.name]
    if known[str(now)][counted] == known[str(then)][counted] == both:
        return told
    if is_month_before:
        return replace(told, same_projects=both, change_of_same=change)
    return replace(told, same_as_year_before=both, change_of_same_year=change)


def _of(known: dict[str, dict[str, float | None]], period: Period, name: str) -> float | None:
    return known.get(str(period), {}).get(name)


def _difference(now: float | None, then: float | None) -> float | None:
    return None if now is None or then is None else now - then
