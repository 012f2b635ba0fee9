"""A project above its total investment is marked on the page of the pace."""

from dataclasses import replace

import pytest

from analysis import over_total
from analysis.charts.words import Words
from analysis.exhibits import pace
from domain.columns import Projects
from domain.money import YUAN_PER_YI
from domain.periods import Period
from texts import catalogue

OCTOBER = Period(2026, 10)


@pytest.fixture
def words(plan):
    return Words(catalogue("zh"), plan)


@pytest.fixture
def board(illustrated_board):
    """Of all projects P01 alone did more than its total investment, now 1 亿元."""
    totals = illustrated_board.projects[Projects.TOTAL_YUAN].copy()
    totals[illustrated_board.projects[Projects.ID] == "P01"] = YUAN_PER_YI
    projects = illustrated_board.projects.assign(**{Projects.TOTAL_YUAN.value: totals})
    return replace(illustrated_board, projects=projects)


def test_its_bar_bears_a_sign_and_a_word_and_no_other_does(board, words):
    figure = pace.completion_of_projects(board, OCTOBER, words)
    marked = {note.y: "↑超总投资" in note.text for note in figure.layout.annotations}
    assert {item for item, is_marked in marked.items() if is_marked} == {"P01"}
    assert len(marked) > 1


def test_a_line_names_it_with_both_amounts(board, words):
    said = over_total.line(board, OCTOBER, words)
    assert said.startswith("↑ 1 个项目超总投资（累计完成投资大于总投资）：P01 ")
    assert said.endswith("总投资 1.00 亿元）")


def test_where_none_is_nothing_is_said(illustrated_board, words):
    assert over_total.line(illustrated_board, OCTOBER, words) == ""
    row = {"done_total_yuan": None, "total_investment_yuan": 5}
    assert [over_total.mark(one, words) for one in (row, row | {"done_total_yuan": 5})] == ["", ""]
