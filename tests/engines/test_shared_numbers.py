"""A project and a task with the same number are two items, on every engine."""

import pytest

from domain.columns import ItemKind
from tests.engines import made
from tests.engines.metrics import METRICS, ledger_tables, worked_out
from tests.engines.records import assert_same, records

MONTH = "2026-02"


def a_report(kind, period, unit, ppm, done):
    return {
        "period": period,
        "item_kind": kind,
        "item_id": "01",
        "responsible_unit": unit,
        "percent_done_ppm": ppm,
        "done_total_yuan": done,
        "year_plan_yuan": 100,
        "done_ytd_yuan": done,
        "version": 3,
    }


@pytest.fixture(scope="module")
def tables():
    """One task and one project, both number 01; a lead unit carries the task."""
    return made.ledger(
        made.reports(
            [
                a_report("任务", "2026-02", "财政局", 100_000, 1),
                a_report("任务", "2026-02", "关堤乡", 900_000, 2),
                a_report("项目", "2026-01", "财政局", 300_000, 30),
                a_report("项目", "2026-01", "关堤乡", 500_000, 40),
            ]
        )
    )


@pytest.fixture(scope="module")
def on_pandas(tables, illustrated_board):
    return worked_out({**ledger_tables(illustrated_board), **tables}, MONTH)


def test_each_stands_where_its_own_reports_put_it(on_pandas):
    stands = [
        (row["item_kind"], row["percent_done"], row["reported_period"], row["done_total_yuan"])
        for row in records(on_pandas["progress.standing"])
    ]
    assert stands == [("任务", 10.0, "2026-02", 1), ("项目", 40.0, "2026-01", 40)]


def test_each_is_followed_by_its_own_reports(on_pandas):
    for name, kind, rows in (
        ("series.of_items", ItemKind.TASK, [("2026-02", 1.0)]),
        ("series.of_items projects", ItemKind.PROJECT, [("2026-01", 40.0)]),
    ):
        told = [(row["period"], row["percent_done"]) for row in records(on_pandas[name])]
        assert told == rows, kind


def test_the_lead_of_the_task_does_not_lead_the_project(on_pandas):
    assert [row["units_reported"] for row in records(on_pandas["progress.by_item"])] == [1, 2]


def test_a_report_about_the_task_is_none_about_the_project(on_pandas):
    received = {row["item_kind"]: 0 for row in records(on_pandas["reporting.owed"])}
    for row in records(on_pandas["reporting.owed"]):
        received[row["item_kind"]] += row["received_reports"]
    assert received == {"项目": 0, "任务": 2}


def test_the_task_adds_nothing_to_a_chain(on_pandas):
    done = [row["done_total_yuan"] for row in records(on_pandas["investment.by_chain"])]
    assert sum(amount or 0 for amount in done) == 40


def test_the_curve_and_the_portfolio_are_of_the_project_alone(on_pandas):
    planned = [row["year_plan_yuan"] for row in records(on_pandas["curve.by_month"])]
    assert planned == [100] * 12
    assert [row["done_total_yuan"] for row in records(on_pandas["portfolio.ranked"])] == [40]


def test_the_state_of_the_task_is_its_own(on_pandas):
    states = [row["percent_done"] for row in records(on_pandas["carried.state_of_tasks"])]
    assert states == [10.0]


def test_every_engine_says_the_same(engine, tables, illustrated_board, on_pandas):
    held = engine({**ledger_tables(illustrated_board), **tables})
    there = worked_out(held, MONTH, settled=engine.settled)
    for name in METRICS:
        assert_same(there[name], on_pandas[name])
