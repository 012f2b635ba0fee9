"""What a board has worked out is kept with it, and goes with it."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from analysis.memo import ahead, forget, once, the_last, wanted_of


class _Board:
    def __init__(self) -> None:
        self.worked = 0

    @once
    def doubled(self, number: int, *, times: int = 2) -> int:
        self.worked += 1
        return number * times


def test_the_same_question_is_worked_out_once():
    board = _Board()
    assert [board.doubled(2), board.doubled(2), board.doubled(2, times=3)] == [4, 4, 6]
    assert board.worked == 2


def test_a_board_that_is_gone_is_kept_by_nobody():
    board = _Board()
    board.doubled(2)
    gone = weakref.ref(board)
    del board
    gc.collect()
    assert gone() is None


def test_threads_that_ask_at_once_wait_for_one_of_them():
    begun, go_on = Event(), Event()

    class Slow:
        worked = 0

        @once
        def answer(self) -> int:
            self.worked += 1
            begun.set()
            go_on.wait()
            return 42

    board = Slow()
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(board.answer) for _ in range(8)]
        begun.wait()
        go_on.set()
        assert {one.result() for one in asked} == {42}
    assert board.worked == 1


def test_what_failed_is_tried_again():
    class Failing:
        tries = 0

        @once
        def answer(self) -> int:
            self.tries += 1
            if self.tries == 1:
                raise OSError("disk")
            return 42

    board = Failing()
    with pytest.raises(OSError, match="disk"):
        board.answer()
    assert board.answer() == 42


class _Asked:
    """A board that is asked many things."""

    def __init__(self) -> None:
        self.worked = []

    @the_last(3)
    def named(self, names: list[str]) -> str:
        self.worked.append(names)
        return "、".join(names)


def test_of_many_answers_the_board_keeps_the_last_ones_asked_for():
    board = _Asked()
    for name in "甲乙丙":
        board.named([name])
    board.named(["甲"])  # asked for again, so the answer to 乙 is now the oldest
    board.named(["丁"])
    board.named(["甲"])
    board.named(["乙"])
    assert board.worked[3:] == [["丁"], ["乙"]]


def test_two_questions_of_one_board_do_not_keep_a_board_that_is_gone():
    board = _Asked()
    board.named(["a"])
    gone = weakref.ref(board)
    del board
    gc.collect()
    assert gone() is None


class _Ledger:
    """What boards are asked of; it keeps the last two, and lets go of an older one at once."""

    @the_last(2, gone=forget)
    def board(self, version: int) -> "_Looked":
        return _Looked(version)


class _Looked:
    def __init__(self, version: int) -> None:
        self.version = version

    @once
    def look(self) -> "_Look":
        return _Look(self)


class _Look:
    """An answer that knows its board, which knows its answers."""

    def __init__(self, board: _Looked) -> None:
        self.board = board


def test_a_board_that_is_kept_no_longer_goes_at_once_although_its_answers_know_it():
    ledger = _Ledger()
    ledger.board(1).look()
    gone = weakref.ref(ledger.board(1))
    gc.disable()  # which would find it some day, and hold up every page meanwhile
    try:
        ledger.board(2)
        assert gone() is not None
        ledger.board(3)
        assert gone() is None
    finally:
        gc.enable()


def test_what_is_worked_out_ahead_counts_as_asked_once_somebody_asks():
    board = _Board()
    with ahead():
        board.doubled(2)
    assert wanted_of(board) == []
    board.doubled(2)
    assert [place.answers for place in wanted_of(board)] == [(4,)]
    assert board.worked == 1
