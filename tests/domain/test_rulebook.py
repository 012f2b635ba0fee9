"""Which rules judge which month."""

from dataclasses import replace
from math import nan

import pytest

from domain.periods import Period
from domain.rulebook import Rulebook, RuleSet
from domain.rules import ScheduleRule

MARCH, JULY = Period(2026, 3), Period(2026, 7)
FIRST = RuleSet("一", "", MARCH, ScheduleRule.MONTHS, -5, -15, due_day=25)
SECOND = RuleSet("二", "", JULY, ScheduleRule.DAYS, -10, -30, due_day=20)


def test_a_month_is_judged_by_the_latest_set_that_was_in_force():
    book = Rulebook((SECOND, FIRST))  # in no order
    assert [book.at(month) for month in (MARCH, Period(2026, 6), JULY, Period(2027, 1))] == [
        FIRST,
        FIRST,
        SECOND,
        SECOND,
    ]


def test_a_month_before_all_sets_is_judged_by_the_first():
    assert Rulebook((SECOND, FIRST)).at(Period(2020, 1)) == FIRST


def test_a_set_from_the_same_month_takes_the_place_of_the_earlier_one():
    corrected = replace(SECOND, red_below=-40)
    book = Rulebook((FIRST, SECOND)).with_set(corrected)
    assert book.in_order == (FIRST, corrected)
    assert book.at(JULY) == corrected


def test_one_more_set_leaves_the_book_it_was_added_to_as_it_is():
    book = Rulebook((FIRST,))
    assert book.with_set(SECOND).at(JULY) == SECOND
    assert book.at(JULY) == FIRST


def test_the_set_of_one_month_alone_judges_it_as_the_book_does():
    book = Rulebook((FIRST, SECOND))
    assert book.only_at(JULY) == Rulebook((SECOND,))
    assert book.only_at(Period(2020, 1)) == Rulebook((FIRST,))


def test_the_schedule_of_a_month_is_that_of_its_time():
    book = Rulebook((FIRST, SECOND))
    assert book.schedule_percent(Period(2026, 6)) == 50
    assert book.schedule_percent(JULY) == 212 * 100 / 365


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ("red_below", -4),  # above yellow
        ("red_below", nan),
        ("yellow_below", nan),
        ("due_day", 0),
        ("due_day", 32),
        ("stagnant_periods", 0),
        ("spread_points", 0),
        ("spread_points", nan),
    ],
)
def test_a_threshold_that_cannot_be_is_refused(entry, wrong):
    with pytest.raises(ValueError, match=entry.replace("yellow", "red")):
        replace(FIRST, **{entry: wrong})


def test_red_may_begin_where_yellow_does():
    assert replace(FIRST, red_below=-5).judging == (ScheduleRule.MONTHS, -5, -5)


def test_a_book_without_rules_is_refused():
    with pytest.raises(ValueError, match="sets"):
        Rulebook(())
