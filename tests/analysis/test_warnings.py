"""Each warning is raised where its rule says so, and nowhere else."""

import narwhals as nw
import pandas as pd
import pytest

from analysis import due
from analysis.evidence import in_ppm
from analysis.metrics.columns import Raised
from analysis.metrics.warnings import (
    amounts,
    behind,
    disagreeing,
    moving,
    repeating,
    standstill,
)
from analysis.views import supervision
from domain.columns import Moves
from domain.periods import Period
from domain.warnings import Warned
from tests.analysis.submitted import LIGHTS, items, judged, standing, submissions
from tests.engines import made

AUGUST, SEPTEMBER, OCTOBER = "2026-08", "2026-09", "2026-10"


def ppm(percent):
    return {"percent_done_ppm": percent * 10_000}


def done(yuan):
    return {"done_total_yuan": yuan}


def evidence(table, *columns):
    cells = table[["item_id", *columns]].astype(object)
    return [tuple(row) for row in cells.where(cells.notna(), None).to_numpy().tolist()]


def test_a_report_that_says_what_it_said_last_month_is_the_same():
    full = {**ppm(40), **done(7), "done_ytd_yuan": 3, "progress_text": "主体施工"}
    table = submissions(
        (SEPTEMBER, "P1", "甲", full),
        (OCTOBER, "P1", "甲", full),
        (SEPTEMBER, "P2", "甲", full),
        (OCTOBER, "P2", "甲", {**full, "progress_text": "主体封顶"}),
        (SEPTEMBER, "P3", "甲", {**full, "progress_text": None}),
        (OCTOBER, "P3", "甲", {**full, "progress_text": None}),
        (SEPTEMBER, "P4", "甲", {**full, **ppm(100)}),  # done: it says so every month
        (OCTOBER, "P4", "甲", {**full, **ppm(100)}),
        (SEPTEMBER, "P5", "甲", full),  # another unit
        (OCTOBER, "P5", "乙", full),
        (AUGUST, "P6", "甲", full),  # not the month before
        (OCTOBER, "P6", "甲", full),
        (SEPTEMBER, "P7", "甲", {}),  # nothing stated
        (OCTOBER, "P7", "甲", {}),
        (SEPTEMBER, "P8", "甲", {**full, "year_plan_yuan": 1}),  # no part of what is said anew
        (OCTOBER, "P8", "甲", {**full, "year_plan_yuan": 2}),
    )
    found = repeating.same_as_last(table, items(*(f"P{n}" for n in range(1, 9))), OCTOBER)
    same = [(item, "甲", 400_000, SEPTEMBER) for item in ("P1", "P3", "P8")]
    assert evidence(found, "responsible_unit", "now", "was_text") == same


def test_an_item_that_rose_in_nothing_over_the_months_stagnates():
    told = {
        "P1": [{**ppm(40), **done(5)}] * 3,
        "P2": [ppm(40), ppm(40), ppm(41)],
        "P3": [{**ppm(40), **done(5)}, {**ppm(40), **done(5)}, {**ppm(40), **done(6)}],
        "P4": [done(5)] * 3,  # no percentage: judged by the amount
        "P5": [ppm(100)] * 3,
        "P6": [ppm(40), None, ppm(40)],  # a month without a report
        "P7": [{}] * 3,
    }
    rows = [
        (month, item, "甲", cells)
        for item, said in told.items()
        for month, cells in zip((AUGUST, SEPTEMBER, OCTOBER), said, strict=True)
        if cells is not None
    ]
    table = judged(submissions(*rows))
    found = standstill.stagnating(table, items(*told), OCTOBER, stagnant_periods=2)
    assert evidence(found, "figure", "was", "now", "was_text", "threshold") == [
        ("P1", "judged_percent", 400_000, 400_000, AUGUST, 2.0),
        ("P4", "done_total_yuan", 5, 5, AUGUST, 2.0),
    ]


def test_a_new_year_begins_anew_and_is_no_standstill():
    plan = {"year_plan_yuan": 100}
    table = submissions(
        ("2026-12", "P1", "甲", {**ppm(50), **plan, "done_ytd_yuan": 90}),
        ("2027-01", "P1", "甲", {**ppm(55), **plan, "done_ytd_yuan": 5}),
    )
    found = standstill.stagnating(judged(table), items("P1"), "2027-01", stagnant_periods=1)
    assert found.empty


