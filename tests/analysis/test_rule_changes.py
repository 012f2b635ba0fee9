"""What another rulebook would change, told before it is written."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.metrics import progress
from analysis.months import Months
from analysis.narrowing import narrowed
from analysis.rule_changes import light_changes
from analysis.selection import Selection
from domain.periods import Period
from domain.rules import ScheduleRule

SEPTEMBER, OCTOBER = Period(2026, 9), Period(2026, 10)


@pytest.fixture
def since_september(plan):
    """The delivered rules, and a stricter set from September on."""
    strict = replace(
        plan.rulebook.at(SEPTEMBER),
        effective=SEPTEMBER,
        schedule=ScheduleRule.DAYS,
        yellow_below=-1,
        red_below=-6,
    )
    return plan.rulebook.with_set(strict)


def by_months(board):
    """The same board, its months judged one at a time, as of a large ledger."""

    def judge(_, reports):
        return progress.by_item(reports, board.assignments, board.plan.rulebook)

    in_order = board.reports.sort_values("period", ignore_index=True)
    return replace(board, reports=in_order).backed_by(months=Months(in_order, judge, board.starts))


def test_every_item_whose_light_would_differ_is_named_once_a_month(
    illustrated_board, since_september
):
    told = light_changes(illustrated_board, since_september)
    here, there = illustrated_board, illustrated_board.judged_by(since_september)
    expected = [
        (kind, item, name, str(month), before, after)
        for month in reversed(illustrated_board.periods)
        for kind, item, name, before, after in there.standing(month)
        .merge(here.standing(month), on=["item_kind", "item_id", "item_name"], suffixes=("", "_"))[
            ["item_kind", "item_id", "item_name", "light_", "light"]
        ]
        .itertuples(index=False)
        if before != after
    ]
    assert list(told.itertuples(index=False, name=None)) == expected
    assert set(told["period"]) == {"2026-09", "2026-10"}  # August keeps its rule
    assert list(told) == [
        "item_kind",
        "item_id",
        "item_name",
        "period",
        "light_before",
        "light_after",
    ]


def test_rules_that_judge_alike_change_nothing(illustrated_board, plan):
    renamed = replace(plan.rulebook.at(OCTOBER), name="新名", effective=OCTOBER, due_day=20)
    told = light_changes(illustrated_board, plan.rulebook.with_set(renamed))
    assert told.empty
    assert "light_after" in told


def test_without_reports_nothing_changes(plan_board, since_september):
    assert light_changes(plan_board, since_september).empty


def test_of_months_judged_one_at_a_time_the_same_is_told(illustrated_board, since_september):
    told = light_changes(by_months(illustrated_board), since_september)
    pd.testing.assert_frame_equal(told, light_changes(illustrated_board, since_september))


@pytest.mark.parametrize("unit", [(), ("财政局",)])
@pytest.mark.parametrize("made", [lambda board: board, by_months])
def test_a_board_judged_by_other_rules_is_that_of_a_plan_with_these_rules(
    illustrated_board, since_september, made, unit
):
    plan = replace(illustrated_board.plan, rulebook=since_september)
    anew = narrowed(replace(illustrated_board, plan=plan), Selection(unit=unit))
    board = narrowed(made(illustrated_board), Selection(unit=unit))
    before = board.standing(OCTOBER)  # what it worked out before goes not along
    judged = board.judged_by(since_september)
    same = {"check_exact": True}
    pd.testing.assert_frame_equal(judged.standing(OCTOBER), anew.standing(OCTOBER), **same)
    pd.testing.assert_frame_equal(
        judged.by_item.reset_index(drop=True), anew.by_item.reset_index(drop=True), **same
    )
    pd.testing.assert_frame_equal(judged.of_units(), anew.of_units(), **same)
    assert judged.key_figures(OCTOBER) == anew.key_figures(OCTOBER)
    pd.testing.assert_frame_equal(board.standing(OCTOBER), before, **same)


def test_what_was_kept_under_the_present_rules_is_not_found_under_others(
    illustrated_board, since_september
):
    nothing = object()  # asking it for a table fails
    shelved = illustrated_board.backed_by(shelf=nothing, engine=nothing)
    judged = shelved.judged_by(since_september)
    assert (judged.shelf, judged.engine, judged.months) == (None, None, None)
    assert not judged.standing(OCTOBER).empty
