"""Months found again are the months worked out anew, whatever came and went between."""

import gc
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from analysis.board import Board
from analysis.effects import lights_changed
from analysis.months import Months
from analysis.narrowing import narrowed
from analysis.selection import Selection
from analysis.views import schedule
from domain.periods import Period
from store.ledger import Ledger
from store.months_kept import FOLDER, MonthsKept
from store.tables import tables
from tests.store.made import A_PROJECT, a_report, commit, projects, tasks, withdraw
from tests.store.made import progress as sheet

MONTH = Period(2026, 10)
ASKED = (Period(2026, 7), Period(2026, 10), Period(2027, 1))
TASKS = (
    {"task_id": "T1", "task_name": "植树", "responsible_units": "财政局、关堤乡"},
    {"task_id": "P1", "task_name": "与项目同号", "responsible_units": "关堤乡"},
)
REPORT = st.builds(
    lambda kind, item, period, unit, numbers: a_report(
        item,
        numbers[0],
        item_kind=kind,
        period=period,
        unit=unit,
        done_total_yuan=numbers[1],
        year_plan_yuan=numbers[2],
        done_ytd_yuan=numbers[3],
    ),
    st.sampled_from(["项目", "任务"]),
    st.sampled_from(["P1", "P2", "T1"]),
    st.sampled_from(["2025-12", "2026-08", "2026-09", "2026-10"]),
    st.sampled_from(["财政局", "关堤乡"]),
    st.tuples(st.none() | st.integers(0, 1_000_000), *[st.none() | st.integers(0, 10**10)] * 3),
)


@pytest.fixture(autouse=True)
def nothing_in_memory():
    """Let go of the boards of other tests: a board and its parts hold each other until then."""
    gc.collect()


def key(row):
    return row["period"], row["item_id"], row["responsible_unit"]


STORY = st.lists(
    st.tuples(st.just("upload"), st.lists(REPORT, min_size=1, max_size=5, unique_by=key))
    | st.tuples(st.just("tasks"), st.integers(1, 2))
    | st.tuples(st.just("withdraw"), st.integers(0, 9)),
    max_size=6,
)


def play(ledger, step, what):
    if step == "upload":
        commit(ledger, sheet(*what, raw=str(ledger.version()).encode()))
    elif step == "tasks":
        named = TASKS[0] | {"task_name": f"植树 {ledger.version()}"}
        commit(ledger, tasks(*(named, TASKS[1])[:what]))
    else:
        counting = [one.version for one in ledger.uploads() if one.withdrawn_version is None]
        if counting:
            withdraw(ledger, counting[what % len(counting)])


def both(ledger, folder, plan):
    """The board with kept months, and one that works everything out at once."""
    now = tables(ledger)
    board = Board(plan, now.version, now.projects, now.tasks, now.assignments, now.reports)
    if now.reports.empty:
        return board, replace(board)
    kept = MonthsKept(ledger, folder, plan, now.assignments)
    return board.backed_by(months=Months(now.reports, kept.either, board.starts)), board


def assert_same(found, expected):
    expected = expected.reset_index(drop=True)
    pd.testing.assert_frame_equal(found.reset_index(drop=True), expected, check_exact=True)


@settings(max_examples=8, deadline=None, derandomize=True, phases=[Phase.generate])
@given(story=STORY)
def test_any_history_is_told_as_if_it_were_worked_out_at_once(tmp_path_factory, plan, story):
    """Random uploads, withdrawals and task lists, under two rules in turn."""
    folder = tmp_path_factory.mktemp("months")
    changed = replace(plan.rulebook.sets[0], effective=Period(2026, 9), red_below=-30)
    other_rule = replace(plan, rulebook=plan.rulebook.with_set(changed))
    with Ledger.open(f"sqlite:///{folder / 'ledger.sqlite3'}") as ledger:
        for number, (step, what) in enumerate(story):
            play(ledger, step, what)
            kept, anew = both(ledger, folder, other_rule if number % 2 else plan)
            assert_same(kept.by_item, anew.by_item)
            for period in ASKED:
                assert_same(kept.standing(period), anew.standing(period))


def filled(ledger):
    commit(ledger, tasks(*TASKS))
    for month in ("2025-12", "2026-09", "2026-10"):
        units = ("财政局", "关堤乡")
        numbers = {"year_plan_yuan": 100, "done_ytd_yuan": 40, "item_kind": "任务"}
        commit(
            ledger,
            sheet(
                *(a_report("T1", 300_000, period=month, unit=unit, **numbers) for unit in units),
                a_report("P1", 500_000, period=month, unit="财政局", year_plan_yuan=100),
            ),
        )


