"""What became of every report a month expects, and what a unit's month looks like."""

import pandas as pd
import pytest

from analysis.charts import reporting_rate
from analysis.charts.words import Words
from analysis.exhibits import supervision as exhibits
from analysis.metrics import reporting, reporting_board
from analysis.metrics.warnings import unreported
from analysis.narrowing import narrowed
from analysis.selection import Selection
from analysis.views import supervision, warned
from domain.columns import ItemKind
from domain.periods import Period
from tests.analysis.submitted import months, submissions, watch
from tests.engines import made
from texts import catalogue

SEPTEMBER, OCTOBER = "2026-09", "2026-10"
EXPECTED = pd.DataFrame(
    [
        ("任务", "T1", "名T1", "甲"),
        ("任务", "T1", "名T1", "乙"),
        ("任务", "T2", "名T2", "甲"),
        ("项目", "P1", "名P1", "乙"),
    ],
    columns=["item_kind", "item_id", "item_name", "responsible_unit"],
    dtype="str",
)
UNITS = pd.DataFrame({"responsible_unit": ["甲", "乙", "丙"], "list_position": [0, 1, 2]})
FLAGS = ["received", "late", "missing", "outstanding", "same_as_last", "corrected"]
DUE = months(m09="2026-09-25", m10="2026-10-26")


def became(table, *, today, first=SEPTEMBER, listed=DUE):
    return reporting_board.by_report(EXPECTED, table, listed, first=first, today=today)


def flags(told, item, unit, period=OCTOBER):
    """What is said of one report."""
    of_item = told[(told.item_id == item) & (told.responsible_unit == unit)]
    row = of_item[of_item.period == period].iloc[0]
    return {flag for flag in FLAGS if row[f"{flag}_reports"]}


def cells(told, listed=DUE):
    board = reporting_board.by_unit(told, UNITS, listed)
    return {(row.responsible_unit, row.period): row.state for row in board.itertuples()}


def test_a_report_is_outstanding_up_to_its_due_day_and_missing_after():
    for today, said in (("2026-10-26", {"outstanding"}), ("2026-10-27", {"missing"})):
        assert flags(became(submissions(), today=today), "T1", "甲") == said


def test_a_report_that_comes_after_the_due_day_is_late():
    table = submissions(
        (OCTOBER, "T1", "甲", {"received_on": "2026-10-26"}),
        (OCTOBER, "T2", "甲", {"received_on": "2026-10-27"}),
    )
    told = became(table, today="2026-10-30")
    assert flags(told, "T1", "甲") == {"received"}
    assert flags(told, "T2", "甲") == {"received", "late"}
    late = unreported.late(told, OCTOBER)
    assert late[["item_id", "responsible_unit", "was_text", "now_text"]].to_numpy().tolist() == [
        ["T2", "甲", "2026-10-26", "2026-10-27"]
    ]


def test_what_is_missing_is_named_with_its_due_day():
    told = became(submissions((OCTOBER, "T1", "甲", {})), today="2026-10-27")
    missing = unreported.missing(told, OCTOBER, today="2026-10-27")
    assert missing[["item_id", "responsible_unit"]].to_numpy().tolist() == [
        ["T1", "乙"],
        ["T2", "甲"],
        ["P1", "乙"],
    ]
    assert set(missing.was_text) == {"2026-10-26"}
    assert unreported.missing(became(submissions(), today="2026-10-01"), OCTOBER, today="").empty


def test_a_report_held_by_more_than_one_upload_was_corrected():
    told = became(submissions((OCTOBER, "T1", "甲", {"uploads": 2})), today="2026-10-30")
    assert flags(told, "T1", "甲") == {"received", "corrected"}


