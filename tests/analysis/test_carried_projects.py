"""Which unit answers for how many projects, and how they stand."""

import pandas as pd

from analysis.metrics import carried_projects

EXPECTED = pd.DataFrame(
    [
        ("项目", "P1", "甲"),
        ("项目", "P2", "甲"),
        ("项目", "P3", "乙"),
        ("项目", "P4", None),
        ("项目", "P5", "乙"),
        ("项目", "P6", "乙"),
        ("任务", "T1", "甲"),
    ],
    columns=["item_kind", "item_id", "responsible_unit"],
)
STANDING = pd.DataFrame(
    [
        ("项目", "P1", 100.0),
        ("项目", "P2", 60.0),
        ("项目", "P3", None),
        ("项目", "P4", 1.0),
        ("项目", "P5", 0.0),
        ("项目", "P6", 0.0),
    ],
    columns=["item_kind", "item_id", "percent_done"],
)
DUE = pd.DataFrame(
    [("项目", "P1", "2026-01"), ("项目", "P2", "2026-09"), ("项目", "P3", "2026-10")],
    columns=["item_kind", "item_id", "due_period"],
)
STARTS = pd.DataFrame(
    [("项目", "P1", "2026-12"), ("项目", "P5", "2026-11"), ("项目", "P6", "2026-10")],
    columns=["item_kind", "item_id", "planned_start_period"],
)
UNITS = pd.DataFrame({"responsible_unit": ["乙", "甲", "丙"], "list_position": [0, 1, 2]})


def states():
    return carried_projects.state_of_projects(EXPECTED, STANDING, DUE, STARTS, "2026-10")


def test_a_project_is_done_overdue_under_way_or_not_due_to_begin():
    names = [
        "project_id",
        "done_projects",
        "overdue_projects",
        "projects_under_way",
        "projects_before_start",
    ]
    assert states()[names].to_numpy().tolist() == [
        ["P1", 1, 0, 0, 0],  # before its time
        ["P2", 0, 1, 0, 0],
        ["P3", 0, 0, 1, 0],  # within its due month there is still time
        ["P4", 0, 0, 1, 0],
        ["P5", 0, 0, 0, 1],
        ["P6", 0, 0, 1, 0],  # from the month of its start on it is under way
    ]


def test_a_project_counts_once_for_the_unit_that_reports_it_and_a_unit_without_one_stays():
    table = carried_projects.by_unit(states(), UNITS)
    assert table.to_numpy().tolist() == [
        ["乙", 3, 0, 0, 2, 1],
        ["甲", 2, 1, 1, 0, 0],
        ["丙", 0, 0, 0, 0, 0],
    ]


def test_a_unit_has_a_row_per_chain_and_what_is_in_none_is_not_lost():
    projects = pd.DataFrame(
        {"project_id": ["P1", "P2", "P3", "P4"], "chain": ["氢能", None, "氢能", "氢能"]}
    )
    chains = pd.DataFrame({"chain": ["氢能", ""], "list_position": [0, 1]})
    table = carried_projects.by_unit_and_chain(EXPECTED, projects, chains)
    assert table.to_numpy().tolist() == [["乙", "氢能", 1], ["甲", "氢能", 1], ["甲", "", 1]]


def test_on_a_real_ledger_the_units_and_the_nameless_add_up_to_all_projects(illustrated_board):
    table = carried_projects.by_unit(
        carried_projects.state_of_projects(
            illustrated_board.expected, STANDING, DUE, STARTS, "2026-10"
        ),
        illustrated_board.units,
    )
    assert table["projects"].sum() == len(illustrated_board.projects)
