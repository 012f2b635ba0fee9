"""Totals, parts of totals and stated numbers of items are held against the rows."""

import pytest

from ingest.findings_text import sentence
from ingest.reading import read
from tests.ingest.office_tables import csv_text
from tests.ingest.zone import CONTEXT
from texts import catalogue

HEADERS = ["项目编号", "项目名称", "阶段", "总投资（万元）", "到位资金（万元）"]
ROWS = [
    ["N1", "码头", "续建", "10", "1"],
    ["N2", "船坞", "续建", "20", "2"],
    ["N3", "灯塔", "新开工", "5", ""],
]


def doubts(*rows, title=None):
    """Return the doubts about sums as (code, row, column)."""
    above = [[title]] if title else []
    report = read(csv_text(*above, HEADERS, *rows, encoding="utf-8"), "a.csv", CONTEXT)
    sums = [one for one in report.findings if "MISMATCH" in one.code or "PART" in one.code]
    return [(one.code, one.row, one.column) for one in sums]


@pytest.mark.parametrize(
    "total",
    [
        ["合计", "3项", "", "35", "3"],
        ["合计", "3", "", "35", ""],
        ["", "合 计（3个）", "", "35.0", "3"],
        ["全区合计3项", "", "", "35", "3"],
        ["共3个项目", "", "", "", ""],
    ],
)
def test_a_total_that_agrees_raises_no_doubt(total):
    assert doubts(total, *ROWS) == doubts(*ROWS, total) == []


@pytest.mark.parametrize(
    ("total", "doubt"),
    [
        (["合计", "", "", "36", ""], ("W_TOTAL_MISMATCH", 2, "总投资")),
        (["合计", "", "", "35", "4"], ("W_TOTAL_MISMATCH", 2, "到位资金（万元）")),
        (["合计", "12项", "", "35", "3"], ("W_COUNT_MISMATCH", 2, None)),
        (["合计", "12", "", "35", "3"], ("W_COUNT_MISMATCH", 2, None)),
        (["共12个项目", "", "", "", ""], ("W_COUNT_MISMATCH", 2, None)),
    ],
)
def test_a_total_of_money_or_of_items_that_is_not_that_of_the_rows_is_told(total, doubt):
    assert doubts(total, *ROWS) == [doubt]


@pytest.mark.parametrize(
    ("rows", "agreed"),
    [
        ([["合计", "3项", "", "35", ""], *ROWS, ["共3个项目", "", "", "", ""]], 2),
        ([["合计", "3项", "", "36", ""], *ROWS, ["共3个项目", "", "", "", ""]], 0),
        (ROWS, 0),
    ],
)
def test_totals_that_all_agree_are_counted(rows, agreed):
    assert (
        read(csv_text(HEADERS, *rows, encoding="utf-8"), "a.csv", CONTEXT).totals_agreed == agreed
    )


def test_the_number_of_items_in_the_title_is_checked_too():
    assert doubts(*ROWS, title="滨江新区重点项目清单（共3项）") == []
    assert doubts(*ROWS, title="滨江新区重点项目清单（5项）") == [("W_COUNT_MISMATCH", None, None)]


def test_parts_that_are_those_of_their_phase_raise_no_doubt():
    total = ["合计", "3项", "", "35", ""]
    parts = ["其中：续建", "2项", "", "30", ""], ["新开工", "1项", "", "5", ""]
    assert doubts(total, *parts, *ROWS) == []


def test_a_part_is_no_more_than_its_total():
    total, part = ["合计", "3项", "", "35", ""], ["其中：省重点", "", "", "40", ""]
    assert doubts(total, part, *ROWS) == [("W_PART_OVER_TOTAL", 3, "总投资")]
    assert doubts(total, ["其中：省重点4项"], *ROWS) == [("W_PART_OVER_TOTAL", 3, None)]


def test_a_part_named_after_a_phase_counts_the_rows_of_that_phase():
    total, part = ["合计", "3项", "", "35", ""], ["其中：续建", "3项", "", "30", ""]
    assert doubts(total, part, *ROWS) == [("W_COUNT_MISMATCH", 3, None)]
    less = ["其中：续建", "2项", "", "25", ""]
    assert doubts(total, less, *ROWS) == [("W_PART_MISMATCH", 3, "总投资")]


def test_parts_that_are_all_items_are_all_the_money():
    total = ["合计", "3项", "", "35", ""]
    parts = ["其中：省级", "1项", "", "10", ""], ["其中：市级", "2项", "", "20", ""]
    assert doubts(total, *parts, *ROWS) == [("W_PARTS_MISMATCH", 2, "总投资")]


def test_several_totals_are_those_of_the_parts_they_stand_under():
    first, second = ["合计", "2项", "", "30", ""], ["合计", "1项", "", "5", ""]
    assert doubts(*ROWS[:2], first, ROWS[2], second) == []


def test_a_sum_is_told_in_the_measure_of_its_column():
    raw = csv_text(HEADERS, *ROWS, ["合计", "", "", "36", ""], encoding="utf-8")
    said = [sentence(one, catalogue("zh")) for one in read(raw, "a.csv", CONTEXT).findings]
    assert any("写的是 36，各行相加是 35万元" in one for one in said)