def test_what_rests_on_a_month_or_a_year_is_the_same(ledger, tmp_path, plan):
    filled(ledger)
    kept, anew = both(ledger, tmp_path, plan)
    for period in ASKED:
        assert_same(kept.owed(period), anew.owed(period))
        assert_same(schedule.by_month(kept, period), schedule.by_month(anew, period))
    chosen = Selection(unit=("财政局",))
    assert_same(narrowed(kept, chosen).by_item, narrowed(anew, chosen).by_item)
    assert_same(
        narrowed(kept, chosen).standing(ASKED[1]), narrowed(anew, chosen).standing(ASKED[1])
    )


def test_after_a_commit_only_its_months_are_worked_out(ledger, tmp_path, plan):
    filled(ledger)
    before, _ = both(ledger, tmp_path, plan)
    assert len(before.by_item) == 6
    commit(ledger, sheet(a_report("P1", 600_000, period="2026-10")))
    withdraw(ledger, 2)
    after, anew = both(ledger, tmp_path, plan)
    assert_same(after.by_item, anew.by_item)
    assert len(after.by_item) == 4
    same = [after.months.of(month) is before.months.of(month) for month in after.months.spans]
    assert same == [True, False]


def test_a_choice_of_tasks_leaves_out_the_project_of_the_same_number(ledger, tmp_path, plan):
    commit(ledger, tasks(*TASKS))
    commit(ledger, projects(A_PROJECT | {"project_id": "P1"}))
    commit(
        ledger,
        sheet(
            a_report("P1", 100_000, item_kind="任务", unit="关堤乡"),
            a_report("P1", 900_000, unit="财政局"),
        ),
    )
    kept, anew = both(ledger, tmp_path, plan)
    chosen = Selection(unit=("关堤乡",))
    for board in (kept, anew):
        part = narrowed(board, chosen)
        assert part.by_item["item_kind"].tolist() == part.reports["item_kind"].tolist() == ["任务"]
    assert lights_changed(kept, anew, [ASKED[1]]) == []


def files(folder):
    return {path: path.stat().st_mtime_ns for path in (folder / FOLDER).rglob("*.arrow")}


def test_a_later_start_finds_every_month_in_its_file(ledger, tmp_path, plan):
    filled(ledger)
    kept, anew = both(ledger, tmp_path, plan)
    assert_same(kept.by_item, anew.by_item)
    written = files(tmp_path)
    del kept  # and with it what was in memory
    again = both(ledger, tmp_path, plan)[0]
    assert_same(again.by_item, anew.by_item)
    assert files(tmp_path) == written
    del again
    for path in written:
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert_same(both(ledger, tmp_path, plan)[0].by_item, anew.by_item)
    assert not set(files(tmp_path).values()) & set(written.values())


def test_a_later_set_of_rules_leaves_the_files_of_earlier_months(ledger, tmp_path, plan):
    filled(ledger)
    both(ledger, tmp_path, plan)[0].by_item  # noqa: B018 - asking writes the files
    written = files(tmp_path)
    since = replace(plan.rulebook.at(MONTH), effective=MONTH, yellow_below=-1, red_below=-2)
    later = replace(plan, rulebook=plan.rulebook.with_set(since))
    kept, anew = both(ledger, tmp_path, later)
    assert_same(kept.by_item, anew.by_item)
    assert {path.name[:7] for path in files(tmp_path).keys() - written.keys()} == {str(MONTH)}
    assert {path: files(tmp_path)[path] for path in written} == written


def test_of_a_month_the_files_of_the_newest_commits_stay(ledger, tmp_path, plan):
    filled(ledger)
    for ppm in range(5):
        commit(ledger, sheet(a_report("P1", ppm, period="2026-10")))
        both(ledger, tmp_path, plan)[0].by_item  # noqa: B018 - as above
    names = [path.name[:7] for path in (tmp_path / FOLDER).rglob("*.arrow")]
    assert sorted(names) == ["2025-12", "2026-09", *["2026-10"] * 3]


def test_no_more_months_are_read_than_until_every_item_is_found(ledger, tmp_path, plan):
    filled(ledger)
    board, _ = both(ledger, tmp_path, plan)
    asked = []
    of_month = board.months.judge
    months = Months(
        board.reports,
        lambda month, rows: asked.append(month) or of_month(month, rows),
        board.starts,
    )
    found = months.last_of_each(board.items[board.items["item_id"] == "T1"], "2026-10")
    assert (len(found), asked) == (1, ["2026-10"])
    assert not len(months.between("2026-01", "2026-08"))
