import pandas as pd
import pytest

from store.refusals import UnknownVersionError
from store.tables import tables
from tests.store.made import (
    A_PROJECT,
    A_TASK,
    a_report,
    commit,
    progress,
    projects,
    tasks,
    withdraw,
)


def test_empty_tables_have_the_columns_and_types_of_full_ones(ledger):
    empty = tables(ledger)
    commit(ledger, projects())
    commit(ledger, tasks())
    commit(ledger, progress(a_report()))
    full = tables(ledger)
    for name in ("projects", "tasks", "assignments", "reports"):
        before, after = getattr(empty, name), getattr(full, name)
        assert len(before) == 0, name
        assert len(after) == 1, name
        pd.testing.assert_series_equal(before.dtypes, after.dtypes)
    assert (empty.version, empty.latest_period, empty.illustrative) == (0, None, False)
    assert (full.version, full.latest_period, full.illustrative) == (3, "2026-10", False)


def test_a_cell_is_text_a_whole_number_or_empty(ledger):
    row = a_report(done_total_yuan=2**62, progress_text="第一行\n第二行 🚧", problem_text="")
    commit(ledger, progress(row))
    report = tables(ledger).reports.iloc[0]
    assert report["done_total_yuan"] == 2**62
    assert report["progress_text"] == "第一行\n第二行 🚧"
    assert report[["problem_text", "year_plan_yuan", "remark"]].isna().all()
    assert tables(ledger).reports.dtypes["done_total_yuan"] == "Int64"
    assert tables(ledger).reports.dtypes["problem_text"] == "str"


def test_a_later_report_replaces_the_earlier_one_of_the_same_period_item_and_unit(ledger):
    commit(ledger, progress(a_report(ppm=1, remark="旧"), a_report("P02", ppm=2)))
    commit(ledger, progress(a_report(ppm=3), a_report(ppm=4, unit="关堤乡")))
    reports = tables(ledger).reports
    shown = reports[["item_id", "responsible_unit", "percent_done_ppm", "version"]]
    assert shown.to_numpy().tolist() == [
        ["P01", "关堤乡", 4, 2],
        ["P01", "财政局", 3, 2],
        ["P02", "财政局", 2, 1],
    ]
    assert reports["remark"].isna().all()


def test_reports_come_by_period_item_and_unit_whatever_the_order_of_the_sheet(ledger):
    rows = [a_report("P10"), a_report("P02"), a_report("P02", period="2025-12")]
    commit(ledger, progress(*rows))
    reports = tables(ledger).reports
    assert reports["period"].tolist() == ["2025-12", "2026-10", "2026-10"]
    assert reports["item_id"].tolist() == ["P02", "P02", "P10"]
    assert reports.index.tolist() == [0, 1, 2]


def test_a_later_list_of_projects_replaces_the_earlier_one_which_stays_readable(ledger):
    second = {"project_id": "P00", "project_name": "新项目", "total_investment_yuan": 10**9}
    commit(ledger, projects(A_PROJECT))
    commit(ledger, projects(second, A_PROJECT))
    assert tables(ledger).projects["project_id"].tolist() == ["P00", "P01"]
    assert tables(ledger, as_of=1).projects["project_id"].tolist() == ["P01"]
    withdraw(ledger, 2)
    assert tables(ledger).projects["project_id"].tolist() == ["P01"]


def test_an_illustrative_list_that_was_replaced_makes_nothing_illustrative(ledger):
    commit(ledger, progress(a_report(), illustrative=True))
    commit(ledger, progress(a_report(ppm=7)))
    assert not tables(ledger).illustrative


def test_assignments_follow_the_tasks(ledger):
    named = A_TASK | {"responsible_units": "甲局、乙局；丙局、甲局", "lead_unit": "乙局"}
    unnamed = {"task_id": "T02", "task_name": "无单位"}
    unwritten = {
        "task_id": "T03",
        "task_name": "丁",
        "responsible_units": "甲局",
        "lead_unit": "丁局",
    }
    commit(ledger, tasks(named, unnamed, unwritten))
    assert tables(ledger).assignments.to_numpy().tolist() == [
        ["T01", "甲局", 1, "first_named"],
        ["T01", "乙局", 2, "lead"],
        ["T01", "丙局", 3, "joint"],
        ["T03", "丁局", 0, "lead"],
        ["T03", "甲局", 1, "first_named"],
    ]


@pytest.mark.parametrize("version", [-1, 2, 10**30])
def test_a_version_the_ledger_has_not_reached_is_refused(ledger, version):
    commit(ledger, progress(a_report()))
    with pytest.raises(UnknownVersionError):
        tables(ledger, as_of=version)
    with pytest.raises(UnknownVersionError):
        ledger.uploads(as_of=version)
