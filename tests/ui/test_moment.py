"""A page shows one moment: what the ledger says is asked once in a run, never kept beyond it."""

import pytest

from tests.store.made import a_report, commit, progress
from ui import ledger_now, reader
from ui.moment import Seat, held, once_a_run, seat, seated


def test_a_page_is_of_one_version_though_a_commit_comes_while_it_runs(sqlite_ledger):
    with held():
        assert ledger_now.newest(sqlite_ledger) == 0
        commit(sqlite_ledger, progress(a_report("P01")))
        assert ledger_now.newest(sqlite_ledger) == 0
    with held():
        assert ledger_now.newest(sqlite_ledger) == 1


def test_what_a_button_does_is_held_to_the_ledger_as_it_is_then(sqlite_ledger):
    assert ledger_now.newest(sqlite_ledger) == 0
    commit(sqlite_ledger, progress(a_report("P01")))
    assert ledger_now.newest(sqlite_ledger) == 1


def test_a_failure_is_not_kept():
    answers = iter((ValueError("the disk was away"), 7))

    @once_a_run
    def ask():
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with held():
        with pytest.raises(ValueError, match="away"):
            ask()
        assert ask() == 7


def test_a_run_that_ends_with_an_error_leaves_nothing_behind():
    numbers = iter((1, 2))
    ask = once_a_run(lambda: next(numbers))

    def page():
        with held():
            ask()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        page()
    assert ask() == 2


def test_work_ahead_takes_the_seat_of_one_reader_and_leaves_it():
    assert seat() is None
    with seated(Seat(7, frozenset({"财政局"}))):
        assert seat() == Seat(7, frozenset({"财政局"}))
    assert seat() is None


def test_whoever_works_in_a_seat_sees_what_that_reader_may_see(sqlite_ledger):
    for eyes in (None, frozenset(), frozenset({"财政局"})):
        with seated(Seat(1, eyes)):
            assert reader.eyes(sqlite_ledger) == eyes
