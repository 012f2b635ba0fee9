"""The ledger of problems: raised once, changed and closed by people, kept with the second book."""

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.columns import ItemKind
from domain.problems import Doing, Entries, ProblemType, sameness
from store import archive
from store.acts import acts
from store.backup import backup, restore
from store.ledger import Ledger
from store.problem_acts import change, close, join, problems, raise_problem, reopen
from store.problem_refusals import (
    ProblemClosedError,
    ProblemDueError,
    ProblemOpenError,
    ProblemRaisedError,
    ProblemSameError,
    ProblemUnknownError,
)
from store.refusals import ActedMeanwhileError, BlankError, DamagedError
from store.verification import verify
from tests.store.made import a_report, act, commit, progress
from tests.store.processes import CLEAN

NOON = datetime(2026, 9, 1, 4, tzinfo=UTC)  # noon of the zone
DAY = timedelta(days=1)
WRITERS, RAISED = 3, 3
STATED = sameness("项目", "P03", "财政局", "用地指标未落实")
LAND = Entries(
    "用地指标未落实",
    ProblemType.LAND,
    "财政局",
    due_on=date(2026, 9, 30),
    coordination="请协调指标",
    kind=ItemKind.PROJECT,
    item_id="P03",
    stated=STATED,
)
BY_HAND = Entries("议定事项未反馈", ProblemType.OTHER, "关堤乡")


def raised(ledger, new=LAND, *, actor="甲", at=NOON):
    return raise_problem(ledger, new, actor=actor, at=at)


def test_a_problem_says_what_it_is_who_raised_it_and_when(ledger):
    assert raised(ledger) == 1
    (problem,) = problems(ledger).values()
    assert (problem.entries, problem.raised_by, problem.raised_on) == (LAND, "甲", date(2026, 9, 1))
    assert problem.is_open
    assert [(step.doing, step.text) for step in problem.steps] == [(Doing.RAISE, LAND.what)]


def test_problems_are_numbered_in_the_order_of_their_raising(ledger):
    assert [raised(ledger), raised(ledger, BY_HAND)] == [1, 2]
    assert list(problems(ledger)) == [1, 2]


def test_a_day_late_in_the_evening_is_a_day_of_the_zone(ledger):
    raised(ledger, BY_HAND, at=datetime(2026, 9, 1, 17, tzinfo=UTC))
    assert problems(ledger)[1].raised_on == date(2026, 9, 2)


def test_type_owner_and_due_day_change_with_their_history(ledger):
    raised(ledger)
    to = {"type": "资金", "owner": "关堤乡", "due_on": None}
    change(ledger, 1, to, "经研究调整", actor="乙", at=NOON + DAY, seen=1)
    problem = problems(ledger)[1]
    now = (problem.entries.type, problem.entries.owner, problem.entries.due_on)
    assert now == (ProblemType.FUNDS, "关堤乡", None)
    assert [(one.entry, one.was, one.now) for one in problem.steps[-1].changed] == [
        ("type", "用地", "资金"),
        ("owner", "财政局", "关堤乡"),
        ("due_on", "2026-09-30", ""),
    ]
    assert (problem.steps[-1].actor, problem.steps[-1].text) == ("乙", "经研究调整")


def test_a_problem_is_closed_with_evidence_and_reopened_with_a_reason(ledger):
    raised(ledger)
    close(ledger, 1, "批复已取得", actor="乙", at=NOON + 9 * DAY, seen=1)
    closed = problems(ledger)[1]
    assert (closed.is_open, closed.closed_on, closed.days_open(date(2027, 1, 1))) == (
        False,
        date(2026, 9, 10),
        9,
    )
    reopen(ledger, 1, "批复被撤销", actor="丙", at=NOON + 20 * DAY, seen=2)
    again = problems(ledger)[1]
    assert (again.is_open, again.reopened, again.days_open(date(2026, 9, 21))) == (True, 1, 20)
    assert [step.text for step in again.steps] == [LAND.what, "批复已取得", "批复被撤销"]


def test_as_of_a_day_a_problem_is_as_it_was_then(ledger):
    raised(ledger)
    close(ledger, 1, "批复已取得", actor="乙", at=NOON + 9 * DAY, seen=1)
    assert problems(ledger, until=NOON - DAY) == {}
    assert problems(ledger, until=NOON + 8 * DAY)[1].is_open
    assert not problems(ledger, until=NOON + 9 * DAY)[1].is_open


@pytest.mark.parametrize(
    ("doing", "field"),
    [
        (lambda ledger: close(ledger, 1, " ", actor="乙", at=NOON, seen=1), "problem_evidence"),
        (lambda ledger: close(ledger, 1, "已解决", actor=" ", at=NOON, seen=1), "actor"),
        (
            lambda ledger: change(ledger, 1, {"type": "资金"}, "", actor="乙", at=NOON, seen=1),
            "problem_reason",
        ),
        (lambda ledger: raised(ledger, replace(BY_HAND, what=" ")), "problem_text"),
        (lambda ledger: raised(ledger, BY_HAND, actor=""), "actor"),
    ],
)
def test_what_must_be_said_is_asked_for(ledger, doing, field):
    raised(ledger)
    with pytest.raises(BlankError) as caught:
        doing(ledger)
    assert caught.value.field == field
    assert len(acts(ledger)) == 1


