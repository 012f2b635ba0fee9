"""An overdue item says so beside its light, which judges the schedule of the year alone."""

from dataclasses import replace

import pytest

from analysis.card import card_of
from analysis.charts import overdue
from analysis.charts.words import Words
from analysis.exhibits import past as exhibits
from analysis.views import past
from domain.columns import ItemKind, Tasks
from domain.periods import Period
from tests.analysis.submitted import submissions
from texts import catalogue

OCTOBER = Period(2026, 10)


@pytest.fixture
def board(illustrated_board):
    """T01 was due in June and is not done, T02 is due in October, T03 names no month."""
    due = {"T01": "2026年6月底前", "T02": "2026-10"}
    tasks = illustrated_board.tasks
    tasks = tasks.assign(**{Tasks.DUE.value: tasks[Tasks.ID].map(due).astype("str")})
    rows = [
        ("2026-10", item, "财政局", {"percent_done_ppm": 800_000}) for item in ("T01", "T02", "T03")
    ]
    return replace(illustrated_board, tasks=tasks, reports=submissions(*rows))


def test_months_overdue_are_counted_from_the_month_due_and_only_after_it(board):
    table = past.by_trouble(board, OCTOBER, ItemKind.TASK).set_index("item_id")
    assert table.loc[["T01", "T02", "T03"], "months_overdue"].tolist() == [4, 0, 0]


def test_the_light_stays_and_a_shape_and_a_word_stand_beside_it(board, plan):
    standing = card_of(board, "T01", OCTOBER).standing
    assert overdue.light_of(standing, Words(catalogue("zh"), plan)) == "● 正常 ◆逾期"
    assert overdue.light_of(standing, Words(catalogue("en"), plan)) == "● On schedule ◆ overdue"


def test_in_the_months_of_all_items_the_name_of_the_overdue_one_says_so(board, plan):
    words = Words(catalogue("zh"), plan)
    figure = exhibits.heatmap(board, OCTOBER, words, subjects="tasks")
    labels = dict(zip(figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext, strict=True))
    assert [item for item, label in labels.items() if "◆逾期" in label] == ["T01"]
