"""Whatever breaks in the middle of a change, the ledger has all of it or nothing, and goes on."""

import random
import resource
from contextlib import contextmanager, suppress
from itertools import count

import pandas as pd
import pytest
import sqlalchemy as sa
from sqlalchemy import event

from store import archive
from store.acts import acts, newest
from store.backup import backup
from store.ledger import Ledger
from store.refusals import (
    BrokenChainError,
    DamagedError,
    LedgerUnavailableError,
    NotWrittenError,
)
from store.staging import stage, staged
from store.tables import tables
from store.trouble import sentences
from store.verification import verify
from store.versions import versions
from tests.store import postgresql
from tests.store.made import CLICK, NOON, a_report, act, commit, progress, projects, withdraw
from texts import catalogue

FLIPS = 80


class BrokenOffError(BaseException):
    """A closed tab, a signal: no Exception that anybody would catch on the way."""


@contextmanager
def broken_off_at(engine, statement):
    """Break off whatever works on the database before the nth statement; a commit counts too."""
    numbers = count(1)

    def strike(*_):
        if next(numbers) == statement:
            raise BrokenOffError

    event.listen(engine, "before_cursor_execute", strike)
    event.listen(engine, "commit", strike)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", strike)
        event.remove(engine, "commit", strike)


def commit_staged(ledger, token, _folder):
    commit(ledger, progress(a_report("P02"), raw=b"new"), token=token)


def withdraw_the_first(ledger, _token, _folder):
    withdraw(ledger, 1)


def act_on_it(ledger, _token, _folder):
    act(ledger)


def put_a_file_aside(ledger, _token, _folder):
    stage(ledger, b"another", "十二月.csv", actor="财政局", at=NOON)


def state_of(ledger):
    with ledger.reading() as connection:
        waiting = connection.scalar(sa.text("SELECT count(*) FROM staging"))
    return archive.digest(ledger), ledger.version(), waiting


@pytest.mark.parametrize("change", [commit_staged, withdraw_the_first, act_on_it, put_a_file_aside])
def test_a_change_broken_off_at_any_statement_leaves_nothing(ledger, tmp_path, change):
    commit(ledger, progress(a_report()))
    token = stage(ledger, b"new", "十一月.csv", actor="财政局", at=NOON)
    before = state_of(ledger)
    for statement in count(1):
        try:
            with broken_off_at(ledger.engine, statement):
                change(ledger, token, tmp_path)
        except BrokenOffError:
            assert state_of(ledger) == before
            assert staged(ledger, token).raw == b"new"
        else:
            break
    assert statement > 2
    assert state_of(ledger) != before
    assert verify(ledger) == []


def test_an_import_broken_off_at_any_statement_leaves_an_empty_ledger(url, tmp_path):
    kept = tmp_path / "kept"
    with Ledger.open(f"sqlite:///{tmp_path / 'told.sqlite3'}") as told:
        commit(told, projects())
        commit(told, progress(a_report()))
        withdraw(told, 2)
        act(told)
        digest = archive.write(told, kept)
    with Ledger.open(url) as ledger:
        for statement in count(1):
            try:
                with broken_off_at(ledger.engine, statement):
                    archive.read(kept, ledger)
            except BrokenOffError:
                assert (ledger.version(), newest(ledger)) == (0, 0)
            else:
                break
        assert statement > 15
        assert archive.digest(ledger) == digest


