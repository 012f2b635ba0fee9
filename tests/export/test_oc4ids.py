"""Projects as OC4IDS: the standard's fields, nothing invented."""

import json

import pytest

from export.open_data.oc4ids import package
from tests.export.oc4ids import EXAMPLE, PROJECT, faults, published_faults
from tests.export.offices import DONE, PIER, YARD, board, source


def published(made=None, **more):
    return json.loads(package(source(made, **more)))


def project(**fields):
    return published(board(projects=[{**PIER, **fields}]))["projects"][0]


def test_the_package_is_what_the_standard_asks_for():
    assert faults(published()) == []


def test_the_delivered_plan_and_a_made_up_month_are_what_the_standard_asks_for(illustrated_board):
    said = json.loads(package(source(illustrated_board, illustrative=True)))
    assert faults(said) == []
    assert len(said["projects"]) == 10
    assert all(one["description"].startswith("[示例数据") for one in said["projects"])


def test_the_published_schema_accepts_it_where_a_copy_is_at_hand(illustrated_board):
    assert published_faults(json.loads(package(source(illustrated_board)))) == []


def test_the_fields_we_write_are_fields_of_the_standards_own_example():
    if not EXAMPLE.exists():
        pytest.skip("the published example is not on this machine")
    (first, *_) = json.loads(EXAMPLE.read_text("utf-8"))["projects"]
    assert set(PROJECT["properties"]) <= set(first)
    observation = PROJECT["properties"]["metrics"]["items"]["properties"]["observations"]["items"]
    ours = set(observation["properties"]) - {"value", "dimensions"}  # the example has no amounts
    assert ours <= set(first["metrics"][0]["observations"][0])


def test_an_amount_is_in_yuan_and_an_undisclosed_one_is_left_out():
    whole = published()["projects"]
    assert whole[0]["budget"] == {"amount": {"amount": 1_000_000_000, "currency": "CNY"}}
    assert "budget" not in whole[1]


def test_an_empty_cell_makes_no_field():
    assert published(board(projects=[YARD], reports=()))["projects"] == [
        {
            "id": "X2",
            "updated": "2026-11-22T04:00:00+00:00",
            "title": "海工基地",
            "parties": [{"id": "住建局", "name": "住建局"}],
        }
    ]


@pytest.mark.parametrize(
    ("phase", "status"),
    [
        ("谋划", "identification"),
        ("新开工", "implementation"),
        ("在建", "implementation"),
        ("竣工", "completion"),
    ],
)
def test_a_phase_is_a_status_of_the_standard(phase, status):
    assert project(phase=phase)["status"] == status


def test_a_chain_says_whether_the_plan_states_it():
    assert project()["additionalClassifications"][0]["scheme"] == "plan-chain"
    inferred = project(chain_basis="推断")["additionalClassifications"]
    assert inferred[0]["scheme"] == "plan-chain-inferred"
    assert "additionalClassifications" not in project(chain=None, chain_basis="未归链")


def test_planned_months_reach_from_the_first_day_to_the_last_moment():
    assert project(planned_start="2026-02", planned_finish="2028年2月底")["period"] == {
        "startDate": "2026-02-01T00:00:00+08:00",
        "endDate": "2028-02-29T23:59:59+08:00",
    }
    assert "period" not in project(planned_start="长期")


def test_every_report_is_an_observation_of_its_month_and_unit():
    metrics = {one["id"]: one["observations"] for one in published()["projects"][0]["metrics"]}
    (progress,) = metrics["physicalProgress"]
    assert progress["measure"] == "45"
    assert progress["period"]["endDate"] == "2026-10-31T23:59:59+08:00"
    assert progress["dimensions"] == {"responsibleUnit": "港务局"}
    assert metrics["investmentDone"][0]["value"]["amount"] == DONE["done_total_yuan"]
    assert "metrics" not in published(board(reports=()))["projects"][0]
