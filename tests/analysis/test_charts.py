"""Every chart tells the story of its table, in both languages."""

import re

import plotly.graph_objects as go
import pytest

from analysis.charts.months import part_years
from analysis.charts.words import Words
from domain.periods import Period
from tests.analysis.submitted import CHARTS
from tests.conftest import story
from texts import catalogue

OCTOBER = Period(2026, 10)
SHOWN_WITHOUT_PROGRESS = {
    "investment",
    "projects",
    "phases",
    "concentration",
    "load",
    "matrix",
    "matrix_projects",
    "together",
    "owed",
}


def drawn(key, board, language="zh"):
    return CHARTS[key].draw(board, OCTOBER, Words(catalogue(language), board.plan))


@pytest.mark.parametrize("key", CHARTS)
def test_story_of_a_chart(key, illustrated_board, snapshot):
    figure = CHARTS[key].draw(
        illustrated_board, OCTOBER, Words(catalogue("zh"), illustrated_board.plan)
    )
    assert story(figure) == snapshot


@pytest.mark.parametrize("key", CHARTS)
def test_without_progress_a_chart_shows_the_plan_or_nothing(key, plan_board):
    figure = drawn(key, plan_board)
    assert (figure is not None) == (key in SHOWN_WITHOUT_PROGRESS)


@pytest.mark.parametrize("key", CHARTS)
def test_an_english_chart_has_no_chinese_words_of_ours(key, illustrated_board):
    figure = CHARTS[key].draw(
        illustrated_board, OCTOBER, Words(catalogue("en"), illustrated_board.plan)
    )
    ours = [trace.name or "" for trace in figure.data if trace.name]
    ours += [figure.layout.xaxis.title.text or "", figure.layout.yaxis.title.text or ""]
    chinese = [word.replace("<br>", "") for word in ours if re.search("[\u4e00-\u9fff]", word)]
    assert set(chinese) <= {*illustrated_board.items["item_name"]}


def test_a_name_with_markup_is_drawn_as_typed(illustrated_board):
    words = Words(catalogue("zh"), illustrated_board.plan)
    assert words.label("<b>甲</b>", 40) == "&lt;b&gt;甲&lt;/b&gt;"


def test_a_new_year_is_parted_from_the_old_one():
    figure = part_years(go.Figure(), ["2025-11", "2025-12", "2026-01", "2026-02"])
    assert [(line.x0, line.x1) for line in figure.layout.shapes] == [(1.5, 1.5)]