def test_percent_done_of_a_task_is_of_the_year_and_neither_falls_nor_stands_across_it():
    table = submissions(
        ("2026-12", "T1", "甲", ppm(95)),
        ("2027-01", "T1", "甲", ppm(8)),
        ("2027-02", "T1", "甲", ppm(5)),  # below January of the same year
        ("2026-12", "T2", "甲", {**ppm(95), **done(9)}),
        ("2027-02", "T2", "甲", {**ppm(8), **done(7)}),  # money counts since the start
        ("2026-12", "P1", "甲", ppm(95)),
        ("2027-01", "P1", "甲", ppm(94)),
    )
    known = items("T1", "T2", "P1")
    back = [standstill.regressing(table, known, month) for month in ("2027-01", "2027-02")]
    assert [evidence(found, "figure", "was_text") for found in back] == [
        [("P1", "percent_done_ppm", "2026-12")],
        [("T1", "percent_done_ppm", "2027-01"), ("T2", "done_total_yuan", "2026-12")],
    ]
    stood = standstill.stagnating(judged(table), known, "2027-01", stagnant_periods=1)
    assert evidence(stood, "figure") == [("P1", "percent_done")]


def test_a_cumulative_figure_below_that_of_an_earlier_month_goes_back():
    table = submissions(
        (AUGUST, "P1", "甲", {**ppm(50), **done(9)}),
        (SEPTEMBER, "P1", "甲", {}),  # silent: the month before it is held against
        (OCTOBER, "P1", "甲", {**ppm(45), **done(8)}),
        (SEPTEMBER, "P2", "乙", ppm(50)),
        (OCTOBER, "P2", "甲", ppm(45)),
        (SEPTEMBER, "P3", "甲", ppm(50)),
        (OCTOBER, "P3", "甲", ppm(50)),
    )
    found = standstill.regressing(table, items("P1", "P2", "P3"), OCTOBER)
    assert evidence(found, "figure", "was", "now", "was_text") == [
        ("P1", "done_total_yuan", 9, 8, AUGUST),
        ("P1", "percent_done_ppm", 500_000, 450_000, AUGUST),
    ]


def test_an_item_is_behind_as_its_light_says():
    table = submissions(
        (OCTOBER, "P1", "甲", ppm(65)),  # the schedule is 83.33 %
        (OCTOBER, "P2", "甲", ppm(75)),
        (OCTOBER, "P3", "甲", ppm(80)),
        (SEPTEMBER, "P4", "甲", ppm(1)),  # not reported this month: no light
    )
    found = behind.behind(standing(table, OCTOBER), OCTOBER, lights=LIGHTS)
    assert evidence(found, "severity", "was", "now", "threshold") == [
        ("P1", "red", 833_333, 650_000, -15.0),
        ("P2", "yellow", 833_333, 750_000, -5.0),
    ]


def test_an_item_is_overdue_once_its_month_has_gone_by():
    table = submissions(
        (SEPTEMBER, "P1", "甲", ppm(90)),
        (SEPTEMBER, "P2", "甲", ppm(100)),
        (SEPTEMBER, "P3", "甲", ppm(90)),
        (SEPTEMBER, "P4", "甲", ppm(90)),
        (SEPTEMBER, "P5", "甲", ppm(90)),
    )
    projects = pd.DataFrame(
        [
            ("P1", "2026年8月底前", "在建"),
            ("P2", "2026-08", "在建"),
            ("P3", "2026-10", "在建"),  # its own month is not over
            ("P4", "长期", None),
            ("P5", "2026-08", "竣工"),
        ],
        columns=["project_id", "planned_finish", "phase"],
        dtype="str",
    )
    tasks = pd.DataFrame(columns=["task_id", "due"], dtype="str")
    awaited = due.due_items(projects, tasks)
    found = behind.overdue(standing(table, OCTOBER), awaited, OCTOBER)
    august, october = Period(2026, 8).index, Period(2026, 10).index
    assert evidence(found, "was", "now", "was_text") == [("P1", august, october, AUGUST)]


def test_a_project_that_spent_more_than_its_total_is_named():
    table = submissions(
        (OCTOBER, "P1", "甲", done(101)),
        (OCTOBER, "P2", "甲", done(100)),
        (OCTOBER, "P3", "甲", done(10**12)),  # its total is not disclosed
        (SEPTEMBER, "P4", "甲", done(300)),  # said a month ago, and still so
    )
    projects = pd.DataFrame({"project_id": ["P1", "P2", "P3", "P4"]}, dtype="str").assign(
        total_investment_yuan=pd.array([100, 100, None, 200], "Int64")
    )
    found = amounts.over_total(standing(table, OCTOBER), projects, OCTOBER)
    told = [("P1", 100, 101, OCTOBER), ("P4", 200, 300, SEPTEMBER)]
    assert evidence(found, "was", "now", "now_text") == told


