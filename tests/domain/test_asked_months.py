"""Supervision looks at the month that is asked for, once its due day is near."""

from datetime import date

import pytest

from domain.asked_months import asked_months, opened_month
from domain.periods import Period

REPORTED = (Period(2026, 9), Period(2026, 10))


def due(month):
    return date(month.year, month.month, 25)


@pytest.mark.parametrize(
    ("day", "opened"),
    [
        (date(2026, 10, 30), Period(2026, 10)),
        (date(2026, 11, 17), Period(2026, 10)),
        (date(2026, 11, 18), Period(2026, 11)),
        (date(2026, 11, 26), Period(2026, 11)),
        (date(2026, 12, 3), Period(2026, 11)),  # nobody reported November
        (date(2026, 9, 20), Period(2026, 10)),  # reported before its time
    ],
)
def test_supervision_opens_at_the_newest_month_that_is_reported_or_nearly_due(day, opened):
    assert opened_month(REPORTED, day, due) == opened


def test_the_month_of_the_day_can_be_looked_at_from_its_first_day_on():
    assert asked_months(REPORTED, date(2026, 11, 1)) == (*REPORTED, Period(2026, 11))


def test_nothing_is_asked_for_before_the_first_report():
    assert asked_months((), date(2026, 11, 1)) == ()
    assert opened_month((), date(2026, 11, 1), due) is None
