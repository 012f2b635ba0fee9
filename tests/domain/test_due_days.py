"""Which day is due in each coming month, and what moved it."""

from dataclasses import replace

from domain.due_days import due_days
from domain.periods import Period
from domain.rulebook import Rulebook, RuleSet
from domain.rules import ScheduleRule
from tests.domain.test_workdays import OFFICES

RULES = RuleSet("默认", "", Period(2020, 3), ScheduleRule.MONTHS, -5, -15, due_day=25)


def told(first, months, book=Rulebook((RULES,))):  # noqa: B008 - it is never changed
    return [
        (str(one.period), one.due.isoformat(), one.moved.value, one.is_known)
        for one in due_days(first, months, book, OFFICES)
    ]


def test_a_holiday_and_a_weekend_are_told_apart():
    assert told(Period(2026, 9), 3) == [
        ("2026-09", "2026-09-28", "holiday", True),  # 中秋, a Friday
        ("2026-10", "2026-10-26", "weekend", True),  # a Sunday
        ("2026-11", "2026-11-25", "not", True),
    ]


def test_a_year_that_is_not_published_is_said_to_be_unknown():
    assert [one[3] for one in told(Period(2026, 12), 2)] == [True, False]


def test_a_due_day_at_the_end_of_december_rests_on_the_next_year():
    (december,) = told(Period(2026, 12), 1, Rulebook((replace(RULES, due_day=31),)))
    assert december == ("2026-12", "2026-12-31", "not", True)


def test_another_due_day_holds_from_the_month_of_its_set_on():
    later = replace(RULES, effective=Period(2026, 11), due_day=20)
    days = [one[1] for one in told(Period(2026, 10), 2, Rulebook((RULES, later)))]
    assert days == ["2026-10-26", "2026-11-20"]
