"""A problem is as old as its raising, and two texts are the same when their words are."""

from datetime import UTC, date, datetime

import pytest

from domain.problems import (
    Doing,
    Entries,
    Problem,
    ProblemType,
    Step,
    Which,
    is_one_of,
    is_stated,
    same_words,
    sameness,
    type_of,
)

TODAY = date(2026, 11, 2)


def a_problem(*, raised=date(2026, 9, 1), due=None, closed=None):
    entries = Entries("用地指标未落实", ProblemType.LAND, "财政局", due_on=due)
    step = Step(Doing.RAISE, entries.what, "甲", datetime(2026, 9, 1, tzinfo=UTC))
    return Problem(1, entries, "甲", raised, frozenset(), (step,), 1, closed_on=closed)


@pytest.mark.parametrize(
    ("due", "closed", "days_open", "days_overdue"),
    [
        (None, None, 62, 0),
        (date(2026, 11, 2), None, 62, 0),  # the due day itself is in time
        (date(2026, 11, 1), None, 62, 1),
        (date(2026, 9, 30), date(2026, 10, 5), 34, 0),  # what is solved is not overdue
    ],
)
def test_days_are_counted_to_the_day_or_to_the_closing(due, closed, days_open, days_overdue):
    problem = a_problem(due=due, closed=closed)
    assert (problem.days_open(TODAY), problem.days_overdue(TODAY)) == (days_open, days_overdue)


def test_open_and_overdue_and_closed_are_told_apart():
    late = a_problem(due=date(2026, 10, 1))
    closed = a_problem(due=date(2026, 10, 1), closed=date(2026, 10, 9))
    assert [is_one_of(late, which, TODAY) for which in Which] == [True, True, False, True]
    assert [is_one_of(closed, which, TODAY) for which in Which] == [False, False, True, True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("用地指标未落实。", "用地指标未落实"),
        ("用地指标，未落实", "用地指标 未\n落实"),
        ("ＥＰＣ招标未完成（２次流标）", "EPC招标未完成(2次流标)"),
    ],
)
def test_marks_spaces_and_width_make_no_other_problem(one, other):
    assert same_words(one) == same_words(other)


def test_other_words_another_unit_or_another_item_are_another_problem():
    keys = {
        sameness("项目", "P01", "财政局", "资金未到位"),
        sameness("项目", "P01", "财政局", "资金仍未到位"),
        sameness("项目", "P01", "关堤乡", "资金未到位"),
        sameness("项目", "P02", "财政局", "资金未到位"),
        sameness("任务", "P01", "财政局", "资金未到位"),
    }
    assert len(keys) == 5


@pytest.mark.parametrize("text", ["无", "无。", " 暂无 ", "没有问题", "/", "——", "", None])
def test_a_report_that_says_there_is_no_problem_states_none(text):
    assert not is_stated(text)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("征拆", ProblemType.CLEARANCE),
        ("土地问题", ProblemType.LAND),
        ("规划调整", ProblemType.OTHER),
        ("天气", None),
    ],
)
def test_what_reports_call_a_type_is_read(said, kind):
    assert type_of(said) is kind
