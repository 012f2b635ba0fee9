"""Kill -9, a full disk, readers and a writer at once: what was acknowledged is there, whole."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event

import pytest
from sqlalchemy import event

from store.ledger import Ledger
from store.refusals import LedgerUnavailableError, StaleBaseError
from store.tables import tables
from store.verification import verify
from tests.store.made import a_report, commit, progress, withdraw
from tests.store.processes import CLEAN

KILLS = 3


def commit_for_ever(url, acknowledge):
    with Ledger.open(url) as ledger:
        while True:
            base = ledger.version()
            reports = [a_report(f"P{base}-{row}") for row in range(20)]
            with suppress(StaleBaseError):  # a server may finish a dead writer's commit
                acknowledge.send(commit(ledger, progress(*reports), base=base).version)


def kill_after(url, acknowledgements):
    """Let a writer work until so many versions are acknowledged, kill it; return the last one."""
    ours, theirs = CLEAN.Pipe(duplex=False)
    writer = CLEAN.Process(target=commit_for_ever, args=(url, theirs))
    writer.start()
    theirs.close()
    last = [ours.recv() for _ in range(acknowledgements)][-1]
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    while ours.poll():
        try:
            last = ours.recv()
        except EOFError:
            break
    return last


def test_a_killed_writer_loses_nothing_it_acknowledged_and_leaves_nothing_half_done(url):
    for round_ in range(1, KILLS + 1):
        acknowledged = kill_after(url, acknowledgements=3 * round_)
        with Ledger.open(url) as ledger:
            now = tables(ledger)
            assert acknowledged <= now.version <= acknowledged + 1
            assert len(now.reports) == 20 * now.version
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
