"""Investment against 序时进度: by project, month by month, against earlier periods."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis import calendar_tables, comparing
from analysis.charts import differences
from analysis.charts.words import Words
from analysis.exhibits import pace
from analysis.metrics import curve, schedule
from analysis.metrics.columns import Counted
from analysis.views import schedule as view
from domain.columns import Projects, Reports
from domain.periods import Period
from domain.rulebook import Rulebook, RuleSet
from domain.rules import ScheduleRule
from tests.analysis.test_portfolio import YI, cells
from texts import catalogue

RULES = RuleSet("默认", "", Period(2020, 3), ScheduleRule.MONTHS, -5, -15, due_day=25)
MONTHS = calendar_tables.months(2026, Rulebook((RULES,)))
CHAINED = pd.DataFrame(
    {
        "project_id": ["P1", "P2", "P3"],
        "chain": ["大数据", None, "大数据"],
        "total_investment_yuan": pd.array([20 * YI, None, 30 * YI], "Int64"),
    }
)


def standing(*rows):
    """Projects as (number, done this year, year plan in 亿元, reported in October)."""
    done, plan = ([None if row[n] is None else row[n] * YI for row in rows] for n in (1, 2))
    rates = [None if None in row[1:3] or not row[2] else row[1] * 100 / row[2] for row in rows]
    return pd.DataFrame(
        {
            Reports.KIND.value: "项目",
            Reports.ITEM_ID.value: [row[0] for row in rows],
            Reports.ITEM_NAME.value: [f"项目{row[0]}" for row in rows],
            Reports.DONE_YTD_YUAN.value: pd.array(done, "Int64"),
            Reports.YEAR_PLAN_YUAN.value: pd.array(plan, "Int64"),
            Counted.COMPLETION_PERCENT.value: pd.array(rates, "Float64"),
            Counted.SCHEDULE_PERCENT.value: 75.0,
            Counted.IS_CURRENT.value: [row[3] for row in rows],
            Counted.LIGHT.value: "green",
            Counted.BEGINS_IN_YEAR.value: 0,
        }
    )


def test_the_project_furthest_behind_stands_first():
    table = schedule.by_project(
        CHAINED, standing(("P1", 9, 10, True), ("P2", 2, 8, True), ("P3", 12, 10, True))
    )
    assert cells(table, Reports.ITEM_ID, Projects.CHAIN, Counted.GAP_POINTS) == [
        ("P2", None, -50),
        ("P1", "大数据", 15),
        ("P3", "大数据", 45),
    ]


def test_a_finished_project_is_not_among_those_furthest_behind():
    rows = standing(("P1", 9, 10, True), ("P2", 0, 8, True), ("P3", 5, 10, True))
    rows[Counted.LIGHT.value] = ["green", "done", "red"]
    table = schedule.by_project(CHAINED, rows)
    assert cells(table, Reports.ITEM_ID, Counted.LIGHT) == [
        ("P3", "red"),
        ("P1", "green"),
        ("P2", "done"),
    ]


def test_within_a_light_what_was_to_begin_this_year_follows_the_others():
    rows = standing(
        ("P1", 1, 10, True), ("P2", 4, 10, True), ("P3", 5, 10, True), ("P4", 6, 10, True)
    )
    rows[Counted.LIGHT.value] = ["red", "red", "yellow", "yellow"]
    rows[Counted.BEGINS_IN_YEAR.value] = [1, 0, 1, 0]
    assert schedule.by_project(CHAINED, rows)["item_id"].tolist() == ["P2", "P1", "P4", "P3"]


def test_an_old_figure_and_a_missing_or_empty_plan_are_not_held_against_the_schedule():
    rows = standing(("P1", 9, 10, False), ("P2", 2, None, True), ("P3", 12, 0, True))
    assert schedule.by_project(CHAINED, rows).empty


def test_the_others_are_judged_by_their_sum():
    rows = standing(("P1", 9, 10, True), ("P2", 2, 8, True), ("P3", 3, 10, True))
    table = schedule.slowest(schedule.by_project(CHAINED, rows), 1, schedule=75)
    assert cells(
        table, Reports.ITEM_ID, Counted.PROJECTS, Counted.COMPLETION_PERCENT, Counted.GAP_POINTS
    ) == [("P2", 1, 25, -50), (None, 2, 60, -15)]


def by_item(*rows):
    """Reports as (project, month of 2026 or 2025-12, year plan, done this year in 亿元)."""
    table = pd.DataFrame(
        {
            Reports.KIND.value: "项目",
            Reports.ITEM_ID.value: [row[0] for row in rows],
            Reports.PERIOD.value: [row[1] for row in rows],
            Reports.YEAR_PLAN_YUAN.value: [row[2] and row[2] * YI for row in rows],
            Reports.DONE_YTD_YUAN.value: [row[3] and row[3] * YI for row in rows],
        }
    )
    money = (Reports.YEAR_PLAN_YUAN, Reports.DONE_YTD_YUAN)
    return table.astype(dict.fromkeys(map(str, money), "Int64"))


def test_plan_and_delivery_month_by_month_with_their_denominators():
    reports = by_item(
        ("P1", "2025-12", 90, 90),  # another year
        ("P1", "2026-01", 12, 1),
        ("P2", "2026-01", 6, 1),
        ("P1", "2026-03", 24, 4),  # the plan was raised
        ("P9", "2026-03", None, 7),  # no year plan: in neither line
        ("P2", "2026-04", 6, 5),  # after the period
    )
    table = curve.by_month(reports, MONTHS, "2026-03")
    assert len(table) == 12
    assert cells(
        table.head(4),
        Counted.PLANNED_YUAN,
        Reports.DONE_YTD_YUAN,
        Counted.REPORTED_PROJECTS,
        Counted.YEAR_PLANS,
        Counted.PLANNED_REPORTED_YUAN,
    ) == [
        (250_000_000, 2 * YI, 2, 2, 250_000_000),
        (5 * YI, None, 0, 2, None),  # nobody reported: empty, not interpolated
        (750_000_000, 4 * YI, 1, 2, 6 * YI),
        (10 * YI, None, 0, 2, None),
    ]
    assert table[Counted.PLANNED_YUAN].iloc[-1] == 30 * YI


def test_without_a_year_plan_there_is_no_curve():
    assert curve.by_month(by_item(("P1", "2026-03", None, 7)), MONTHS, "2026-03").empty


@pytest.fixture
def october(illustrated_board):
    return schedule.compared(
        [(str(one), illustrated_board.overview(one)) for one in _three(Period(2026, 10))]
    )


def _three(period):
    return period, period.earlier(1), period.earlier(12)


def test_a_period_in_which_nobody_reported_is_not_compared(october):
    assert october[Reports.PERIOD].tolist() == ["2026-10", "2026-09"]


def test_figures_are_told_with_their_difference_or_with_nothing(october):
    told = {one.name: one for one in comparing.figures(october, *_three(Period(2026, 10)))}
    done = told[Reports.DONE_TOTAL_YUAN]
    assert (done.now, done.since_month_before) == (7_985_000_000, 300_000_000)
    assert done.since_year_before is None
    rate = told[Counted.COMPLETION_PERCENT]
    assert round(rate.since_month_before, 2) == 6.96  # 33.05/43.1 − 30.05/43.1


def test_in_january_what_is_counted_since_january_is_not_held_against_december(october):
    renamed = october.assign(period=["2027-01", "2026-12"])
    told = {one.name: one for one in comparing.figures(renamed, *_three(Period(2027, 1)))}
    assert told[Reports.DONE_TOTAL_YUAN].since_month_before == 300_000_000
    for name in (Reports.DONE_YTD_YUAN, Counted.COMPLETION_PERCENT, Counted.GAP_POINTS):
        assert told[name].since_month_before is None


def test_the_curve_of_a_year_follows_the_schedule_of_each_month():
    by_days = replace(RULES, effective=Period(2026, 7), schedule=ScheduleRule.DAYS)
    table = calendar_tables.months(2026, Rulebook((RULES, by_days)))
    assert table[Counted.SCHEDULE_PERCENT].tolist()[5:7] == [50, 212 * 100 / 365]


def stood(*rows):
    columns = [
        "item_kind",
        "item_id",
        "done_total_yuan",
        "done_ytd_yuan",
        "year_plan_yuan",
        "is_current",
    ]
    return pd.DataFrame(rows, columns=columns).astype(
        dict.fromkeys(columns[2:5], "Int64") | {"is_current": "bool"}
    )


def test_a_project_whose_first_figure_came_this_month_is_no_part_of_the_change_since_last_month():
    october = stood(
        ("项目", "P1", 50, 20, 100, True),
        ("项目", "P2", 900, 700, 900, True),
        ("项目", "P3", 60, 30, 100, False),  # its September figure carried over
        ("任务", "P1", 7, 7, 7, True),
    )
    september = stood(
        ("项目", "P1", 40, 15, 100, True),
        ("项目", "P3", 60, 30, 100, True),
        ("任务", "P1", 1, 1, 1, True),
    )
    (row,) = schedule.same_projects(october, september).to_dict("records")
    assert row == {
        "projects_with_done_total": 2,
        "projects_with_year_plan": 1,
        "done_total_yuan": 10,
        "done_ytd_yuan": 5,
    }
    (row,) = schedule.same_projects(october, stood()).to_dict("records")
    assert row["projects_with_done_total"] == 0
    assert pd.isna(row["done_total_yuan"])


def test_a_change_says_of_how_many_projects_it_is_where_they_are_not_the_same(october):
    months = _three(Period(2026, 10))
    told = comparing.figures(october, *months)
    fewer = pd.DataFrame(
        {
            "projects_with_done_total": [1],
            "projects_with_year_plan": [int(october["projects_with_year_plan"].iloc[0])],
            "done_total_yuan": [250_000_000],
            "done_ytd_yuan": [300_000_000],
        }
    )
    same = comparing.of_same_projects(told, october, fewer, *months[:2])
    done, ytd = same[0], same[1]
    assert (done.same_projects, done.since_month_before) == (1, 250_000_000)
    assert (ytd.same_projects, ytd.since_month_before) == (None, 300_000_000)
    said, _ = differences.against(done, catalogue("zh"))
    assert said == "较上月 +2.50 亿元（同样的 1 个项目）"


def test_a_change_since_last_year_is_of_the_projects_known_in_both_months():
    now, before, then = _three(Period(2026, 10))
    table = pd.DataFrame(
        {
            "period": [str(now), str(then)],
            "done_total_yuan": [9 * YI, 2 * YI],
            "done_ytd_yuan": [6 * YI, 3 * YI],
            "projects_with_done_total": [2, 1],  # the second one began in between
            "projects_with_year_plan": [1, 1],
            "completion_percent": [60.0, 30.0],
            "gap_points": [-23.3, -53.3],
            "reporting_percent": [100.0, 100.0],
        }
    )
    same = pd.DataFrame(
        {
            "projects_with_done_total": [1],
            "projects_with_year_plan": [1],
            "done_total_yuan": [4 * YI],
            "done_ytd_yuan": [3 * YI],
        }
    )
    told = comparing.of_same_projects(
        comparing.figures(table, now, before, then), table, same, now, then
    )
    done, ytd, rate = told[:3]
    assert (done.since_year_before, done.same_as_year_before) == (4 * YI, 1)
    assert (ytd.since_year_before, ytd.same_as_year_before) == (3 * YI, None)
    assert (rate.since_year_before, rate.same_as_year_before) == (30, None)
    assert (
        differences.against(done, catalogue("zh"))[1] == "较上年同月 +4.00 亿元（同样的 1 个项目）"
    )


def test_what_is_behind_can_be_narrowed_to_what_was_to_begin_in_the_year(illustrated_board):
    october, board = Period(2026, 10), illustrated_board
    late = set(view.behind(board, october)[Reports.ITEM_ID])
    assert late
    assert view.behind(board, october, which="of_year").empty  # nothing states when it begins
    begun = board.projects.assign(planned_start="2025-03")
    begun.loc[begun[Projects.ID] == min(late), "planned_start"] = "2026-05"
    now = replace(board, projects=begun)
    told = view.behind(now, october, which="of_year")
    assert cells(told, Reports.ITEM_ID, Counted.RANK) == [(min(late), 1)]
    others = view.behind(now, october, which="without_year")
    assert set(others[Reports.ITEM_ID]) == late - {min(late)}


def test_months_of_different_projects_say_of_how_many_each_is(illustrated_board):
    october, board = Period(2026, 10), illustrated_board
    (exhibit,) = [one for one in pace.EXHIBITS if one.key == "compared"]
    words = Words(catalogue("zh"), board.plan)
    assert "依次" not in exhibit.measure(board, october, words)  # the same number in each month
    reports = board.reports.copy()
    silent = (reports[Reports.PERIOD] == "2026-09") & (reports[Reports.ITEM_ID] == "P02")
    reports.loc[silent, Reports.DONE_YTD_YUAN] = pd.NA
    told = exhibit.measure(replace(board, reports=reports), october, words)
    assert words.t("compared.each_its_own", counts="8、7") in told


def test_the_chart_of_projects_behind_can_show_those_of_the_year_alone(illustrated_board):
    october, board = Period(2026, 10), illustrated_board
    begun = board.projects.assign(planned_start="2025-03")
    begun.loc[begun[Projects.ID] == "P03", "planned_start"] = "2026-05"
    board, words = replace(board, projects=begun), Words(catalogue("zh"), board.plan)
    every, of_year = (
        pace.completion_of_projects(board, october, words, which=which)
        for which in ("all", "of_year")
    )
    assert {"P02", "P03"} <= projects_in(every)
    assert projects_in(of_year) == {"P03"}
    assert pace.behind(board, october)["of_year"] == 1
    assert pace.extent_of(board, october, "of_year").total == 1


def projects_in(figure):
    return {pick for trace in figure.data for pick in trace.customdata or ()}
