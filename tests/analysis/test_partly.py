"""A month in which only some of a task's units reported says so where its percent is shown."""

from dataclasses import replace

import pytest

from analysis import partly
from analysis.charts.words import Words
from analysis.exhibits import past as exhibits
from domain.columns import Tasks
from domain.periods import Period
from tests.analysis.submitted import submissions
from texts import catalogue

OCTOBER = Period(2026, 10)
NOTE = "本期 1 项有责任单位未报，为已报单位的平均值（T01）"


@pytest.fixture
def words(plan):
    return Words(catalogue("zh"), plan)


@pytest.fixture
def board(illustrated_board):
    """Of T01 one of its units reports, of T02 every one."""
    of_second = units_of(illustrated_board, "T02")
    said = [("T01", units_of(illustrated_board, "T01")[0]), *(("T02", one) for one in of_second)]
    rows = [("2026-10", item, unit, {"percent_done_ppm": 400_000}) for item, unit in said]
    return replace(illustrated_board, reports=submissions(*rows))


def units_of(board, task) -> list[str]:
    expected = board.expected
    return expected.loc[expected["item_id"] == task, "responsible_unit"].tolist()


def test_the_months_of_the_tasks_say_how_many_of_the_units_reported(board, words):
    figure = exhibits.heatmap(board, OCTOBER, words, subjects="tasks")
    hovers = next(figure.select_traces({"mode": "markers"})).hovertext
    count = len(units_of(board, "T01"))
    assert [text.split("<br>")[-1] for text in hovers if "责任单位已报" in text] == [
        f"1/{count} 个责任单位已报"
    ]


def test_the_caption_counts_such_tasks_and_is_silent_where_there_is_none(board, words):
    measure = exhibits.heat_measure
    assert NOTE in measure(board, OCTOBER, words, subjects="tasks")
    nobody = replace(board, reports=board.reports.iloc[:0])
    assert "责任单位未报" not in measure(nobody, OCTOBER, words, subjects="tasks")
    assert "责任单位未报" not in measure(board, OCTOBER, words, subjects="projects")


def test_a_task_with_a_lead_unit_rests_on_one_report_and_lacks_none(board, words):
    tasks = board.tasks.assign(**{Tasks.LEAD_UNIT.value: units_of(board, "T01")[0]})
    led = replace(board, tasks=tasks)
    assert partly.units(led) == {}
    assert partly.note(led, OCTOBER, words) == ""