def test_a_report_that_repeats_the_month_before_is_the_same_even_before_the_first_month_listed():
    table = submissions(
        (SEPTEMBER, "T1", "甲", {"percent_done_ppm": 400_000}),
        (OCTOBER, "T1", "甲", {"percent_done_ppm": 400_000}),
    )
    october = months(m10="2026-10-26")
    told = became(table, today="2026-10-30", first=OCTOBER, listed=october)
    assert flags(told, "T1", "甲") == {"received", "same_as_last"}


def test_a_projects_report_may_come_from_any_unit_and_counts_as_the_best():
    table = submissions(
        (SEPTEMBER, "P1", "丙", {"percent_done_ppm": 400_000}),
        (OCTOBER, "P1", "丙", {"percent_done_ppm": 400_000, "received_on": "2026-10-30"}),
        (OCTOBER, "P1", "甲", {"percent_done_ppm": 410_000, "received_on": "2026-10-20"}),
    )
    told = became(table, today="2026-10-30")
    assert flags(told, "P1", "乙", SEPTEMBER) == {"received"}
    assert flags(told, "P1", "乙") == {"received"}


def test_nothing_is_expected_before_the_first_month():
    told = became(submissions(), today="2026-10-30", first=OCTOBER)
    assert set(told.period) == {OCTOBER}
    assert cells(told)["甲", SEPTEMBER] == "nothing_expected"


@pytest.mark.parametrize(
    ("first", "second", "state"),
    [
        ({}, {}, "on_time"),
        ({}, None, "missing"),
        ({"uploads": 2}, {}, "corrected"),
        ({"uploads": 2}, {"received_on": "2026-10-29"}, "late"),
        ({"uploads": 2}, {"received_on": "2026-10-29", "progress_text": "同上"}, "same_as_last"),
    ],
)
def test_a_cell_shows_the_worst_of_its_reports(first, second, state):
    said = [("T1", first), ("T2", second)]
    table = submissions(
        (SEPTEMBER, "T2", "甲", {"progress_text": "同上"}),
        *((OCTOBER, item, "甲", cells_) for item, cells_ in said if cells_ is not None),
    )
    assert cells(became(table, today="2026-10-30"))["甲", OCTOBER] == state


def test_a_cell_is_outstanding_while_something_may_still_come_in_time():
    told = became(submissions((OCTOBER, "T1", "甲", {})), today="2026-10-26")
    assert cells(told)["甲", OCTOBER] == "outstanding"
    assert cells(told)["丙", OCTOBER] == "nothing_expected"


def test_rates_are_of_the_expected_reports_and_empty_where_none_is():
    table = submissions(
        (OCTOBER, "T1", "甲", {}),
        (OCTOBER, "T2", "甲", {"received_on": "2026-10-29"}),
    )
    board = reporting_board.by_unit(became(table, today="2026-10-30"), UNITS, DUE)
    october = board[board.period == OCTOBER].set_index("responsible_unit")
    assert october.loc["甲", ["expected_reports", "received_reports"]].tolist() == [2, 2]
    assert october.loc["甲", ["reporting_percent", "on_time_percent"]].tolist() == [100.0, 50.0]
    assert october.loc["丙", ["reporting_percent", "on_time_percent"]].isna().all()
    assert board.responsible_unit.tolist() == ["甲", "甲", "乙", "乙", "丙", "丙"]


def test_what_is_received_is_what_the_reporting_metric_says(illustrated_board):
    board, due = illustrated_board, {Period(2026, month): "2026-09-25" for month in (8, 9, 10)}
    came = made.submitted(board.reports)
    watched = supervision.Watched(board, came, "2026-12-01", due)
    told = supervision.by_report(watched, tuple(due))
    key = ["item_kind", "item_id", "responsible_unit"]
    for period in due:
        of_month = told[told.period == str(period)].set_index(key)["received_reports"]
        owed = reporting.owed(board.expected, board.reports, str(period))
        assert of_month.to_dict() == owed.set_index(key)["received_reports"].to_dict()


