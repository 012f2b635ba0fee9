"""An item whose planned start lies ahead is held against nothing, and is counted openly."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.board import Board
from analysis.charts.words import Words
from analysis.exhibits import pace
from analysis.exhibits import progress as furthest
from analysis.gallery import EXHIBITS
from analysis.metrics import lights, progress, schedule, starting
from analysis.metrics.columns import Counted
from analysis.metrics.warnings import behind, standstill
from analysis.rule_changes import light_changes
from analysis.starts import begun_in_year, begun_in_year_of, starts
from analysis.views import past
from analysis.views import schedule as against
from domain.columns import ItemKind, Projects
from domain.periods import Period
from tests.analysis.submitted import LIGHTS, items, judged, submissions
from texts import catalogue

SEPTEMBER, OCTOBER, NOVEMBER = "2026-09", "2026-10", "2026-11"


def begins(**months):
    rows = [("项目", item, month) for item, month in months.items()]
    return pd.DataFrame(rows, columns=["item_kind", "item_id", "planned_start_period"], dtype="str")


def totals(**yuan):
    table = pd.DataFrame({"project_id": list(yuan), "chain": "甲链"}, dtype="str")
    return table.assign(total_investment_yuan=pd.array(list(yuan.values()), "Int64"))


def at(percent):
    return {"percent_done_ppm": percent * 10_000}


def plan(done, whole=100):
    return {"done_ytd_yuan": done, "year_plan_yuan": whole}


def lit(table, month=OCTOBER):
    rows = table[table["period"] == month] if "period" in table else table
    return dict(zip(rows["item_id"], rows["light"], strict=True))


def test_before_its_planned_start_an_item_is_not_judged_and_from_that_month_on_it_is():
    table = judged(submissions(*((m, "P1", "甲", at(0)) for m in (SEPTEMBER, OCTOBER, NOVEMBER))))
    told = starting.of_reports(table, begins(P1=OCTOBER))
    assert told["light"].tolist() == ["not_due", "red", "red"]
    assert told["gap_points"].isna().tolist() == [True, False, False]


def test_without_a_planned_start_nothing_changes():
    table = judged(submissions((OCTOBER, "P1", "甲", at(0)), (OCTOBER, "T1", "甲", at(90))))
    for nothing in (begins(), begins(P9="2027-01", T1="2027-01")):  # a project named T1 is no task
        told = starting.of_reports(table, nothing)
        pd.testing.assert_frame_equal(told, table.reset_index(drop=True))


def test_what_is_done_early_is_done_and_a_silent_report_before_the_start_is_none_missing():
    table = judged(submissions((OCTOBER, "P1", "甲", at(100)), (OCTOBER, "P2", "甲", plan(5))))
    silent = judged(submissions((OCTOBER, "P3", "甲", {})))
    told = starting.of_reports(
        pd.concat([table, silent]), begins(P1="2027-01", P2="2027-01", P3="2027-01")
    )
    assert lit(told) == {"P1": "done", "P2": "not_due", "P3": "not_due"}


def test_without_a_report_an_item_is_unreported_before_its_start_too():
    by_item = judged(submissions((SEPTEMBER, "P1", "甲", at(0)), (OCTOBER, "P2", "甲", at(0))))
    month, ahead = begins(P1="2027-01", P2="2027-01"), items("P1", "P2", "P3")
    before = progress.standing(starting.of_reports(by_item, month), ahead, OCTOBER)
    after = starting.of_standing(progress.standing(by_item, ahead, OCTOBER), month)
    pd.testing.assert_frame_equal(before, after)
    assert lit(after) == {"P1": "unreported", "P2": "not_due", "P3": "unreported"}


def test_lights_with_those_not_due_add_up_to_the_items():
    by_item = judged(submissions((OCTOBER, "P1", "甲", at(0)), (OCTOBER, "P2", "甲", at(0))))
    table = starting.of_reports(by_item, begins(P1="2027-01"))
    (row,) = lights.by_period(table, items("P1", "P2", "P3"), ItemKind.PROJECT).to_dict("records")
    assert (row["not_due"], row["red"], row["unreported"], row["items"]) == (1, 1, 1, 3)


def test_a_project_not_due_is_neither_ranked_nor_warned_of():
    rows = [(m, item, "甲", plan(0)) for m in (SEPTEMBER, OCTOBER) for item in ("P1", "P2")]
    by_item = starting.of_reports(judged(submissions(*rows)), begins(P1="2027-01"))
    stands = progress.standing(by_item, items("P1", "P2"), OCTOBER)
    projects = totals(P1=None, P2=None)
    stands_in_year = starting.in_year(stands, begins(P1="2027-01"), OCTOBER)
    assert schedule.by_project(projects, stands_in_year)["item_id"].tolist() == ["P2"]
    warned = behind.behind(stands, OCTOBER, lights=LIGHTS)
    assert warned["item_id"].tolist() == ["P2"]
    stood = standstill.stagnating(by_item, items("P1", "P2"), OCTOBER, stagnant_periods=1)
    assert stood["item_id"].tolist() == ["P2"]


def test_it_is_told_what_was_planned_to_begin_in_the_course_of_the_year():
    months = {"P1": "2026-02", "P2": "2026-10", "P3": "2026-01", "P4": "2026-11", "P5": "2025-12"}
    rows = [(OCTOBER, item, "甲", at(0)) for item in (*months, "P6")]
    stands = progress.standing(judged(submissions(*rows)), items(*months, "P6"), OCTOBER)
    told = starting.in_year(stands, begins(**months), OCTOBER)
    in_year = dict(zip(told["item_id"], told["begins_in_year"], strict=True))
    assert in_year == {"P1": 1, "P2": 1, "P3": 0, "P4": 0, "P5": 0, "P6": 0}


def test_equal_gaps_are_ordered_by_year_plan_then_total_then_name():
    plans = {"P1": 100, "P2": 200, "P3": 200, "P4": 200, "P5": 200, "P6": 300}
    names = ["B", "B", "A", "C", "D", "E"]
    stands = progress.standing(
        judged(
            submissions(*((OCTOBER, item, "甲", plan(0, yuan)) for item, yuan in plans.items()))
        ),
        items(*plans).assign(item_name=names),
        OCTOBER,
    )
    projects = totals(P1=9000, P2=500, P3=500, P4=None, P5=700, P6=1)
    in_year = starting.in_year(stands, begins(P1="2020-01"), OCTOBER)
    ranked = schedule.by_project(projects, in_year)["item_id"].tolist()
    assert ranked == ["P6", "P5", "P3", "P2", "P4", "P1"]


@pytest.fixture
def begun_later(illustrated_board):
    """The illustrative board, P01 planned to begin next year and P02 long ago."""
    told = {"P01": "2027年3月", "P02": "2019.5"}
    numbers = illustrated_board.projects[Projects.ID]
    begin = pd.Series([told.get(one) for one in numbers], index=numbers.index, dtype="str")
    return replace(
        illustrated_board,
        projects=illustrated_board.projects.assign(**{Projects.PLANNED_START.value: begin}),
    )


def test_every_page_of_a_board_sets_it_aside(begun_later, illustrated_board):
    month = illustrated_board.periods[-1]
    assert starts(begun_later.projects)["planned_start_period"].tolist() == ["2027-03", "2019-05"]
    here, was = lit(begun_later.standing(month)), lit(illustrated_board.standing(month))
    assert here == was | {"P01": "not_due"}
    assert begun_later.key_figures(month)[Counted.NOT_DUE_PLANS] == 1
    assert "P01" not in set(against.by_project(begun_later, month)["item_id"])
    assert "P01" not in set(past.furthest_behind(begun_later, month)["item_id"])
    totals = [b.key_figures(month)["year_plan_yuan"] for b in (begun_later, illustrated_board)]
    assert totals[0] == totals[1]  # it stays in the denominator


def test_both_rankings_have_one_order(illustrated_board):
    reports = illustrated_board.reports
    stated = reports["year_plan_yuan"].notna()
    tied = reports.assign(
        year_plan_yuan=reports["year_plan_yuan"].mask(stated, 10**9),
        done_ytd_yuan=reports["done_ytd_yuan"].mask(stated, 10**8),
    )
    board, month = replace(illustrated_board, reports=tied), illustrated_board.periods[-1]
    ranked = against.by_project(board, month)["item_id"].tolist()
    behind_most = past.furthest_behind(board, month)["item_id"]
    in_trouble = past.by_trouble(board, month, ItemKind.PROJECT)["item_id"]
    assert len(ranked) > 2
    for other in (behind_most, in_trouble):
        assert [item for item in other if item in ranked] == ranked


def test_other_rules_leave_it_aside(begun_later: Board):
    book = begun_later.plan.rulebook
    other = book.with_set(replace(book.sets[0], effective=Period(2026, 8), red_below=-90))
    assert "P01" not in set(light_changes(begun_later, other)["item_id"])
    assert lit(begun_later.judged_by(other).standing(begun_later.periods[-1]))["P01"] == "not_due"


def test_what_began_in_the_course_of_the_year_is_known_by_its_month():
    texts = {"P1": "2026-09", "P2": "2026-01", "P3": "2025-12", "P4": "2027-03", "P5": "2026年10月"}
    projects = pd.DataFrame({"project_id": texts.keys(), "planned_start": texts.values()})
    assert begun_in_year(starts(projects), Period(2026, 10)) == {"P1": 9, "P5": 10}
    told = {item: begun_in_year_of(text, Period(2026, 10)) for item, text in texts.items()}
    assert {item: month for item, month in told.items() if month} == {"P1": 9, "P5": 10}


@pytest.mark.parametrize("drawn", [pace.completion_of_projects, furthest.gaps])
def test_a_project_listed_as_behind_is_said_to_have_begun_in_the_course_of_the_year(
    drawn, illustrated_board
):
    begun = illustrated_board.projects.assign(**{Projects.PLANNED_START.value: "2026-09"})
    board = replace(illustrated_board, projects=begun)
    figure = drawn(board, Period(2026, 10), Words(catalogue("zh"), board.plan))
    assert "计划本年9月开工" in " ".join(note.text for note in figure.layout.annotations)


def test_the_lights_of_the_months_say_how_many_of_those_behind_begin_in_the_year(
    illustrated_board,
):
    words, october = Words(catalogue("zh"), illustrated_board.plan), Period(2026, 10)
    begun = illustrated_board.projects.assign(**{Projects.PLANNED_START.value: "2026-09"})
    board = replace(illustrated_board, projects=begun)
    standing = board.standing(october)
    late = standing["light"].isin(["red", "yellow"]) & (standing["item_kind"] == "项目")
    measure = EXHIBITS["lights_projects"].measure
    assert measure(board, october, words) == (
        f"个｜本期滞后、严重滞后的有 {late.sum()} 个计划本年开工，序时进度同样自1月计"
    )
    assert measure(illustrated_board, october, words) == "个"
    assert EXHIBITS["lights_tasks"].measure(board, october, words) == "项"


def test_the_furthest_behind_can_be_drawn_without_those_that_begin_in_the_year(illustrated_board):
    words, october = Words(catalogue("zh"), illustrated_board.plan), Period(2026, 10)
    begun = illustrated_board.projects.assign(**{Projects.PLANNED_START.value: "2026-09"})
    board = replace(illustrated_board, projects=begun)
    drawn = furthest.gaps(board, october, words, which="without_year")
    listed = {item for trace in drawn.select_traces("bar") for item in trace.customdata}
    assert listed
    assert not any(item.startswith("P") for item in listed)
