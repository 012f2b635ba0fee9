"""A newer version is worked out in the background, once, before somebody asks."""

from threading import Event

from store.refusals import LedgerUnavailableError
from ui.ahead import Ahead


def test_a_version_is_worked_out_once_however_often_it_is_told():
    told = []
    ahead = Ahead(lambda version, _: told.append(version))
    for version in (7, 7, 6, 7):
        thread = ahead.of(version)
        if thread:
            thread.join()
    assert told == [7]


def test_of_versions_that_come_meanwhile_the_newest_is_next():
    told, begun, go_on = [], Event(), Event()

    def work_out(version, _):
        told.append(version)
        begun.set()
        go_on.wait()

    ahead = Ahead(work_out)
    thread = ahead.of(1)
    begun.wait()
    threads = {ahead.of(version) for version in (2, 3, 4)}
    go_on.set()
    thread.join()
    assert threads == {thread}
    assert told == [1, 4]


def test_a_ledger_that_cannot_be_read_is_left_to_the_page():
    told, said = [], []

    def work_out(version, _):
        told.append(version)
        if version == 1:
            raise LedgerUnavailableError("server closed the connection")

    ahead = Ahead(work_out, lambda sentence, *about: said.append(sentence % about))
    for version in (1, 2):
        ahead.of(version).join()
    assert told == [1, 2]
    assert [sentence.partition(":")[0] for sentence in said] == [
        "version 1 was not worked out ahead"
    ]


def test_who_works_a_version_out_is_told_which_one_was_worked_out_before():
    told = []
    ahead = Ahead(lambda *versions: told.append(versions))
    for version in (3, 5):
        ahead.of(version)
        ahead.wait()
    assert told == [(3, 0), (5, 3)]


def test_a_version_is_told_to_be_ready_even_if_working_it_out_failed():
    ready, said = [], []

    def work_out(version, _):
        raise KeyError(version)

    ahead = Ahead(work_out, lambda *about: said.append(about), ready=ready.append)
    ahead.of(7)
    ahead.wait()
    assert ready == [7]
