"""The rows a warning rests on: the reports that were compared, or when the one owed was due."""

import pandas as pd

from analysis.charts.rows import Row
from analysis.metrics.columns import Raised
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.periods import Period
from domain.warnings import Warned

# Of these only the two months named are compared; of the others every month in between counts.
_TWO_MONTHS = {Warned.SAME_AS_LAST, Warned.REGRESSING, Warned.MEASURE_SUSPECT}
_OF_REPORTS = {*_TWO_MONTHS, Warned.STAGNATING, Warned.UNITS_DISAGREE, Warned.OVER_TOTAL}
_OF_DUE_DAY = {Warned.MISSING, Warned.LATE}
_OF_STANDING = {Warned.BEHIND, Warned.OVERDUE, Warned.OVER_TOTAL}


def reports_of(row: Row, seen: Watched) -> pd.DataFrame:
    """Return the reports a warning compared, the earliest month first; none for other rules.

    ``row`` has the columns of ``analysis.evidence``; what is returned those of ``submissions``.
    Of an item as a whole they are the reports of all its units.
    """
    came = (seen.whole or seen).submissions
    if row[Raised.RULE] not in _OF_REPORTS:
        return came.iloc[:0]
    found = came[_about(came, row) & _in_months(came, row)]
    order = [Reports.PERIOD.value, Reports.RESPONSIBLE_UNIT.value]
    return found.sort_values(order, ignore_index=True)


def due_of(row: Row, seen: Watched) -> pd.DataFrame:
    """Return what was expected and is missing or late: a row of ``supervision.by_report``."""
    table = supervision.by_report(seen.whole or seen, (Period.parse(row[Reports.PERIOD]),))
    if row[Raised.RULE] not in _OF_DUE_DAY:
        return table.iloc[:0]
    return table[_about(table, row)].reset_index(drop=True)


def standing_of(row: Row, seen: Watched) -> pd.DataFrame:
    """Return where the item stands in the month: a row of ``Board.standing``, for its rules."""
    table = (seen.whole or seen).board.standing(Period.parse(row[Reports.PERIOD]))
    if row[Raised.RULE] not in _OF_STANDING:
        return table.iloc[:0]
    return table[_item(table, row)].reset_index(drop=True)


def _about(table: pd.DataFrame, row: Row) -> "pd.Series[bool]":
    unit = row[Reports.RESPONSIBLE_UNIT]
    found = _item(table, row)
    return found if unit is None else found & (table[Reports.RESPONSIBLE_UNIT] == unit)


def _item(table: pd.DataFrame, row: Row) -> "pd.Series[bool]":
    kind, number = row[Reports.KIND], row[Reports.ITEM_ID]
    return (table[Reports.KIND] == kind) & (table[Reports.ITEM_ID] == number)


def _in_months(came: pd.DataFrame, row: Row) -> "pd.Series[bool]":
    rule, month, months = row[Raised.RULE], row[Reports.PERIOD], came[Reports.PERIOD]
    if rule == Warned.OVER_TOTAL:
        return months == row[Raised.NOW_TEXT]
    earlier = row[Raised.WAS_TEXT] or month
    if rule in _TWO_MONTHS:
        return months.isin([earlier, month])
    return (months >= earlier) & (months <= month)