def test_a_reopening_needs_a_reason(ledger):
    raised(ledger)
    close(ledger, 1, "已解决", actor="乙", at=NOON, seen=1)
    with pytest.raises(BlankError):
        reopen(ledger, 1, "", actor="乙", at=NOON, seen=2)


def test_what_cannot_be_done_to_a_problem_is_refused(ledger):
    raised(ledger)
    who = {"actor": "乙", "at": NOON}
    with pytest.raises(ProblemOpenError):
        reopen(ledger, 1, "再看", **who, seen=1)
    with pytest.raises(ProblemSameError):
        change(ledger, 1, {"owner": "财政局"}, "再看", **who, seen=1)
    with pytest.raises(ProblemDueError):
        change(ledger, 1, {"due_on": "2026-08-31"}, "再看", **who, seen=1)
    with pytest.raises(ProblemUnknownError):
        close(ledger, 2, "已解决", **who, seen=0)
    close(ledger, 1, "已解决", **who, seen=1)
    with pytest.raises(ProblemClosedError):
        close(ledger, 1, "已解决", **who, seen=2)
    with pytest.raises(ProblemClosedError):
        change(ledger, 1, {"type": "资金"}, "再看", **who, seen=2)


def test_a_problem_due_before_its_raising_is_refused(ledger):
    with pytest.raises(ProblemDueError):
        raised(ledger, replace(LAND, due_on=date(2026, 8, 31)))
    assert problems(ledger) == {}


def test_the_same_words_of_a_report_are_raised_once_even_after_closing(ledger):
    raised(ledger)
    close(ledger, 1, "已解决", actor="乙", at=NOON, seen=1)
    with pytest.raises(ProblemRaisedError) as caught:
        raised(ledger, replace(LAND, what="用地指标仍未落实"), actor="丙")
    assert caught.value.more == {"number": 1, "actor": "甲"}


def test_the_same_words_by_hand_are_raised_once_while_the_problem_is_open(ledger):
    raised(ledger)
    same = replace(LAND, what="用地指标未落实。", stated="")
    with pytest.raises(ProblemRaisedError):
        raised(ledger, same)
    close(ledger, 1, "已解决", actor="乙", at=NOON, seen=1)
    assert raised(ledger, same) == 2


def test_other_words_are_joined_to_a_problem_and_belong_to_no_other(ledger):
    raised(ledger)
    raised(ledger, BY_HAND)
    other = sameness("项目", "P03", "财政局", "用地指标仍未落实")
    join(ledger, 1, other, "用地指标仍未落实", actor="乙", at=NOON, seen=1)
    assert problems(ledger)[1].stated == {STATED, other}
    with pytest.raises(ProblemRaisedError):
        join(ledger, 2, other, "用地指标仍未落实", actor="乙", at=NOON, seen=2)
    with pytest.raises(ProblemRaisedError):
        raised(ledger, replace(LAND, what="用地指标仍未落实", stated=other))


def test_of_two_who_act_on_what_they_saw_the_second_is_told_to_look_again(ledger):
    raised(ledger)
    change(ledger, 1, {"owner": "关堤乡"}, "调整", actor="乙", at=NOON, seen=1)
    with pytest.raises(ActedMeanwhileError) as caught:
        close(ledger, 1, "已解决", actor="丙", at=NOON, seen=1)
    assert caught.value.actor == "乙"
    assert problems(ledger)[1].is_open


def raise_often(url, writer):
    """Raise problems of one's own and one that everybody raises; tell whether one was first."""
    with Ledger.open(url) as ledger:
        for number in range(RAISED):
            raised(ledger, replace(BY_HAND, what=f"问题 {writer}-{number}"))
        try:
            raised(ledger)
        except ProblemRaisedError:
            return 0
        return 1


def test_writers_at_once_raise_each_problem_once_and_give_no_number_twice(url):
    Ledger.open(url).close()
    with ProcessPoolExecutor(WRITERS, CLEAN) as pool:
        first = sum(pool.map(raise_often, [url] * WRITERS, range(WRITERS)))
    with Ledger.open(url) as ledger:
        known = problems(ledger)
        assert first == 1
        assert list(known) == list(range(1, WRITERS * RAISED + 2))
        assert sum(STATED in one.stated for one in known.values()) == 1


def test_an_act_that_no_problem_can_have_is_damage(ledger):
    act(ledger, "1", subject="problem", body={"did": "close", "text": "x"})
    with pytest.raises(DamagedError):
        problems(ledger)


def test_a_backup_and_an_export_carry_problems_and_verify_holds_them(sqlite_ledger, tmp_path):
    ledger = sqlite_ledger
    commit(ledger, progress(a_report()), at=NOON - DAY)
    raised(ledger)
    close(ledger, 1, "批复已取得", actor="乙", at=NOON + DAY, seen=1)
    before = problems(ledger)
    backup(ledger, tmp_path / "copy.sqlite3")
    archive.write(ledger, tmp_path / "open")
    for name, receive in (
        ("restored", lambda into: restore(tmp_path / "copy.sqlite3", into)),
        ("imported", lambda into: archive.read(tmp_path / "open", into)),
    ):
        with Ledger.open(f"sqlite:///{tmp_path / name}.sqlite3") as into:
            receive(into)
            assert problems(into) == before
            assert verify(into) == []
            assert archive.digest(into) == archive.digest(ledger)
