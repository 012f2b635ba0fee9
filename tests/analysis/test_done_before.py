"""The card of a task that was done last year says why it is not done, or overdue, this year."""

from dataclasses import replace

import pytest

from analysis import done_before
from analysis.charts.words import Words
from domain.columns import Tasks
from domain.periods import Period
from tests.analysis.submitted import submissions
from texts import catalogue

OCTOBER = Period(2026, 10)


@pytest.fixture
def board(illustrated_board):
    """T01 and P01 were done in December, T02 never; T01 was due in June of the new year."""
    rows = [
        (month, item, "财政局", {"percent_done_ppm": percent * 10_000})
        for item in ("T01", "T02", "P01")
        for month, percent in (("2025-12", 90 if item == "T02" else 100), ("2026-10", 73))
    ]
    tasks = illustrated_board.tasks
    due = tasks[Tasks.ID].map({"T01": "2026-06"}).astype("str")
    tasks = tasks.assign(**{Tasks.DUE.value: due})
    return replace(illustrated_board, tasks=tasks, reports=submissions(*rows))


def said(board, item, period=OCTOBER):
    return done_before.sentence(board, item, period, Words(catalogue("zh"), board.plan))


def test_a_task_done_last_year_is_said_to_have_begun_anew_and_why_it_is_overdue(board):
    assert said(board, "T01") == (
        "2025年12月报 100.0%，是当年任务已完成；任务的完成进度按年度计，每年1月从头计起，"
        "所以2026年按新一年的进度（现为 73.0%）判定。"
        "完成时限已过而新一年的进度未到 100%，因此标为逾期。"
    )


def test_nothing_is_said_of_what_was_not_done_or_counts_since_its_start(board):
    assert [said(board, item) for item in ("T02", "P01", "T09")] == ["", "", ""]


def test_nothing_is_said_in_the_year_in_which_it_was_done(board):
    assert said(board, "T01", Period(2025, 12)) == ""
