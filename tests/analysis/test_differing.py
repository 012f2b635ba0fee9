"""A figure that is the mean of reports which lie far apart says so wherever it is drawn."""

from dataclasses import replace

import pytest

from analysis.charts import differing
from analysis.charts.words import Words
from analysis.exhibits import past as exhibits
from analysis.exhibits.progress import gaps
from analysis.gallery import EXHIBITS
from domain.periods import Period
from tests.analysis.submitted import submissions
from texts import catalogue

OCTOBER = Period(2026, 10)
MARK, HOVER = "≠所报不一", "≠ 2 个单位所报相差 50.0 个百分点，此为平均值"
NOTE = "≠ 各单位所报相差 10 个百分点及以上，所列为平均值"


@pytest.fixture
def words(plan):
    return Words(catalogue("zh"), plan)


@pytest.fixture
def board(illustrated_board):
    """Of T01 the units report 20 and 70 percent, of T02 41 and 50."""
    said = {"T01": (20, 70), "T02": (41, 50)}
    rows = [
        ("2026-10", item, unit, {"percent_done_ppm": percent * 10_000})
        for item, both in said.items()
        for unit, percent in zip(("财政局", "关堤乡"), both, strict=True)
    ]
    return replace(illustrated_board, reports=submissions(*rows))


def test_in_the_months_of_all_items_sign_word_and_hover_tell_the_mean(board, words):
    figure = exhibits.heatmap(board, OCTOBER, words, subjects="tasks")
    cells = dict(zip(figure.data[0].y, figure.data[0].text, strict=True))
    assert [cells["T01"][-1].endswith("45.0≠"), cells["T02"][-1].endswith("45.5")] == [True, True]
    labels = dict(zip(figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext, strict=True))
    assert [MARK in labels["T01"], MARK in labels["T02"]] == [True, False]
    pointed = next(figure.select_traces({"mode": "markers"})).hovertext
    assert [text.count(HOVER) for text in pointed if HOVER in text] == [1]


def test_a_panel_and_a_bar_of_what_is_behind_say_it_too(board, words):
    panels = exhibits.panels(board, OCTOBER, words, subjects="tasks")
    heads = {item: one.layout.annotations[0].text for item, one in panels.items()}
    assert [MARK in heads["T01"], MARK in heads["T02"]] == [True, False]
    named = [note.text for note in gaps(board, OCTOBER, words).layout.annotations]
    assert [MARK in name for name in named] == [True, False]


@pytest.mark.parametrize("key", ["gaps", "heatmap_tasks", "multiples_tasks"])
def test_the_caption_explains_the_sign_where_it_stands(key, board, illustrated_board, words):
    assert EXHIBITS[key].measure(board, OCTOBER, words).endswith(NOTE)
    agreed = replace(illustrated_board, reports=illustrated_board.reports.iloc[:0])
    assert NOTE not in EXHIBITS[key].measure(agreed, OCTOBER, words)


def test_what_is_no_mean_or_agrees_closely_bears_no_sign(words):
    row = {"spread_points": 50.0, "period": "2026-10", "units_reported": 2}
    assert differing.differs(row, words)
    assert not differing.differs(row | {"completion_percent": 80.0}, words)  # judged by its plan
    assert not differing.differs(row | {"spread_points": 9.9}, words)
    assert not differing.differs(row | {"spread_points": None}, words)
