"""One responsible unit alone: with whom it carries how many of the chosen tasks."""

from dataclasses import replace

import pytest

from analysis.charts.words import Words
from analysis.exhibits import load
from analysis.narrowing import narrowed
from analysis.selection import Selection
from analysis.views import carrying
from domain.columns import Assignments, Tasks
from domain.periods import Period
from texts import catalogue

OCTOBER, UNIT = Period(2026, 10), "财政局"


@pytest.fixture
def words(plan):
    return Words(catalogue("zh"), plan)


@pytest.fixture
def alone(illustrated_board):
    return narrowed(illustrated_board, Selection(unit=(UNIT,)))


def test_the_partners_of_one_unit_are_bars_with_all_it_carries_behind(alone, words):
    figure = load.who_with_whom(alone, OCTOBER, words)
    bar = figure.data[0]
    carried = alone.assignments[Assignments.TASK_ID].nunique()
    assert bar.type == "bar"
    assert UNIT not in bar.y
    assert list(bar.x) == sorted(bar.x, reverse=True)
    assert bar.customdata[0] == [UNIT, bar.y[0]]
    assert bar.hovertext[0].endswith(f"{bar.x[0]}/{carried}")
    assert load.measure_of_partners(alone, OCTOBER, words).startswith("项（与财政局共同承担")


def test_partners_count_only_the_chosen_tasks(illustrated_board, alone):
    section = alone.tasks[Tasks.SECTION].iloc[0]
    fewer = narrowed(illustrated_board, Selection(unit=(UNIT,), section=(section,)))
    every, some = carrying.partners(alone, UNIT), carrying.partners(fewer, UNIT)
    assert some["shared_tasks"].max() <= len(fewer.tasks) < len(alone.tasks)
    assert set(some["other_unit"]) <= set(every["other_unit"])


def test_a_unit_without_partners_is_said_in_a_sentence_and_draws_nothing(illustrated_board, words):
    mine = illustrated_board.assignments
    others = mine[mine[Assignments.RESPONSIBLE_UNIT] == UNIT]
    board = replace(illustrated_board, assignments=others)
    alone = narrowed(board, Selection(unit=(UNIT,)))
    assert load.who_with_whom(alone, OCTOBER, words) is None
    assert load.without_partners(alone, words) == "财政局承担的 4 项任务没有其他责任单位。"


def test_several_units_or_all_of_them_are_a_matrix(illustrated_board, words):
    two = narrowed(illustrated_board, Selection(unit=(UNIT, "经济发展局")))
    for board in (illustrated_board, two):
        assert load.who_with_whom(board, OCTOBER, words).data[0].type == "heatmap"
        assert load.without_partners(board, words) == ""
