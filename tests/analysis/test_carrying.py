"""Who carries what, with whom, and how it is reported."""

import pandas as pd
import pytest

from analysis import due
from analysis.clusters import clustered
from analysis.metrics import carried, discipline, lights, together
from analysis.metrics.columns import Counted
from analysis.metrics.warnings import behind
from analysis.narrowing import narrowed
from analysis.selection import Selection
from analysis.views import carrying, past
from domain.columns import Assignments, ItemKind
from domain.periods import Period

OCTOBER = Period(2026, 10)
STANDING = pd.DataFrame(
    [("任务", "T1", 100.0), ("任务", "T2", 60.0), ("任务", "T3", None), ("项目", "T1", 3.0)],
    columns=["item_kind", "item_id", "percent_done"],
)
CARRIED = pd.DataFrame(
    [("T1", "甲"), ("T2", "甲"), ("T2", "乙"), ("T3", "乙"), ("T3", "甲")],
    columns=["task_id", "responsible_unit"],
)
UNITS = pd.DataFrame({"responsible_unit": ["甲", "乙", "丙"], "list_position": [0, 1, 2]})


def due_in(**months):
    rows = [("任务", task, month) for task, month in months.items()]
    return pd.DataFrame(rows, columns=["item_kind", "item_id", "due_period"], dtype="str")


def test_a_task_is_done_overdue_or_under_way():
    states = carried.state_of_tasks(STANDING, due_in(T1="2026-01", T2="2026-09"), "2026-10")
    names = ["task_id", "done_tasks", "overdue_tasks", "tasks_under_way"]
    assert states[names].to_numpy().tolist() == [["T1", 1, 0, 0], ["T2", 0, 1, 0], ["T3", 0, 0, 1]]


def test_within_its_due_month_a_task_is_not_overdue():
    states = carried.state_of_tasks(STANDING, due_in(T2="2026-10"), "2026-10")
    assert not states["overdue_tasks"].any()


@pytest.mark.parametrize("month", ["2026-08", "2026-09", "2026-10", "2027-01"])
def test_the_tasks_counted_as_overdue_are_those_supervision_warns_of(month):
    months = due_in(T1="2026-01", T2="2026-08", T3="2026-09")
    named = STANDING.assign(item_name="名")
    counted = carried.state_of_tasks(STANDING, months, month)
    warned = behind.overdue(named, months, month)
    late = counted.loc[counted["overdue_tasks"] == 1, "task_id"].tolist()
    assert late == warned["item_id"].tolist()


def test_a_task_counts_for_each_of_its_units_and_a_unit_without_one_stays():
    states = carried.state_of_tasks(STANDING, due_in(T3="2026-01"), "2026-10")
    table = carried.by_unit(CARRIED, states, UNITS)
    assert table.to_numpy().tolist() == [["甲", 3, 1, 1, 1], ["乙", 2, 0, 1, 1], ["丙", 0, 0, 0, 0]]


def test_states_add_up_to_the_load_of_every_unit(illustrated_board):
    table = carrying.load_by_state(illustrated_board, OCTOBER)
    states = table[["done_tasks", "overdue_tasks", "tasks_under_way"]].sum(axis=1)
    assert states.tolist() == table["tasks"].tolist() == illustrated_board.load["tasks"].tolist()


def test_the_plan_states_no_due_month_so_nothing_is_overdue(illustrated_board):
    assert due.due_items(illustrated_board.projects, illustrated_board.tasks).empty
    assert not carrying.load_by_state(illustrated_board, OCTOBER)["overdue_tasks"].any()


def test_shared_tasks_are_the_same_both_ways_round(plan_board):
    table = carrying.pairs(plan_board)
    shared = table.set_index(["responsible_unit", "other_unit"])["shared_tasks"].to_dict()
    assert all(shared[two, one] == number for (one, two), number in shared.items())
    assert shared["经济发展局", "科学技术局"] == 8
    assert shared["国土规划建设管理局", "财政局"] == 4
    assert ("高新投资发展有限公司", "综合监管和执法局") not in shared
    load = plan_board.load.set_index(Assignments.RESPONSIBLE_UNIT)[Counted.TASKS].to_dict()
    assert {unit: shared[unit, unit] for unit in load} == load


def test_the_tasks_behind_a_pair_are_as_many_as_its_cell_says(plan_board):
    behind = together.tasks_of_both(
        plan_board.assignments, plan_board.tasks, unit="财政局", other="关堤乡"
    )
    assert behind["task_id"].tolist() == ["T01", "T05"]


