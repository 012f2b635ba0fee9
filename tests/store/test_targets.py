import pytest

from store.refusals import UnknownVersionError
from store.targets import Move, Step, targets
from tests.store.made import A_PROJECT, NOON, commit, progress, projects, withdraw

TOTAL, YEAR, FINISH = "total_investment_yuan", "year_plan_yuan", "planned_finish"
YI = 100_000_000


def told(ledger, column, as_of=None):
    (found,) = [one for one in targets(ledger, as_of) if one.column == column]
    return found


def test_a_moved_target_keeps_its_baseline_and_says_who_moved_it_and_why(ledger):
    commit(ledger, projects(A_PROJECT | {TOTAL: 110 * YI}), actor="seed")
    commit(ledger, projects(A_PROJECT | {TOTAL: 120 * YI}), actor="甲", reason="规划调整")
    commit(ledger, projects(A_PROJECT | {TOTAL: 90 * YI}), actor="乙", reason="资金")
    total = told(ledger, TOTAL)
    assert (total.project_id, total.project_name) == ("P01", "新乡氢能产业园")
    assert (total.baseline, total.baseline_version, total.current) == (110 * YI, 1, 90 * YI)
    assert total.moves == (
        Move(2, NOON, "甲", "规划调整", 110 * YI, 120 * YI),
        Move(3, NOON, "乙", "资金", 120 * YI, 90 * YI),
    )
    assert told(ledger, TOTAL, as_of=2).current == 120 * YI


def test_what_the_plan_left_open_is_no_zero_and_stating_it_is_no_move(ledger):
    commit(ledger, projects())
    assert told(ledger, YEAR).baseline is None
    commit(ledger, projects(A_PROJECT | {YEAR: 5 * YI}))
    year = told(ledger, YEAR)
    assert (year.baseline, year.baseline_version, year.current) == (5 * YI, 2, 5 * YI)
    assert year.moves == ()


def test_a_target_taken_out_is_a_move_to_nothing(ledger):
    commit(ledger, projects(A_PROJECT | {FINISH: "2026年底"}))
    commit(ledger, projects(), reason="手续")
    finish = told(ledger, FINISH)
    assert (finish.baseline, finish.current) == ("2026年底", None)
    assert [(move.before, move.after) for move in finish.moves] == [("2026年底", None)]


def test_a_withdrawn_table_never_moved_anything(ledger):
    commit(ledger, projects(A_PROJECT | {TOTAL: 110 * YI}))
    commit(ledger, projects(A_PROJECT | {TOTAL: 120 * YI}))
    withdraw(ledger, 2)
    assert told(ledger, TOTAL).moves == ()
    assert len(told(ledger, TOTAL, as_of=2).moves) == 1


def test_projects_are_told_in_the_order_of_the_last_table_and_removed_ones_after_them(ledger):
    other, third = ({"project_id": f"P0{n}", "project_name": "乙"} for n in (2, 3))
    commit(ledger, projects(A_PROJECT, third | {TOTAL: 5 * YI}))
    commit(ledger, projects(other, A_PROJECT), actor="甲", reason="规划调整")
    commit(ledger, progress(raw=b""))
    found = targets(ledger)
    assert [one.project_id for one in found] == ["P02"] * 3 + ["P01"] * 3 + ["P03"] * 3
    (gone,) = [one for one in found if (one.project_id, one.column) == ("P03", TOTAL)]
    assert (gone.baseline, gone.current, gone.moves) == (5 * YI, None, ())
    assert gone.removed == Step(2, NOON, "甲", "规划调整")


def test_a_project_that_comes_back_is_removed_no_longer(ledger):
    commit(ledger, projects(A_PROJECT | {TOTAL: 5 * YI}))
    commit(ledger, projects({"project_id": "P02", "project_name": "乙"}))
    commit(ledger, projects(A_PROJECT | {TOTAL: 6 * YI}), actor="甲")
    total = next(one for one in targets(ledger) if (one.project_id, one.column) == ("P01", TOTAL))
    assert (total.removed, total.current) == (None, 6 * YI)
    assert total.moves == (Move(3, NOON, "甲", "", 5 * YI, 6 * YI),)


def test_a_target_first_stated_later_says_who_stated_it(ledger):
    commit(ledger, projects(), actor="seed")
    assert told(ledger, YEAR).stated is None
    commit(ledger, projects(A_PROJECT | {YEAR: 5 * YI}), actor="甲", reason="首次下达")
    assert told(ledger, YEAR).stated == Step(2, NOON, "甲", "首次下达")


def test_a_ledger_without_projects_has_no_targets(ledger):
    assert targets(ledger) == ()
    with pytest.raises(UnknownVersionError):
        targets(ledger, as_of=1)
