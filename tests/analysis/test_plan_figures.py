"""The checked figures of the plan come out of the delivered tables exactly."""

import pytest

from analysis.metrics.columns import Counted
from domain.columns import Assignments, ChainBasis, Projects, Reports
from domain.periods import Period

OCTOBER = Period(2026, 10)
LOAD = {
    "经济发展局": 8,
    "科学技术局": 8,
    "服务业促进局": 8,
    "国土规划建设管理局": 7,
    "高新投资发展有限公司": 5,
    "财政局": 4,
    "关堤乡": 4,
    "社会事务局": 4,
    "综合监管和执法局": 2,
    "市场监管工作领导小组": 1,
    "振中街道": 1,
}
FIRST_NAMED = {"经济发展局": 5, "国土规划建设管理局": 3, "社会事务局": 1, "综合监管和执法局": 1}


@pytest.fixture
def board(plan_board):
    return plan_board


def test_ten_tasks_in_four_sections_make_52_task_unit_pairs(board):
    by_section = board.tasks["section"].value_counts(sort=False).tolist()
    assert (len(board.tasks), by_section, len(board.assignments)) == (10, [2, 1, 2, 5], 52)


def test_every_unit_carries_what_the_plan_gives_it(board):
    load = board.load.set_index(Assignments.RESPONSIBLE_UNIT)
    assert load[Counted.TASKS].to_dict() == LOAD
    first = load[Counted.FIRST_NAMED]
    assert first[first > 0].to_dict() == FIRST_NAMED
    assert not load[Counted.LED].any()  # the plan names no leading unit


def test_ten_projects_state_155_5_yi_and_six_disclose_nothing(board):
    figures = board.key_figures(OCTOBER)
    assert figures[Counted.PROJECTS] == 10
    assert figures[Projects.TOTAL_YUAN] == 15_550_000_000
    assert figures[Counted.UNDISCLOSED] == 6
    assert figures[Reports.DONE_TOTAL_YUAN] is None  # nothing reported is not zero


def test_stated_and_inferred_chains_are_told_apart(board):
    rows = board.investment(OCTOBER).set_index(Projects.CHAIN)
    assert rows[Counted.STATED_YUAN].dropna().to_dict() == {
        "动力电池与新能源汽车": 2_050_000_000,
        "生命科学与生物技术": 11_000_000_000,
        "航空航天": 1_000_000_000,
    }
    assert rows[Counted.INFERRED_YUAN].dropna().to_dict() == {"动力电池与新能源汽车": 1_500_000_000}
    assert rows[Counted.UNDISCLOSED].tolist() == [0, 2, 0, 1, 3]


def test_a_chain_without_a_disclosed_amount_is_empty_not_zero(board):
    rows = board.investment(OCTOBER).set_index(Projects.CHAIN)
    assert rows.loc["大数据"].isna()[Projects.TOTAL_YUAN]
    assert rows.loc["大数据"][Counted.PROJECTS] == 1


def test_without_inference_the_plan_ties_six_projects_to_no_chain(board):
    chained = board.chained(with_inferred=False)
    loose = chained[chained[Projects.CHAIN_BASIS] == ChainBasis.UNASSIGNED]
    assert loose[Projects.ID].tolist() == ["P03", "P05", "P06", "P07", "P08", "P09"]
    rows = board.investment(OCTOBER, with_inferred=False)
    assert rows[Projects.TOTAL_YUAN].sum() == 15_550_000_000
    assert not rows[Counted.INFERRED_YUAN].notna().any()


def test_a_period_expects_a_report_per_task_and_unit_and_one_per_project(board):
    assert len(board.expected) == 52 + 10
    assert board.expected[Reports.RESPONSIBLE_UNIT].notna().all()
