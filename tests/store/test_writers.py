"""A process that stops: what is being written is written whole, and nothing new begins."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
import sqlalchemy as sa

from store import schema
from store.refusals import LedgerUnavailableError
from tests.store.made import a_report, commit, progress

SHEET = "a" * 64


def test_a_stop_waits_for_the_one_who_writes(sqlite_ledger):
    begun, may_end = Event(), Event()

    def write():
        with sqlite_ledger.writing() as connection:
            begun.set()
            may_end.wait()
            connection.execute(sa.insert(schema.blob).values(sha256=SHEET, size=0, content=b""))

    with ThreadPoolExecutor() as threads:
        writing = threads.submit(write)
        begun.wait()
        stopping = threads.submit(sqlite_ledger.writers.stop, 60)
        may_end.set()
        assert stopping.result()
        writing.result()
    with sqlite_ledger.reading() as connection:
        assert connection.scalar(sa.select(schema.blob.c.sha256)) == SHEET


def test_a_stop_does_not_wait_for_ever(sqlite_ledger):
    with sqlite_ledger.writing():
        assert not sqlite_ledger.writers.stop(patience_s=0)


def test_nobody_begins_to_write_once_the_process_stops(sqlite_ledger):
    commit(sqlite_ledger, progress(a_report("P01")))
    assert sqlite_ledger.writers.stop(patience_s=0)
    with pytest.raises(LedgerUnavailableError) as refused:
        commit(sqlite_ledger, progress(a_report("P02")))
    assert refused.value.text_key == "ledger.unavailable_stopping"
    assert sqlite_ledger.version() == 1
