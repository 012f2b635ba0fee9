"""What a progress sheet says against itself or against the plan is told, row by row."""

from dataclasses import replace

import pytest

from domain.periods import Period
from ingest.context import Accepted
from ingest.findings_text import sentence
from ingest.reading import read
from tests.ingest.zone import CONTEXT, GOOD, HEADERS, changed, progress_sheet, text_of, told
from texts import catalogue

EN = catalogue("en")
TASK = {"类别": "任务", "编号": "R1", "名称": "岸线整治", "累计完成投资": ""}
FIFTEEN = [*HEADERS, "年度计划投资(亿元)", "问题类别"]


def titled(title, *rows, context=CONTEXT):
    table = [[title, *[""] * 9], HEADERS, *rows]
    return read(text_of(*table).encode(), "a.csv", context)


def reported(row, year_plan="", problem_type=""):
    return read(text_of(FIFTEEN, [*row, year_plan, problem_type]).encode(), "a.csv", CONTEXT)


def test_a_row_of_another_month_than_the_title_says_what_becomes_of_it():
    report = titled("滨江新区2026年1—10月进展", GOOD, changed(期间="2026年9月", 编号="X1"))
    assert told(report) == [("W_PERIOD_OTHER", 4, "期间")]
    assert sentence(report.findings[0], EN) == (
        "Row 4, “期间”: the row says 2026-09, the title of the sheet 2026-10; committed, the row "
        "becomes the report of 2026-09, and is no report for 2026-10. Unless 2026-09 is to "
        "be corrected, write 2026-10."
    )


def test_one_that_corrects_a_report_says_so():
    known = replace(CONTEXT, accepted={("X1", "港务局"): (Accepted(Period(2026, 9), 450_000),)})
    report = titled("进展（2026.10）", changed(期间="2026-09"), context=known)
    assert told(report) == [("W_OVERWRITES", 3, "期间"), ("W_PERIOD_OTHER", 3, "期间")]
    assert report.findings[1].more["advice"] == "period_corrects"


@pytest.mark.parametrize(
    "title",
    ["滨江新区2026年10月进展", "2026年进展", "2026年9月和2026年8月进展", "填报日期：2026年9月5日"],
)
def test_a_title_that_agrees_or_says_no_single_month_contradicts_nothing(title):
    assert told(titled(title, GOOD)) == []


@pytest.mark.parametrize("typed", ["天气", "征拆、资金"])
def test_a_type_of_problem_nobody_knows_is_told_and_kept_as_typed(typed):
    report = reported(GOOD, problem_type=typed)
    assert told(report) == [("W_PROBLEM_TYPE", 2, "问题类别")]
    assert report.frame["problem_type"].tolist() == [typed]
    assert "征拆、用地、资金、手续、市场、其他" in sentence(report.findings[0], EN)


@pytest.mark.parametrize("typed", ["", "-", "无", "用地", "土地", "资金问题", "规划调整"])
def test_a_type_of_problem_in_any_usual_word_is_not_remarked(typed):
    assert told(reported(GOOD, problem_type=typed)) == []


def test_the_year_plan_of_a_task_is_told_and_not_read():
    report = reported(changed(**TASK), "3")
    assert [one for one in told(report) if one[2] == "年度计划投资"] == [
        ("W_TASK_YEAR_PLAN", 2, "年度计划投资")
    ]
    assert report.frame["year_plan_yuan"].isna().tolist() == [True]
    assert reported(GOOD, "3").findings == ()


def test_a_task_without_a_year_plan_is_not_remarked():
    assert "W_TASK_YEAR_PLAN" not in {code for code, *_ in told(reported(changed(**TASK), "-"))}


def test_without_a_title_every_month_stands_for_itself():
    report = read(progress_sheet(GOOD, changed(期间="2026-09")), "a.csv", CONTEXT)
    assert told(report) == []