def test_an_amount_that_grew_or_shrank_as_measures_differ_is_suspect():
    yi, wan = 10**8, 10**4
    table = submissions(
        (SEPTEMBER, "P1", "甲", done(3 * yi)),
        (OCTOBER, "P1", "甲", done(4 * wan)),
        (SEPTEMBER, "P2", "甲", {"year_plan_yuan": 2 * wan}),
        (OCTOBER, "P2", "甲", {"year_plan_yuan": yi}),  # 5,000 times
        (SEPTEMBER, "P3", "甲", {"year_plan_yuan": 2 * wan}),
        (OCTOBER, "P3", "甲", {"year_plan_yuan": yi - 1}),
        (SEPTEMBER, "P4", "甲", done(0)),
        (OCTOBER, "P4", "甲", done(yi)),
    )
    found = amounts.measure_suspect(table, items("P1", "P2", "P3", "P4"), OCTOBER)
    assert evidence(found, "figure", "was", "now", "threshold") == [
        ("P1", "done_total_yuan", 3 * yi, 4 * wan, 5000.0),
        ("P2", "year_plan_yuan", 2 * wan, yi, 5000.0),
    ]


@pytest.mark.parametrize(
    ("wan_yuan_of_the_months", "suspect"),
    [
        ((30_000, 30_000, 3, 31_000), ["2026-03"]),  # the right month after a slip is none
        ((30_000, 3, 31_000), ["2026-02"]),  # nor with one month alone to tell by
        ((30_000, None, 3, None, 31_000), ["2026-03"]),  # nor with silence between
        ((30_000, 30_000, 3, 3, 31_000), ["2026-03"]),  # the second wrong one is like the first
        ((30_000, 3, 31_000, 3, 32_000), ["2026-02", "2026-04"]),  # the same slip again
        ((3, 30_000, 31_000), ["2026-02"]),  # who was right at first nobody knows
        ((3, 3, 30_000, 31_000), ["2026-03"]),  # a jump that lasts is asked about once
        ((30_000, 3, 3, 31_000), ["2026-02", "2026-04"]),  # two wrong ones weigh more than one
    ],
    ids=str,
)
def test_the_right_month_after_a_slip_in_the_measure_is_not_suspected(
    wan_yuan_of_the_months, suspect
):
    months = [f"2026-{number:02}" for number in range(1, 6)]
    table = submissions(
        *(
            (month, "P1", "甲", done(wan * 10**4))
            for month, wan in zip(months, wan_yuan_of_the_months, strict=False)
            if wan is not None
        )
    )
    found = [m for m in months if len(amounts.measure_suspect(table, items("P1"), m))]
    assert found == suspect


def test_a_slip_of_one_unit_says_nothing_of_another_unit_or_figure():
    yi, wan = 10**8, 10**4
    table = submissions(
        (AUGUST, "P1", "甲", {**done(3 * yi), "year_plan_yuan": 4 * yi}),
        (SEPTEMBER, "P1", "甲", {**done(3 * wan), "year_plan_yuan": 4 * yi}),
        (OCTOBER, "P1", "甲", {**done(4 * yi), "year_plan_yuan": 4 * wan}),
        (SEPTEMBER, "P1", "乙", done(4 * wan)),
        (OCTOBER, "P1", "乙", done(4 * yi)),
    )
    found = amounts.measure_suspect(table, items("P1"), OCTOBER)
    assert evidence(found, "responsible_unit", "figure") == [
        ("P1", "乙", "done_total_yuan"),
        ("P1", "甲", "year_plan_yuan"),
    ]


def test_what_is_done_this_year_may_start_small_in_january():
    table = submissions(
        ("2026-12", "P1", "甲", {"done_ytd_yuan": 10**9}),
        ("2027-01", "P1", "甲", {"done_ytd_yuan": 10**4}),
        ("2027-02", "P1", "甲", {"done_ytd_yuan": 10**9}),
    )
    assert amounts.measure_suspect(table, items("P1"), "2027-01").empty
    assert len(amounts.measure_suspect(table, items("P1"), "2027-02")) == 1