@contextmanager
def no_file_longer_than(size):
    """Let every write beyond so many bytes of any file fail, as a dying disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_fails_at_any_page_costs_the_commit_and_nothing_else(sqlite_ledger, tmp_path):
    commit(sqlite_ledger, progress(*(a_report(f"P{n}", remark="旧" * 50) for n in range(40))))
    digest = archive.digest(sqlite_ledger)
    file = tmp_path / "ledger.sqlite3"
    more = progress(*(a_report(f"Q{n}", remark="新" * 50) for n in range(60)))
    refused = 0
    for size in count(512, 4096):
        try:
            with no_file_longer_than(size):
                commit(sqlite_ledger, more, base=1, token=CLICK)
        except LedgerUnavailableError:
            refused += 1
        else:
            break
        assert archive.digest(sqlite_ledger) == digest
        assert len(tables(sqlite_ledger).reports) == 40
    assert refused > 10
    assert size < file.stat().st_size + 2 * 4096
    assert sqlite_ledger.version() == 2
    assert verify(sqlite_ledger) == []


@pytest.mark.xdist_group("postgresql")
def test_a_server_that_drops_the_line_costs_the_commit_and_nothing_else(request):
    url = postgresql.new_database(request.getfixturevalue("postgresql_socket"))
    with Ledger.open(url) as ledger, Ledger.open(url) as other:
        commit(ledger, progress(a_report()))

        def drop(connection, _cursor, statement, *_):
            if statement.startswith("INSERT INTO batch"):  # the rows come next
                ours = connection.connection.driver_connection.info.backend_pid
                with other.reading() as admin:
                    admin.execute(sa.select(sa.func.pg_terminate_backend(ours)))

        event.listen(ledger.engine, "after_cursor_execute", drop)
        with pytest.raises(LedgerUnavailableError):
            commit(ledger, progress(a_report("P02")))
        event.remove(ledger.engine, "after_cursor_execute", drop)
        assert ledger.version() == 1
        assert commit(ledger, progress(a_report("P02"))).version == 2
        assert verify(ledger) == []


def shown(ledger):
    """Return everything pages show, in the order in which the door and the pages ask for it."""
    past = versions(ledger)
    now = tables(ledger)
    originals = [ledger.original(one.version) for one in past if one.upload]
    return (past, acts(ledger)), originals, [now.projects, now.reports]


def test_a_flipped_byte_is_refused_or_harmless_but_never_shown_as_data(sqlite_ledger, tmp_path):
    commit(sqlite_ledger, projects())
    commit(sqlite_ledger, progress(*(a_report(f"P{n}", ppm=n) for n in range(30))))
    commit(sqlite_ledger, progress(a_report(ppm=900_000)))
    withdraw(sqlite_ledger, 3)
    for number in range(10):
        act(sqlite_ledger, f"P{number}", body={"text": "正在办理" * 20})
    past, originals, frames = shown(sqlite_ledger)
    sqlite_ledger.close()
    sound = (tmp_path / "ledger.sqlite3").read_bytes()
    copy = tmp_path / "flipped.sqlite3"
    refused = 0
    chance = random.Random(26)  # noqa: S311 - places to flip, the same in every run
    for place in chance.sample(range(100, len(sound)), FLIPS):
        copy.write_bytes(sound[:place] + bytes([sound[place] ^ 0x10]) + sound[place + 1 :])
        try:
            with Ledger.open(f"sqlite:///{copy}") as ledger:
                told = shown(ledger)
        except (BrokenChainError, DamagedError, LedgerUnavailableError):
            refused += 1
            continue
        assert told[:2] == (past, originals), place
        for ours, theirs in zip(frames, told[2], strict=True):
            pd.testing.assert_frame_equal(ours, theirs)
    assert refused > 5


def test_a_file_cut_short_anywhere_is_refused_or_whole(sqlite_ledger, tmp_path):
    commit(sqlite_ledger, progress(*(a_report(f"P{n}", ppm=n) for n in range(30))))
    past, originals, _ = shown(sqlite_ledger)
    sqlite_ledger.close()
    sound = (tmp_path / "ledger.sqlite3").read_bytes()
    copy = tmp_path / "cut.sqlite3"
    for size in range(600, len(sound), 6_000):
        copy.write_bytes(sound[:size])
        with (
            suppress(BrokenChainError, DamagedError, LedgerUnavailableError),
            Ledger.open(f"sqlite:///{copy}") as ledger,
        ):
            assert shown(ledger)[:2] == (past, originals)


@pytest.mark.parametrize(("carry", "action"), [(backup, "备份"), (archive.write, "导出")])
def test_a_copy_that_the_disk_cannot_hold_is_refused_and_leaves_nothing(
    ledger, tmp_path, carry, action
):
    commit(ledger, progress(*(a_report(f"P{n}", remark="满" * 50) for n in range(300))))
    kept = tmp_path / "kept"
    kept.mkdir()
    with no_file_longer_than(8_192), pytest.raises(NotWrittenError) as caught:
        carry(ledger, kept / "copy")
    (said,) = sentences(caught.value, catalogue("zh"))
    assert action in said
    assert "没有入账" not in said
    assert list(kept.iterdir()) == []
    carry(ledger, kept / "copy")
    assert [file.name for file in kept.iterdir()] == ["copy"]
