"""Which projects are the largest, how much hangs on them, and in which phase the money is."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import calendar_tables
from analysis.metrics import phases, portfolio
from analysis.metrics.columns import Counted
from analysis.views import money
from domain.columns import Projects, Reports
from domain.periods import Period

CHAINS = pd.DataFrame({"chain": ["航空航天", "大数据", ""], "list_position": [0, 1, 2]})
YI = 10**8


def projects(*rows):
    """Projects as (number, phase, chain, 亿元); None is not stated."""
    table = pd.DataFrame(
        {
            Projects.ID.value: [row[0] for row in rows],
            Projects.NAME.value: [f"项目{row[0]}" for row in rows],
            Projects.PHASE.value: [row[1] for row in rows],
            Projects.CHAIN.value: [row[2] for row in rows],
            Projects.TOTAL_YUAN.value: [None if row[3] is None else row[3] * YI for row in rows],
        }
    )
    text = (Projects.ID, Projects.NAME, Projects.PHASE, Projects.CHAIN)
    return table.astype({**dict.fromkeys(map(str, text), "str"), Projects.TOTAL_YUAN: "Int64"})


def standing(**done_yi):
    return pd.DataFrame(
        {
            Reports.KIND.value: "项目",
            Reports.ITEM_ID.value: pd.Series(list(done_yi), dtype="str"),
            Reports.DONE_TOTAL_YUAN.value: pd.array([yi * YI for yi in done_yi.values()], "Int64"),
        }
    )


FIVE = projects(
    ("P1", "在建", "大数据", 60),
    ("P2", "谋划", None, 10),
    ("P3", "谋划", "大数据", None),
    ("P4", None, "航空航天", 20),
    ("P5", "在建", "航空航天", 10),
)


def cells(table, *columns):
    shown = table[[str(column) for column in columns]].astype(object)
    return list(shown.where(shown.notna(), None).itertuples(index=False, name=None))


def test_projects_are_ranked_by_investment_and_equal_ones_by_number():
    table = portfolio.ranked(FIVE, standing(P4=5))
    assert cells(
        table, Counted.RANK, Projects.ID, Counted.SHARE_PERCENT, Reports.DONE_TOTAL_YUAN
    ) == [(1, "P1", 60, None), (2, "P4", 20, 5 * YI), (3, "P2", 10, None), (4, "P5", 10, None)]


def test_a_task_with_a_projects_number_has_done_nothing_for_it():
    task = standing(P4=5).assign(**{Reports.KIND.value: "任务"})
    assert portfolio.ranked(FIVE, task)[Reports.DONE_TOTAL_YUAN].isna().all()


def test_all_but_the_largest_are_gathered_in_one_honest_row():
    table = portfolio.largest(portfolio.ranked(FIVE, standing(P4=5, P5=1)), 2)
    assert cells(
        table, Projects.ID, Counted.PROJECTS, Projects.TOTAL_YUAN, Counted.SHARE_PERCENT
    ) == [("P1", 1, 60 * YI, 60), ("P4", 1, 20 * YI, 20), (None, 2, 20 * YI, 20)]
    assert cells(table, Reports.DONE_TOTAL_YUAN) == [(None,), (5 * YI,), (1 * YI,)]


def test_a_rest_of_one_project_is_that_project():
    table = portfolio.largest(portfolio.ranked(FIVE, standing()), 3)
    assert table[Projects.ID].tolist() == ["P1", "P4", "P2", "P5"]


def test_concentration_tells_the_largest_the_three_largest_and_all():
    table = portfolio.concentration(portfolio.ranked(FIVE, standing()))
    assert cells(table, Counted.LARGEST, Counted.PROJECTS, Counted.SHARE_PERCENT) == [
        ("one", 1, 60),
        ("three", 3, 90),
        ("all", 4, 100),
    ]


@pytest.mark.parametrize(
    ("disclosed", "groups"),
    [
        (0, []),
        (1, [("one", 1)]),
        (3, [("one", 1), ("all", 3)]),
        (30, [("one", 1), ("three", 3), ("all", 30)]),
        (31, [("one", 1), ("three", 3), ("tenth", 4), ("all", 31)]),
        (500, [("one", 1), ("three", 3), ("tenth", 50), ("all", 500)]),
    ],
)
def test_a_group_that_reaches_no_further_is_left_out(disclosed, groups):
    many = projects(*((f"P{n:03}", "在建", None, n) for n in range(1, disclosed + 1)))
    table = portfolio.concentration(portfolio.ranked(many, standing()))
    assert cells(table, Counted.LARGEST, Counted.PROJECTS) == groups


amounts = st.lists(st.one_of(st.none(), st.integers(1, 200)), max_size=40)


@given(amounts, st.integers(1, 12))
def test_no_yuan_is_lost_by_gathering(drawn, most):
    listed = projects(*((f"P{n:03}", "在建", None, yi) for n, yi in enumerate(drawn)))
    table = portfolio.largest(portfolio.ranked(listed, standing()), most)
    known = [yi for yi in drawn if yi is not None]
    assert table[Projects.TOTAL_YUAN].sum() == sum(known) * YI
    assert table[Counted.PROJECTS].sum() == len(known)
    assert len(table) <= most + 1


def test_phases_stand_in_the_order_of_a_projects_life_and_undisclosed_is_not_zero():
    table = phases.by_phase(FIVE, calendar_tables.phases())
    assert cells(
        table, Projects.PHASE, Counted.PROJECTS, Counted.UNDISCLOSED, Projects.TOTAL_YUAN
    ) == [
        ("谋划", 2, 1, 10 * YI),
        ("新开工", 0, 0, None),
        ("在建", 2, 0, 70 * YI),
        ("竣工", 0, 0, None),
        (None, 1, 0, 20 * YI),
    ]


def test_without_a_project_of_no_phase_there_is_no_such_row():
    table = phases.by_phase(FIVE[FIVE[Projects.PHASE].notna()], calendar_tables.phases())
    assert table[Projects.PHASE].notna().all()


def test_each_phase_is_split_by_chain_and_the_parts_add_up():
    table = phases.by_phase_and_chain(FIVE, calendar_tables.phases(), CHAINS)
    assert cells(table, Projects.PHASE, Projects.CHAIN, Projects.TOTAL_YUAN) == [
        ("谋划", None, 10 * YI),
        ("在建", "航空航天", 10 * YI),
        ("在建", "大数据", 60 * YI),
        (None, "航空航天", 20 * YI),
    ]


def test_every_project_stands_by_its_investment_and_those_of_none_in_the_order_of_the_plan(
    illustrated_board,
):
    shuffled = illustrated_board.projects.sort_values("project_id", ascending=False)
    every = money.largest_first(replace(illustrated_board, projects=shuffled), Period(2026, 10))
    numbers = every["project_id"].tolist()
    assert numbers[:4] == ["P01", "P02", "P03", "P04"]
    assert numbers[4:] == ["P10", "P09", "P08", "P07", "P06", "P05"]
