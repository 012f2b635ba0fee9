"""What readers asked of a version is asked of the next one, before they come."""

from dataclasses import dataclass
from itertools import pairwise

from analysis.again import ask_again
from analysis.memo import ahead, once, recently
from domain.periods import Period

SEPTEMBER, OCTOBER = Period(2026, 9), Period(2026, 10)


class _Table:
    """An answer of which more is asked."""

    def __init__(self, board, name) -> None:
        self.board, self.name = board, name

    @once
    def drawn(self, colour):
        return self.board.works_out(f"{self.name} in {colour}")


class _Board:
    """A version that notes what it works out."""

    def __init__(self) -> None:
        self.worked = []

    def works_out(self, what):
        self.worked.append(what)
        return what

    @once
    def table(self, name, *, sums=False):
        self.works_out(f"{name} with sums" if sums else name)
        return _Table(self, name)

    without = ""

    @once
    def share_of(self, item):
        if item == self.without:
            raise KeyError(item)
        return self.works_out(item)

    @recently
    def of_month(self, period):
        return self.works_out(str(period))

    @recently
    def against(self, moment):
        return self.works_out(f"against {moment.period}")

    @recently
    def against_board(self, other):
        return self.works_out(f"against {len(other.worked)}")


@dataclass(frozen=True, slots=True)
class _Moment:
    board: _Board
    period: Period

    @recently
    def named(self, names):
        return self.board.works_out("、".join(names))


def _again(before, now, **more):
    with ahead():
        ask_again(before, now, between=lambda: None, **more)


def test_the_same_questions_are_put_to_the_next_version():
    before, now = _Board(), _Board()
    before.table("投资")
    before.table("投资", sums=True)
    before.of_month(OCTOBER)
    _again(before, now)
    assert now.worked == before.worked == ["投资", "投资 with sums", "2026-10"]


def test_a_reader_finds_the_answer_there():
    before, now = _Board(), _Board()
    before.table("投资").drawn("蓝")
    _again(before, now)
    worked = list(now.worked)
    now.table("投资").drawn("蓝")
    assert now.worked == worked == ["投资", "投资 in 蓝"]


def test_what_nobody_asks_for_any_more_is_asked_of_three_versions_and_then_of_none():
    versions = [_Board() for _ in range(6)]
    versions[0].table("投资")
    for before, now in pairwise(versions):
        before.table("进度")
        _again(before, now)
    assert [sorted(one.worked) for one in versions[1:]] == [
        *3 * [["投资", "进度"]],
        *2 * [["进度"]],
    ]


def test_the_newest_month_is_asked_for_whichever_it_is():
    before, now = _Board(), _Board()
    before.of_month(SEPTEMBER)
    _again(before, now, months={SEPTEMBER: OCTOBER})
    assert now.worked == ["2026-10"]


def test_a_moment_of_a_version_is_the_same_moment_of_the_next():
    before, now = _Board(), _Board()
    _Moment(before, SEPTEMBER).named(["甲", "乙"])
    before.against(_Moment(before, SEPTEMBER))
    _again(before, now)
    assert now.worked == ["甲、乙", "against 2026-09"]
    now.against(_Moment(now, SEPTEMBER))
    assert len(now.worked) == 2


def test_a_question_about_something_older_is_left_to_the_reader():
    older, before, now = _Board(), _Board(), _Board()
    older.of_month(OCTOBER)  # it keeps answers: it is no month and no name
    before.against_board(older)
    _again(before, now)
    assert now.worked == []


def test_a_question_that_fails_is_left_to_the_reader_and_the_others_are_asked():
    before, now = _Board(), _Board()
    before.share_of("甲")
    before.of_month(OCTOBER)
    now.without = "甲"  # it left the plan
    with ahead():
        (trouble,) = ask_again(before, now, between=lambda: None)
    assert isinstance(trouble, KeyError)
    assert now.worked == ["2026-10"]


def test_others_have_their_turn_before_every_question():
    before, now, turns = _Board(), _Board(), []
    before.table("投资").drawn("蓝")
    before.of_month(OCTOBER)
    ask_again(before, now, between=lambda: turns.append(len(now.worked)))
    assert turns == [0, 1, 2]
