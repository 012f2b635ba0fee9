"""How a figure says that it is the mean of reports which lie far apart."""

from collections.abc import Iterable
from typing import Any

from analysis.charts.words import Words, points
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.periods import Period

SIGN = "≠"


def differs(row: dict[str, Any], words: Words) -> bool:
    """Tell whether a row of an item is judged by a mean of reports that disagree.

    They do from the spread on that the rules in force in the month of the report name, as
    supervision warns of it. What is judged by 投资完成率 or by the lead unit's report is no mean.
    """
    spread, month = row.get(Counted.SPREAD_POINTS), _month(row)
    if not spread or month is None or row.get(Counted.COMPLETION_PERCENT) is not None:
        return False
    return spread >= words.plan.rulebook.at(Period.parse(month)).spread_points


def sign(row: dict[str, Any] | None, words: Words) -> str:
    """Return the sign that stands behind a figure which is such a mean, else nothing."""
    return SIGN if row is not None and differs(row, words) else ""


def mark(row: dict[str, Any] | None, words: Words) -> str:
    """Return the sign and a word for a figure that is such a mean, else nothing."""
    return words.t("light.differing") if row is not None and differs(row, words) else ""


def said(row: dict[str, Any] | None, words: Words) -> str:
    """Say of how many reports a figure is the mean and how far they lie apart, else nothing."""
    if row is None or not differs(row, words):
        return ""
    apart, units = points(row[Counted.SPREAD_POINTS]), round(row[Counted.UNITS_REPORTED])
    return words.t("light.differing_by", points=apart, units=units)


def note(rows: Iterable[dict[str, Any]], words: Words) -> str:
    """Explain the sign below a chart in which one of ``rows`` bears it, else nothing."""
    found = [month for row in rows if differs(row, words) and (month := _month(row))]
    if not found:
        return ""
    least = words.plan.rulebook.at(Period.parse(max(found))).spread_points
    return words.t("light.differing_note", points=f"{least:g}")


def _month(row: dict[str, Any]) -> str | None:
    return row.get(Reports.PERIOD) or row.get(Counted.REPORTED_PERIOD)