def test_units_disagree_when_their_percentages_lie_apart_whoever_leads():
    table = submissions(
        (OCTOBER, "T1", "甲", ppm(40)),
        (OCTOBER, "T1", "乙", ppm(50)),
        (OCTOBER, "T2", "甲", ppm(40)),
        (OCTOBER, "T2", "乙", ppm(49)),
        (OCTOBER, "T3", "甲", ppm(40)),
        (OCTOBER, "T3", "乙", {}),
    )
    three = items("T1", "T2", "T3")
    found = disagreeing.units_disagree(table, three, OCTOBER, spread_points=10)
    assert evidence(found, "was", "now", "threshold") == [("T1", 400_000, 500_000, 10.0)]
    none = disagreeing.units_disagree(table, three, SEPTEMBER, spread_points=0)
    assert none.empty


def test_a_target_is_told_in_the_month_it_moved_with_its_reason():
    moves = pd.DataFrame(
        [
            ("P1", "total_investment_yuan", "100", "200", "规划调整", OCTOBER),
            ("P1", "planned_finish", "2026-12", "2027-06", "资金", SEPTEMBER),
            ("P9", "planned_finish", "2026-12", "2027-06", "资金", OCTOBER),  # no longer listed
        ],
        columns=[name.value for name in Moves],
        dtype="str",
    )
    projects = pd.DataFrame([("P1", "名P1")], columns=["project_id", "project_name"], dtype="str")
    found = moving.target_moved(moves, projects, OCTOBER)
    moved = [("P1", "名P1", "total_investment_yuan", "100", "200", "规划调整")]
    assert evidence(found, "item_name", "figure", "was_text", "now_text", "reason") == moved


def test_a_percentage_beyond_belief_has_no_millionths():
    table = nw.from_native(pd.DataFrame({"p": pd.array([65.5, 1e17, None], "Float64")}))
    millionths = table.select(in_ppm(nw.col("p"))).to_native()["p"]
    assert [None if pd.isna(one) else one for one in millionths] == [655_000, None, None]


@pytest.fixture(scope="module")
def watched(illustrated_board):
    """The illustrative ledger, looked at in October after the day it was due."""
    moves = pd.DataFrame(
        [("P01", "planned_finish", "2026-12", "2027-06", "用地", SEPTEMBER)],
        columns=[name.value for name in Moves],
        dtype="str",
    )
    return supervision.Watched(
        illustrated_board,
        made.submitted(illustrated_board.reports),
        "2026-09-28",
        {Period(2026, 8): "2026-08-25", Period(2026, 9): "2026-09-25"},
        moves,
    )


def test_the_gravest_stand_first_then_units_in_the_order_of_the_plan(watched):
    told = supervision.warnings(watched, Period(2026, 9), lights=LIGHTS)
    order = {"red": 0, "yellow": 1, "note": 2}
    units = [*watched.board.plan.unit_names, None]
    places = [
        (order[severity], units.index(None if pd.isna(unit) else unit))
        for severity, unit in zip(told[Raised.SEVERITY], told["responsible_unit"], strict=True)
    ]
    assert places == sorted(places)
    assert {Warned.MISSING, Warned.BEHIND, Warned.TARGET_MOVED} <= set(told[Raised.RULE])


def test_the_same_question_is_answered_from_memory(watched):
    first = supervision.warnings(watched, Period(2026, 9), lights=LIGHTS)
    assert supervision.warnings(watched, Period(2026, 9), lights=LIGHTS) is first
    stricter = supervision.warnings(watched, Period(2026, 9), lights=LIGHTS, spread_points=0)
    assert len(stricter) > len(first)


def test_warnings_of_reports_agree_with_the_reporting_board(watched):
    september = Period(2026, 9)
    told = supervision.warnings(watched, september, lights=LIGHTS)[Raised.RULE].value_counts()
    board = supervision.board_of_units(watched, (september,))
    assert told[Warned.MISSING] == board["missing_reports"].sum()
    assert told[Warned.LATE] == board["late_reports"].sum()


def test_before_the_first_report_nothing_is_expected_and_nothing_warned_of(plan_board):
    nothing = made.submitted(plan_board.reports)
    due_on = {Period(2026, 9): "2026-09-25"}
    empty = supervision.Watched(plan_board, nothing, "2026-09-28", due_on)
    told = supervision.warnings(empty, Period(2026, 9), lights=LIGHTS)
    assert told.empty
    assert supervision.board_of_units(empty, (Period(2026, 9),))["expected_reports"].sum() == 0