def test_units_that_share_most_stand_side_by_side(plan_board):
    order = carrying.side_by_side(plan_board)
    places = [order.index(unit) for unit in ("经济发展局", "科学技术局", "服务业促进局")]
    assert max(places) - min(places) == 2
    assert sorted(order) == sorted(plan_board.units["responsible_unit"])


def test_names_without_anything_in_common_keep_their_order():
    assert clustered(["甲", "乙", "丙"], {}) == ["甲", "乙", "丙"]
    assert clustered([], {}) == []


def test_what_is_missing_of_several_months_counts_one_kind_of_item_alone():
    expected = pd.DataFrame(
        [("任务", "T1", "甲"), ("任务", "T2", "甲"), ("项目", "P1", "乙"), ("任务", "T3", "丙")],
        columns=["item_kind", "item_id", "responsible_unit"],
    )
    came = pd.DataFrame(
        [
            ("2026-08", "任务", "T1", "甲"),
            ("2026-08", "任务", "T1", "乙"),  # nobody expected it
            ("2026-09", "任务", "T1", "甲"),
            ("2026-09", "任务", "T2", "甲"),
            ("2026-09", "项目", "P1", "甲"),  # a project's report may come from any unit
            ("2026-01", "任务", "T2", "甲"),  # too long ago
        ],
        columns=["period", "item_kind", "item_id", "responsible_unit"],
    )
    names = ["responsible_unit", "items", "missing_reports", "expected_reports", "missing_percent"]
    told = {
        kind: discipline.by_unit(
            UNITS, expected, came, kind, first="2026-08", last="2026-09", months=2
        )[names]
        .to_numpy()
        .tolist()
        for kind in ItemKind
    }
    assert told[ItemKind.TASK] == [["丙", 1, 2, 2, 100.0], ["甲", 2, 1, 4, 25.0]]
    assert told[ItemKind.PROJECT] == [["乙", 1, 1, 2, 50.0]]


def test_the_last_months_of_tasks_and_projects_add_up_month_by_month(illustrated_board):
    tables = [carrying.reporting_and_load(illustrated_board, OCTOBER, kind) for kind in ItemKind]
    months = carrying.looked_back(illustrated_board, OCTOBER)
    each = pd.concat([illustrated_board.reporting(month) for month in months])
    for column in ("expected_reports", "received_reports", "missing_reports"):
        by_month = each.groupby("responsible_unit")[column].sum()
        both = pd.concat(tables).groupby("responsible_unit")[column].sum()
        assert both.to_dict() == by_month.to_dict()


@pytest.mark.parametrize("month", [Period(2026, 8), Period(2026, 9), OCTOBER, Period(2026, 11)])
def test_what_has_no_report_of_the_month_is_told_apart(illustrated_board, month):
    states = carrying.states(illustrated_board, month)
    silent = carrying.without_report(illustrated_board, month, states, ItemKind.TASK)
    came = illustrated_board.reports[illustrated_board.reports["period"] == str(month)]
    told = set(came.loc[came["item_kind"] == "任务", "item_id"])
    assert set(silent["task_id"]) == set(states["task_id"]) - told


def test_a_chosen_unit_is_held_against_all_units_and_not_against_itself(illustrated_board):
    unit = illustrated_board.units["responsible_unit"].iloc[0]
    alone = narrowed(illustrated_board, Selection(unit=(unit,)))
    of_all = carrying.missing_of_every_unit(illustrated_board, OCTOBER, ItemKind.TASK)
    own = carrying.reporting_and_load(alone, OCTOBER, ItemKind.TASK)["expected_reports"].sum()
    assert carrying.missing_of_every_unit(alone, OCTOBER, ItemKind.TASK) == of_all
    assert own < of_all[1]


@pytest.mark.parametrize("kind", list(ItemKind))
def test_the_lights_of_a_month_add_up_to_the_items_of_the_plan(illustrated_board, kind):
    table = past.lights_by_period(illustrated_board, kind)
    counts = table[["done", "green", "yellow", "red", "unreported"]].sum(axis=1)
    assert counts.tolist() == table["items"].tolist() == [10, 10, 10]


def test_a_report_about_an_item_the_plan_has_no_more_is_not_counted():
    by_item = pd.DataFrame(
        [("任务", "T1", "2026-08", "green"), ("任务", "T9", "2026-08", "red")],
        columns=["item_kind", "item_id", "period", "light"],
    )
    items = pd.DataFrame({"item_kind": ["任务"], "item_id": ["T1"]})
    row = lights.by_period(by_item, items, ItemKind.TASK).iloc[0]
    assert (row["green"], row["red"], row["unreported"]) == (1, 0, 0)
