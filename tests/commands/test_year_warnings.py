"""The made-up year shows every warning where a table written by hand says, on any day."""

from datetime import date

import pytest

from domain.periods import Period
from domain.warnings import Warned
from store.boards import board_of
from store.readable import end_of
from store.tables import tables
from store.watching import month_warnings, watched

# Month, day looked at it, warning, item, unit (of a warning that is about one).
EXPECTED = (
    ("2026-10", date(2026, 11, 1), "missing", "T05", "财政局"),
    ("2026-10", date(2026, 11, 1), "missing", "P09", "经济发展局"),
    ("2026-09", date(2026, 10, 1), "late", "T01", "关堤乡"),
    ("2026-10", date(2026, 11, 1), "same_as_last", "T07", "科学技术局"),
    ("2026-10", date(2026, 11, 1), "stagnating", "P07", None),
    ("2026-07", date(2026, 8, 1), "regressing", "P06", "经济发展局"),
    ("2026-10", date(2026, 11, 1), "behind", "P03", None),
    ("2026-07", date(2026, 8, 1), "overdue", "T10", None),
    ("2026-10", date(2026, 11, 1), "over_total", "P04", None),
    ("2026-05", date(2026, 6, 1), "measure_suspect", "P02", "经济发展局"),
    ("2026-06", date(2026, 7, 1), "target_moved", "P03", None),
    ("2026-10", date(2026, 11, 1), "units_disagree", "T06", None),
)
UNEXPECTED = (
    ("2026-09", date(2026, 9, 29), "late", "T02", "社会事务局"),  # the 25th was a holiday: in time
    ("2026-10", date(2026, 10, 26), "missing", "T05", "财政局"),  # not due before the evening
    ("2026-06", date(2026, 7, 1), "overdue", "T10", None),  # the month it is due in
    ("2026-09", date(2026, 10, 1), "over_total", "P04", None),
)


def raised(office, month, day):
    now = tables(office.ledger, office.ledger.version_on(day))
    board = board_of(office, now, until=end_of(day))
    period = Period.parse(month)
    found = month_warnings(watched(office, board, period, today=day, until=end_of(day)), period)
    units = [None if unit != unit else unit for unit in found.responsible_unit]  # noqa: PLR0124 - NaN
    return set(zip(found.rule, found.item_id, units, strict=True))


def test_the_table_has_every_warning():
    assert {one[2] for one in EXPECTED} == set(Warned)


@pytest.mark.parametrize(("month", "day", "rule", "item", "unit"), EXPECTED, ids=str)
def test_a_warning_is_raised_where_the_table_says(made, month, day, rule, item, unit):
    assert (rule, item, unit) in raised(made, month, day)


@pytest.mark.parametrize(("month", "day", "rule", "item", "unit"), UNEXPECTED, ids=str)
def test_no_warning_is_raised_before_its_time(made, month, day, rule, item, unit):
    assert (rule, item, unit) not in raised(made, month, day)
