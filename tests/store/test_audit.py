"""The third book: whole, or found out."""

import json
import os
import pwd
from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.audited import Event
from domain.roles import Role
from store import accounts, audit, authority, database, people_schema
from store.accounts import Account
from store.backup import backup, restore
from store.ledger import Ledger
from store.machine_user import machine_user
from store.refusals import DamagedError
from store.signed import Signed
from store.verification import verify
from tests.store.made import NOON, a_report, act, commit, progress

table = people_schema.audit
GUARDS = {
    "sqlite": [f"DROP TRIGGER audit_not_{what}" for what in ("edited", "deleted", "replaced")],
    "postgresql": ["ALTER TABLE audit DISABLE TRIGGER ALL"],
}


@pytest.fixture
def book(copied):
    with Ledger.open(copied(with_six_entries)) as ledger:
        yield ledger


def with_six_entries(ledger):
    for number in range(6):
        audit.write(ledger, Event.EXPORTED, f"人{number}", at=NOON, file=f"{number}.png")


def forge(ledger, *statements):
    """Change what is kept as whoever owns the database can: without its guards."""
    with database.writing(ledger.engine) as connection:
        for guard in GUARDS[ledger.engine.dialect.name]:
            connection.execute(sa.text(guard))
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    "meddling",
    [
        "UPDATE audit SET actor = '别人' WHERE seq = 3",
        "DELETE FROM audit WHERE seq = 6",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit SELECT 3, '', '别人', 'web', 'x', '{}', ''",
        "TRUNCATE audit",
    ],
)
def test_no_statement_edits_or_deletes_an_entry(book, meddling):
    before = list(audit.lines(book))
    refused = pytest.raises(sa.exc.DBAPIError, match=r"append-only|syntax")
    with refused, book.engine.begin() as connection:
        connection.execute(sa.text(meddling))
    assert list(audit.lines(book)) == before


def test_a_whole_book_is_sound(book):
    assert audit.verify(book) == []
    assert [one.number for one in audit.read(book)] == [6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("number", range(1, 7))
@pytest.mark.parametrize(
    "change",
    [
        {"actor": "别人"},
        {"event": "signed_in"},
        {"body": '{"file":"9.png"}'},
        {"recorded_time": "2026-11-22T12:00:00.000001+00:00"},
        {"via": "console"},
        {"seal": "0" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_entry_that_was_edited_is_found(book, number, change):
    forge(book, table.update().where(table.c.seq == number).values(**change))
    assert audit.verify(book)


@pytest.mark.parametrize("number", range(1, 7))
def test_a_missing_entry_is_found(book, number):
    forge(book, table.delete().where(table.c.seq == number))
    assert audit.verify(book)
    assert verify(book), "ledger verify and doctor look into this book too"


def test_two_entries_that_changed_places_are_found(book):
    forge(
        book,
        table.update().where(table.c.seq == 2).values(seq=99),
        table.update().where(table.c.seq == 3).values(seq=2),
        table.update().where(table.c.seq == 99).values(seq=3),
    )
    assert audit.verify(book)


def test_an_end_cut_off_with_its_count_is_found_by_the_digest_somebody_kept(book):
    kept = audit.digest(book)
    forge(
        book,
        table.delete().where(table.c.seq == 6),
        people_schema.audit_head.update().values(seq=5),
    )
    assert audit.verify(book) == []
    assert not audit.is_known(book, kept)


def test_a_book_that_was_emptied_with_its_count_is_found_where_there_are_accounts(book):
    one = Account("张三", frozenset({Role.EDITOR}))
    accounts.add(book, one, password_hash=None, by=authority.CONSOLE, at=NOON)
    assert audit.verify(book) == []
    forge(book, table.delete(), people_schema.audit_head.update().values(seq=0))
    assert [one.code for one in audit.verify(book)] == ["audit_no_account"]


def test_an_upload_or_act_without_its_entry_is_found(ledger):
    for ppm in (100_000, 200_000):
        commit(ledger, progress(a_report(ppm=ppm)))
        act(ledger)
    assert audit.verify(ledger) == []
    forge(
        ledger,
        table.delete().where(table.c.seq > 2),
        people_schema.audit_head.update().values(seq=2),
    )
    assert [one.code for one in audit.verify(ledger)] == ["audit_no_upload", "audit_no_act"]


def test_a_count_that_was_deleted_is_told_in_a_sentence(book):
    forge(book, people_schema.audit_head.delete())
    assert [one.code for one in audit.verify(book)] == ["audit_no_head"]
    with pytest.raises(DamagedError):
        audit.write(book, Event.EXPORTED, "张三", at=NOON)


def test_what_changes_the_ledger_is_written_in_the_same_breath(ledger):
    commit(ledger, progress(a_report()))
    assert [one.event for one in audit.read(ledger)] == [Event.COMMITTED]
    with pytest.raises(sa.exc.IntegrityError), ledger.engine.begin() as connection:
        connection.execute(table.insert().values(seq=1, recorded_time="", actor="x", via="x"))


def test_text_cannot_break_out_of_its_line(book):
    audit.write(book, Event.EXPORTED, "张三\n{}", at=NOON, file="\x1b[2J\r\n\u2028伪造")
    lines = list(audit.lines(book))
    assert len(lines) == 7
    assert all(line.isascii() and line.isprintable() for line in lines)
    assert json.loads(lines[-1])["body"]["file"] == "\x1b[2J\r\n\u2028伪造"


def test_time_does_not_go_back(book):
    audit.write(book, Event.EXPORTED, "张三", at=NOON - timedelta(days=400))
    assert audit.read(book)[0].at == NOON
    assert audit.verify(book) == []


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (audit.Wanted(actor="人3"), [4]),
        (audit.Wanted(events=("refused",)), []),
        (audit.Wanted(since=NOON + timedelta(seconds=1)), []),
        (audit.Wanted(until=NOON), [6, 5, 4, 3, 2, 1]),
    ],
)
def test_it_is_read_by_person_event_and_time(book, wanted, numbers):
    assert [one.number for one in audit.read(book, wanted)] == numbers


def test_it_goes_along_with_a_backup(book, tmp_path):
    commit(book, progress(a_report()))
    kept = backup(book, tmp_path / "kept.sqlite3").file
    with Ledger.open(f"sqlite:///{tmp_path / 'restored.sqlite3'}") as restored:
        restore(kept, restored)
        assert list(audit.lines(restored)) == list(audit.lines(book))
        assert audit.verify(restored) == []


def test_a_typed_name_stands_beside_the_user_of_the_machine(book, monkeypatch):
    monkeypatch.setenv("LOGNAME", "somebody else")
    audit.write(book, Event.EXPORTED, "张三", at=NOON)
    audit.write(book, Event.EXPORTED, authority.CONSOLE, at=NOON)
    audit.write(book, Event.EXPORTED, Signed("张三"), at=NOON)
    signed, console, typed = (one.said for one in audit.read(book)[:3])
    assert typed == console == {"machine_user": pwd.getpwuid(os.getuid()).pw_name}
    assert signed == {}, "the user of the service says nothing about who signed in"


def test_a_user_without_a_name_is_noted_by_number(monkeypatch):
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)
    assert machine_user() == "4000000"
