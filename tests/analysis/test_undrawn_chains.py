"""A chart of the chains says which chains with projects it does not draw, and why."""

from dataclasses import replace

import pytest

from analysis.charts.words import Words
from analysis.exhibits import investment, pace
from domain.columns import Projects, Reports
from texts import catalogue

MEASURES = {one.key: one.measure for one in (*pace.EXHIBITS, *investment.EXHIBITS)}
WITHOUT_TOTAL = ("大数据", "")  # the chains of the plan whose projects disclose no total


def measure(key, board, language="zh"):
    return MEASURES[key](board, board.periods[-1], Words(catalogue(language), board.plan))


def told_of(board, chains):
    """Return the board with reports of the projects of these chains alone."""
    projects = board.projects[board.projects[Projects.CHAIN].fillna("").isin(chains)]
    told = board.reports[Reports.ITEM_ID].isin(projects[Projects.ID])
    return replace(board, reports=board.reports[told])


@pytest.fixture
def board(illustrated_board):
    drawn = [one for one in illustrated_board.plan.chain_names if one not in WITHOUT_TOTAL]
    return told_of(illustrated_board, drawn)


@pytest.mark.parametrize(
    ("key", "language", "said"),
    [
        ("completion", "zh", "大数据、未归链本期无年度计划完成数，未列"),
        ("completed", "zh", "大数据、未归链无金额，未列"),
        ("completion", "en", "not drawn, no rate this month: Big data, Tied to no chain"),
        ("completed", "en", "not drawn, no amounts: Big data, Tied to no chain"),
    ],
)
def test_chains_that_are_not_drawn_are_named_with_the_reason(key, language, said, board):
    assert said in measure(key, board, language)


@pytest.mark.parametrize("key", ["completion", "completed"])
def test_where_all_are_drawn_nothing_is_said(key, illustrated_board):
    assert "未列" not in measure(key, illustrated_board)


@pytest.mark.parametrize("key", ["completion", "completed"])
def test_a_chain_without_a_project_is_not_missed(key, board):
    has_one = board.projects[Projects.CHAIN].fillna("").ne(WITHOUT_TOTAL[0])
    said = measure(key, replace(board, projects=board.projects[has_one]))
    assert "未归链" in said
    assert WITHOUT_TOTAL[0] not in said


def test_more_than_three_are_counted(illustrated_board):
    said = measure("completion", told_of(illustrated_board, ["航空航天"]))
    assert "其余 4 类本期无年度计划完成数，未列" in said
