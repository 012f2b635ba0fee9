"""Kill -9, a full disk, readers and a writer at once: what was acknowledged is there, whole."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy import event

from store.ledger import Ledger
from store.refusals import LedgerUnavailableError
from store.tables import tables
from store.verification import verify
from tests.store.killing import Toll
from tests.store.made import a_report, commit, progress, withdraw

KILLS = 50


def test_fifty_killed_writers_lose_nothing_acknowledged_and_leave_nothing_half_done(url):
    toll = Toll()
    with Ledger.open(url) as ledger:
        for round_ in range(KILLS):
            toll.kill(ledger, url, acknowledgements=1 + round_ % 3)
    assert (toll.kills, toll.lost, toll.half_done) == (KILLS, 0, 0)
    assert len(set(toll.digests)) == KILLS  # every round wrote, and nothing written before changed
    with Ledger.open(url) as ledger:
        assert verify(ledger) == []


def test_a_full_disk_is_a_refusal_and_the_next_commit_works_when_there_is_room(sqlite_ledger):
    commit(sqlite_ledger, progress(a_report("P01")))
    pages = "PRAGMA max_page_count=1"  # SQLite takes the present size: no room for one page more

    def narrow(connection):
        connection.exec_driver_sql(pages)

    big = progress(*(a_report(f"P{n}", remark="满" * 500) for n in range(200)))
    event.listen(sqlite_ledger.engine, "begin", narrow)
    with pytest.raises(LedgerUnavailableError, match="full"):
        commit(sqlite_ledger, big)
    event.remove(sqlite_ledger.engine, "begin", narrow)
    pages = "PRAGMA max_page_count=1000000"
    event.listen(sqlite_ledger.engine, "begin", narrow)
    assert sqlite_ledger.version() == 1
    assert commit(sqlite_ledger, big).version == 2
    assert verify(sqlite_ledger) == []


def test_readers_see_one_version_whole_while_a_writer_works(url):
    rounds = 12

    over = Event()

    def write(ledger):
        try:
            for number in range(rounds):
                commit(ledger, progress(a_report(f"P{number}"), a_report(f"Q{number}")))
            withdraw(ledger, 1)
        finally:
            over.set()

    def read(ledger):
        seen = []
        while not over.is_set():
            seen.append(tables(ledger))
        return [*seen, tables(ledger)]

    with Ledger.open(url) as ledger, ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read, ledger) for _ in range(2)]
        pool.submit(write, ledger).result()
        for reader in readers:
            seen = reader.result()
            versions = [one.version for one in seen]
            assert versions == sorted(versions)
            for one in seen:
                withdrawn = one.version > rounds
                assert len(one.reports) == (2 * (rounds - 1) if withdrawn else 2 * one.version)
