"""A light looks at the year, an estimate at the whole life: both are said with their numbers."""

from dataclasses import replace

import pytest

from analysis import against
from analysis.charts.words import Words
from domain.columns import ItemKind, Projects
from domain.periods import Period
from tests.analysis.submitted import submissions
from texts import catalogue

OCTOBER = Period(2026, 10)
YI = 100_000_000


@pytest.fixture
def board(illustrated_board):
    """P05 gains 5 points a month up to 40, P01 has done 80 of a year plan of 100 亿元."""
    projects = illustrated_board.projects
    due = projects[Projects.ID].map({"P05": "2028-03", "P01": "2026-11"}).astype("str")
    projects = projects.assign(**{Projects.PLANNED_FINISH.value: due})
    rows = [
        (f"2026-{month:02d}", "P05", "经济发展局", {"percent_done_ppm": (month - 2) * 50_000})
        for month in range(5, 11)
    ] + [
        (
            f"2026-{month:02d}",
            "P01",
            "经济发展局",
            {
                "percent_done_ppm": (month - 2) * 50_000,
                "year_plan_yuan": 100 * YI,
                "done_ytd_yuan": month * 8 * YI,
            },
        )
        for month in range(5, 11)
    ]
    reports = submissions(*rows)
    return replace(illustrated_board, projects=projects, reports=reports)


@pytest.fixture
def words(plan):
    return Words(catalogue("zh"), plan)


def test_without_a_year_plan_the_light_holds_the_whole_life_against_the_year(board, words):
    assert against.of_item(board, "P05", OCTOBER, words) == (
        "灯号看当年：没有年度计划，以全周期的完成进度 40.0% 对照当年序时进度 83.3%，"
        "差距 −43.3 个百分点。能否按期看全周期，按近期自身进度推算（非计划）："
        "约2027年10月，快则2027年4月，慢则2028年10月；计划的2028年3月在快慢之间。"
    )


def test_with_a_year_plan_it_holds_the_completion_against_it(board, words):
    said = against.of_item(board, "P01", OCTOBER, words)
    assert "以投资完成率 80.0% 对照当年序时进度 83.3%，差距 −3.3 个百分点" in said
    assert "约2027年10月，快则2027年4月，慢则2028年10月；晚于计划的2026年11月" in said


def test_nothing_is_said_of_an_item_that_no_light_judges(board, words):
    assert against.of_item(board, "P07", OCTOBER, words) == ""


def test_beside_the_forecast_those_are_named_whose_light_and_estimate_part(board, words):
    parted = against.parted(board, OCTOBER, ItemKind.PROJECT, words)
    said = against.beside_forecast(board, OCTOBER, words, parted)
    assert "灯号落后、推算却不晚于计划的 1 项；灯号正常、推算却晚于计划的 1 项。" in said
    (behind,), (green,) = (one.items for one in parted)
    assert behind.startswith("新乡医学院附属医院：■ 严重滞后 40.0%")
    assert green.startswith("新乡万华生命科学产业城：● 正常 80.0%")


def test_a_range_that_holds_the_planned_month_says_so(words):
    row = {
        "earliest_finish_month": Period(2028, 1).index,
        "likely_finish_month": Period(2028, 2).index,
        "latest_finish_month": Period(2028, 6).index,
        "planned_finish_period": "2028-03",
    }
    assert against.held_against(row, words) == "；计划的2028年3月在快慢之间"


def test_in_english_too(board, plan):
    words = Words(catalogue("en"), plan)
    parted = against.parted(board, OCTOBER, ItemKind.PROJECT, words)
    said = against.beside_forecast(board, OCTOBER, words, parted)
    assert "1 has a light behind schedule, yet the estimate is not after" in said
    assert (
        parted[0]
        .items[0]
        .endswith("estimate about Oct 2027 (Apr 2027 to Oct 2028), planned Mar 2028")
    )