def test_rates_of_a_month_count_every_unit_and_late_ones_are_received():
    table = submissions(
        (OCTOBER, "T1", "甲", {}),
        (OCTOBER, "T2", "甲", {"received_on": "2026-10-29"}),
        (SEPTEMBER, "T1", "乙", {}),
    )
    rates = reporting_board.by_month(became(table, today="2026-10-30"))
    columns = ["period", "expected_reports", "received_reports", "on_time_reports"]
    assert rates[columns].to_numpy().tolist() == [[SEPTEMBER, 4, 1, 1], [OCTOBER, 4, 2, 1]]
    assert rates.reporting_percent.tolist() == [25.0, 50.0]
    assert rates.on_time_percent.tolist() == [25.0, 25.0]


def test_who_owes_is_told_with_the_days_to_the_due_day_the_longest_overdue_first(illustrated_board):
    months = (Period(2026, 9), Period(2026, 10), Period(2026, 11))
    due = {month: f"{month}-25" for month in months}
    nothing = made.submitted(illustrated_board.reports.iloc[:0])
    watched = supervision.Watched(
        illustrated_board, nothing, "2026-10-25", due, first=Period(2026, 9)
    )
    owing = supervision.owing(watched, months)
    assert list(owing.days_left.unique()) == [-30, 0, 31]
    of_month = owing[owing.days_left == 0]
    assert of_month.owed_reports.sum() == len(illustrated_board.expected)
    assert of_month.owed_reports.is_monotonic_decreasing
    assert set(of_month.missing_reports) == {0}


def test_a_part_of_the_board_is_narrowed_to_a_kind(illustrated_board):
    october = Period(2026, 10)
    whole = watch(illustrated_board, october)
    tasks = supervision.part(whole, illustrated_board, kinds=(ItemKind.TASK,))
    assert set(supervision.by_report(tasks, (october,)).item_kind) == {"任务"}
    every = warned.of_month(whole, october)
    of_tasks = warned.of_month(tasks, october)
    assert len(of_tasks) == (every.item_kind == "任务").sum() > 0
    unit = narrowed(illustrated_board, Selection(unit=("财政局",)))
    of_unit = warned.of_month(supervision.part(whole, unit), october)
    assert set(of_unit.responsible_unit.dropna()) == {"财政局"}
    carried = {*unit.tasks.task_id, *unit.projects.project_id}
    assert set(of_unit.item_id) <= carried


@pytest.mark.parametrize(
    ("today", "on_the_lines", "apart"),
    [
        ("2026-10-20", [25.0, None], [50.0]),  # not due before the 26th
        ("2026-10-27", [25.0, None], [50.0]),  # due, and the month is not over
        ("2026-10-31", [25.0, 50.0], None),
    ],
)
def test_a_month_that_still_runs_is_no_fall_of_the_rate(plan_board, today, on_the_lines, apart):
    table = submissions(
        (OCTOBER, "T1", "甲", {}), (OCTOBER, "T2", "甲", {}), (SEPTEMBER, "T1", "乙", {})
    )
    rates = reporting_board.by_month(became(table, today=today))
    ends = {Period(2026, 9): "2026-09-25", Period(2026, 10): "2026-10-26"}
    watched = supervision.Watched(plan_board, table, today, ends)
    running = [str(month) for month in ends if exhibits.is_running(watched, month)]
    figure = reporting_rate.over_time(
        rates, [SEPTEMBER, OCTOBER], Words(catalogue("zh"), plan_board.plan), running=running
    )
    drawn = [one for one in figure.data if list(one.x) != [None]]  # the others are of the key
    received, _, *others = drawn
    assert list(received.y) == on_the_lines
    assert [list(one.y) for one in others] == ([] if apart is None else [apart])
    settled = "2026年9月 25.0%（1/4）" if apart else "2026年10月 50.0%（2/4）"
    assert received.name == f"上报率：{settled}"
    assert all(one.name == "仍在收报（不连入走势）：2026年10月 50.0%（2/4）" for one in others)
