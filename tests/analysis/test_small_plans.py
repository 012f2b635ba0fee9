"""Of a year plan so small that its rate says little, the amounts are said."""

import pandas as pd
import pytest

from analysis import small_plans
from texts import catalogue

COLUMNS = ["project_name", "year_plan_yuan", "done_ytd_yuan", "completion_percent"]


def projects(*rows):
    return pd.DataFrame(rows, columns=COLUMNS).astype(
        {"year_plan_yuan": "Int64", "done_ytd_yuan": "Int64", "completion_percent": "Float64"}
    )


def test_the_amounts_of_a_small_plan_that_was_far_exceeded_are_said_exactly():
    rows = projects(
        ("甲", 2_320_000, 12_198_560, 525.8),
        ("乙", 2_000_000, 1_000_000, 50.0),  # within its plan: its rate says what it says
        ("丙", 1_000_000_000, 1_200_000_000, 120.0),  # no small plan
        ("丁", None, None, None),
    )
    assert small_plans.sentence(rows, catalogue("zh")) == (
        "年度计划不足 0.1 亿元的项目，完成率高低说明不了问题，看金额："
        "甲计划 0.0232 亿元、完成 0.1219856 亿元（525.8%）。"
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("乙", 1_000_000_000, 10, 0.0)], ""),
        ([(name, 1_000_000, 2_000_000 + at, 200.0) for at, name in enumerate("甲乙丙")], "有 3 个"),
    ],
)
def test_of_many_small_plans_their_number_is_said_and_of_none_nothing(rows, said):
    told = small_plans.sentence(projects(*rows), catalogue("zh"))
    assert said in told
    assert "丙" not in told
    assert bool(told) == bool(said)
