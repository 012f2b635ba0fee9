"""Who has what in charge: projects by person, and what is to begin or to end soon."""

import pandas as pd

from analysis import people
from analysis.metrics import charge
from analysis.metrics.columns import Counted, Troubled
from analysis.people import InCharge
from domain.columns import Projects
from tests.analysis.submitted import items, standing, submissions

OCTOBER = "2026-10"
NO_REPORTS = pd.DataFrame(
    columns=["item_kind", "item_id", Counted.MISSING, Counted.OUTSTANDING]
).astype({"item_kind": "str", "item_id": "str", Counted.MISSING: int, Counted.OUTSTANDING: int})
YI = 10**8


def projects(**named):
    """Projects by number: who leads each, planned start, planned finish, phase."""
    rows = [
        {
            Projects.ID.value: item,
            Projects.LEADER.value: leader,
            Projects.SERVICE_OFFICER.value: None,
            Projects.PLANNED_START.value: start,
            Projects.PLANNED_FINISH.value: finish,
            Projects.PHASE.value: phase,
        }
        for item, (leader, start, finish, phase) in named.items()
    ]
    return pd.DataFrame(rows, dtype="str")


def nodes(**named):
    rows = [(item[:2], item[3:], month) for item, month in named.items()]
    return pd.DataFrame(rows, columns=["item_id", people.NODE, "due_period"], dtype="str")


def at(**percent):
    """Where projects stand in October at these percents."""
    rows = [
        (OCTOBER, item, "财政局", {"percent_done_ppm": done * 10_000, "version": 1})
        for item, done in percent.items()
    ]
    return standing(submissions(*rows), OCTOBER)


def test_two_people_in_a_cell_both_have_the_project():
    table = projects(P1=("甲、乙", None, None, "在建"), P2=(None, None, None, "在建"))
    assert people.charges(table, InCharge.LEADER).to_numpy().tolist() == [
        ["甲", "P1"],
        ["乙", "P1"],
    ]
    assert people.unnamed(table, InCharge.LEADER) == 1
    assert people.charges(table, InCharge.OFFICER).empty


def test_the_months_of_a_project_are_read_from_what_its_cells_say():
    table = projects(P1=("甲", "2026年3月", "2026年底", "在建"), P2=("甲", None, "2026-06", "竣工"))
    assert people.nodes(table).to_numpy().tolist() == [
        ["P1", "start", "2026-03"],
        ["P1", "finish", "2026-12"],
    ]


def due(planned, stands):
    table = charge.due_nodes(planned, stands, first="2026-11", last="2027-02")
    return list(zip(table.item_id, table[people.NODE], table[Counted.NODES_PAST], strict=True))


def test_a_finish_is_due_until_the_project_is_done_however_long_ago_it_was():
    planned = nodes(P1_finish="2026-06", P2_finish="2026-06", P3_finish="2027-03")
    assert due(planned, at(P1=90, P2=100, P3=10)) == [("P1", "finish", 1)]


def test_a_start_is_due_from_this_month_on_while_nothing_is_done():
    planned = nodes(P1_start="2026-10", P2_start="2026-12", P3_start="2026-12")
    assert due(planned, at(P1=0, P2=0, P3=5)) == [("P2", "start", 0)]


def test_a_person_is_counted_over_the_projects_in_their_charge():
    stands = standing(
        submissions(
            (OCTOBER, "P1", "甲局", {"percent_done_ppm": 830_000, "year_plan_yuan": 2 * YI,
                                     "done_ytd_yuan": YI}),
            (OCTOBER, "P2", "甲局", {"percent_done_ppm": 900_000}),
            ("2026-09", "P3", "甲局", {"year_plan_yuan": 9 * YI, "done_ytd_yuan": YI}),
        ),
        OCTOBER,
    )  # fmt: skip
    charges = pd.DataFrame(
        [("甲", "P1"), ("甲", "P2"), ("甲", "P3"), ("乙", "P2")], columns=["person", "item_id"]
    )
    trouble = pd.DataFrame(
        [("项目", "P1", 2, 1)], columns=["item_kind", "item_id", Troubled.OPEN, Troubled.OVERDUE]
    )
    missing = pd.DataFrame(
        [("项目", "P3", 1, 0)],
        columns=["item_kind", "item_id", Counted.MISSING, Counted.OUTSTANDING],
    )
    soon = charge.due_nodes(nodes(P2_finish="2026-11"), stands, first="2026-11", last="2027-02")
    table = charge.by_project(charges, stands, missing, trouble, soon)
    (other, one) = charge.by_person(table).to_dict("records")  # 乙 before 甲
    assert (one[Counted.PROJECTS], one[Counted.BEHIND], one[Counted.MISSING]) == (3, 1, 1)
    assert (one[Troubled.OPEN], one[Troubled.OVERDUE], one[Counted.NODES]) == (2, 1, 1)
    assert (one[Counted.YEAR_PLANS], one["year_plan_yuan"], one["done_ytd_yuan"]) == (1, 2 * YI, YI)
    assert one[Counted.COMPLETION_PERCENT] == 50
    assert (other[Counted.PROJECTS], other[Counted.NODES]) == (1, 1)
    assert pd.isna(other["year_plan_yuan"])
    assert pd.isna(other[Counted.COMPLETION_PERCENT])


def test_a_person_without_reports_or_problems_owes_nothing():
    stands = at(P1=50)
    charges = pd.DataFrame([("甲", "P1")], columns=["person", "item_id"])
    trouble = pd.DataFrame(columns=["item_kind", "item_id", Troubled.OPEN, Troubled.OVERDUE])
    trouble = trouble.astype({"item_kind": "str", "item_id": "str"})
    soon = charge.due_nodes(nodes(), stands, first="2026-11", last="2027-02")
    (row,) = charge.by_project(charges, stands, NO_REPORTS, trouble, soon).to_dict("records")
    assert [row[name] for name in (Counted.MISSING, Troubled.OPEN, Counted.NODES)] == [0, 0, 0]
    assert row["item_name"] == items("P1").item_name[0]
