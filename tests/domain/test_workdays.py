"""A due day on a holiday moves to the next day on which offices work."""

from datetime import date
from pathlib import Path

import pytest

from domain.periods import Period
from domain.workdays import Workdays

HOLIDAYS = (Path(__file__).parents[2] / "data/holidays.csv").read_text("utf-8")
OFFICES = Workdays.parse(HOLIDAYS)
DUE_DAY = 25


@pytest.mark.parametrize(
    ("period", "due"),
    [
        (Period(2026, 9), date(2026, 9, 28)),  # 中秋 is the 25th, a Friday, and the weekend
        (Period(2020, 1), date(2020, 2, 3)),  # 春节, made longer that year
        (Period(2020, 4), date(2020, 4, 26)),  # a Saturday; the Sunday after is worked for 劳动节
        (Period(2026, 11), date(2026, 11, 25)),
    ],
)
def test_a_due_day_that_nobody_works_moves_to_the_next_workday(period, due):
    assert OFFICES.due(period, DUE_DAY) == due


def test_a_due_day_a_month_does_not_have_is_its_last():
    assert OFFICES.due(Period(2026, 2), 30) == date(2026, 2, 28), "worked for 春节"


def test_workdays_are_counted_both_ways():
    assert OFFICES.workdays_between(date(2026, 9, 24), date(2026, 9, 28)) == 1
    assert OFFICES.workdays_between(date(2026, 9, 28), date(2026, 9, 24)) == -1


@pytest.mark.parametrize("row", ["2026-02-30,放假", "2026-01-01,休息"])
def test_a_table_that_cannot_be_read_is_refused(row):
    with pytest.raises(ValueError, match=row.split(",")[1] if "休息" in row else "day"):
        Workdays.parse(f"日期,安排\n{row}\n")
