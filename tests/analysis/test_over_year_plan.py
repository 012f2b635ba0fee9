"""Beside the completion of all stands how many have done more than their year plan."""

from dataclasses import replace

import pytest

from analysis.charts.words import Words
from analysis.exhibits import pace
from analysis.metrics.columns import Counted
from analysis.tiles import tiles
from texts import catalogue


@pytest.fixture
def board(illustrated_board):
    """P01 to P08 have a year plan; P01 did twice as much, P02 to the last 元 what it planned."""
    reports = illustrated_board.reports
    plan, number = reports["year_plan_yuan"], reports["item_id"]
    done = (plan // 2).mask(number == "P01", plan * 2).mask(number == "P02", plan)
    return replace(illustrated_board, reports=reports.assign(done_ytd_yuan=done))


def test_only_what_did_more_than_it_planned_is_counted(board):
    figures = board.key_figures(board.periods[-1])
    assert (figures[Counted.YEAR_PLANS], figures[Counted.OVER_PLANS]) == (8, 1)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "（8 个项目，其中 1 个超年度计划）"),
        ("en", "(8 projects, 1 of them above its year plan)"),
    ],
)
def test_the_tile_of_completion_says_how_many_of_how_many(language, said, board):
    shown = {one.key: one for one in tiles(board, board.periods[-1], catalogue(language))}
    assert said in shown["completion"].notes[0]


def test_the_page_of_pace_says_it_beside_the_same_completion(board, illustrated_board):
    words, month = Words(catalogue("zh"), board.plan), board.periods[-1]
    (compared,) = (one for one in pace.EXHIBITS if one.key == "compared")
    assert "本期 8 个项目中 1 个超年度计划" in compared.measure(board, month, words)
    assert "超年度计划" not in compared.measure(illustrated_board, month, words)
