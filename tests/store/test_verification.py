from dataclasses import replace

import pytest
import sqlalchemy as sa

from domain.acts import Subject
from domain.audited import Event
from store import act_entries, audit_entries
from store.ledger import Ledger
from store.refusals import DamagedError
from store.tables import tables
from store.verification import verify
from tests.store.made import (
    A_PROJECT,
    NOON,
    a_report,
    act,
    commit,
    progress,
    projects,
    tasks,
    withdraw,
)
from texts import catalogue


@pytest.fixture
def told(copied):
    with Ledger.open(copied(with_everything)) as ledger:
        yield ledger


def with_everything(ledger):
    """Tell a ledger something of everything."""
    commit(ledger, projects(A_PROJECT | {"total_investment_yuan": 10**10}))
    commit(ledger, tasks())
    commit(ledger, progress(a_report(progress_text="完成\u2028主体", remark='"a", b\r\n')))
    commit(ledger, progress(a_report("P02"), illustrative=True))
    withdraw(ledger, 3)
    act(ledger, "P01")
    act(ledger, "2026-10", subject=Subject.RULES)
    act(ledger, "P01")
    commit(ledger, progress(raw=b""))


def test_a_sound_ledger_has_no_problems(told):
    assert verify(told) == []


def test_an_empty_ledger_has_no_problems(ledger):
    assert verify(ledger) == []


OTHER_BATCH = (
    "UPDATE batch SET content = (SELECT content FROM batch WHERE seq = 4),"
    " sha256 = (SELECT sha256 FROM batch WHERE seq = 4) WHERE seq = 3"
)
OTHER_BYTES = (
    "UPDATE blob SET content = '' WHERE sha256 = (SELECT sha256 FROM upload WHERE seq = 4)"
)


@pytest.mark.parametrize(
    ("meddling", "code", "version"),
    [
        ("UPDATE report SET percent_done_ppm = 1 WHERE seq = 3", "rows", 3),
        ("DELETE FROM report WHERE seq = 3", "rows", 3),
        ("UPDATE project SET total_investment_yuan = 1", "rows", 1),
        (OTHER_BATCH, "fast_copy", 3),
        ("UPDATE batch SET content = '' WHERE seq = 3", "fast_copy", 3),
        (OTHER_BYTES, "original", 4),
        ("UPDATE event SET actor = '别人' WHERE seq = 2", "seal", 2),
        ("UPDATE event SET reason = NULL WHERE seq = 5", "seal", 5),
        ("UPDATE upload SET filename = 'b.xlsx' WHERE seq = 3", "seal", 3),
        ("UPDATE withdrawal SET target = 4", "seal", 5),
        ("DELETE FROM withdrawal", "seal", 5),
        ("UPDATE event SET recorded_time = '2020' WHERE seq = 4", "time", 4),
    ],
)
def test_whatever_is_changed_behind_the_ledgers_back_is_found(told, meddling, code, version):
    with told.writing() as connection:
        connection.execute(sa.text(meddling))
    problems = verify(told)
    assert (code, version) in [(one.code, one.more.get("version")) for one in problems]
    for problem in problems:
        for language in ("zh", "en"):
            assert catalogue(language)(problem.text_key, **problem.more)


@pytest.mark.parametrize(
    ("meddling", "found"),
    [
        ("UPDATE act SET body = '{}' WHERE seq = 2", [("act_seal", 2)]),
        ("UPDATE act SET recorded_time = '2020' WHERE seq = 2", [("act_seal", 2)]),
        ("UPDATE act SET seal = '' WHERE seq = 2", [("act_seal", 2), ("act_seal", 3)]),
        ("DELETE FROM act WHERE seq = 2", [("act_gap", 3), ("act_seal", 3)]),
        ("DELETE FROM act WHERE seq = 3", [("act_head", None)]),
        ("DELETE FROM act", [("act_head", None)]),
        ("UPDATE head SET act_seq = 2", [("act_head", None)]),
    ],
)
def test_whatever_is_changed_in_the_book_of_acts_is_found(told, meddling, found):
    with told.writing() as connection:
        connection.execute(sa.text(meddling))
    problems = verify(told)
    assert [(one.code, one.more.get("act")) for one in problems] == found
    for problem in problems:
        for language in ("zh", "en"):
            assert catalogue(language)(problem.text_key, **problem.more)


@pytest.mark.parametrize(
    ("wrong", "code"), [({"base_seq": 7}, "act_base"), ({"recorded_time": "2026"}, "act_time")]
)
def test_an_act_that_cannot_be_is_found_though_it_is_sealed(told, wrong, code):
    with told.writing() as connection:
        *_, last = act_entries.read(connection)
        entry = replace(last.entry, seq=4, **wrong)
        act_entries.append(connection, act_entries.head_of(connection), entry)
        audit_entries.append(connection, Event.ACTED, "张三", {"act": 4}, at=NOON)
    (problem,) = verify(told)
    assert (problem.code, problem.more) == (code, {"act": 4})
    assert all(catalogue(one)(problem.text_key, **problem.more) for one in ("zh", "en"))


def test_damaged_bytes_are_refused_and_never_shown_as_data(told):
    with told.writing() as connection:
        for table in ("batch", "blob"):
            other = sa.text(f"UPDATE {table} SET content = :content")  # noqa: S608
            connection.execute(other, {"content": b"other"})
    with pytest.raises(DamagedError):
        tables(told)
    with pytest.raises(DamagedError):
        told.original(1)


def test_a_head_that_runs_ahead_is_found(told):
    with told.writing() as connection:
        connection.execute(sa.text("UPDATE head SET seq = 9"))
    assert [one.code for one in verify(told)] == ["head"]


def test_a_missing_last_entry_is_found(told):
    with told.writing() as connection:
        for table in ("batch", "upload", "event"):
            connection.execute(sa.text(f"DELETE FROM {table} WHERE seq = 6"))  # noqa: S608
    assert [one.code for one in verify(told)] == ["head"]


def test_a_flipped_bit_on_the_disk_never_passes_unseen(sqlite_ledger, tmp_path):
    commit(sqlite_ledger, progress(*(a_report(f"P{i}", remark="页" * 50) for i in range(100))))
    sqlite_ledger.close()
    file = tmp_path / "ledger.sqlite3"
    sound = file.read_bytes()
    place = sound.rindex("页".encode() * 50)
    file.write_bytes(sound[:place] + b"\xe9\xa2" + sound[place + 2 :])
    with Ledger.open(f"sqlite:///{file}") as ledger:
        assert verify(ledger) != []


@pytest.mark.parametrize(
    ("table", "code", "asked"),
    [("batch", "fast_copy", "rows"), ("blob", "original", "original")],
)
def test_bytes_that_became_text_are_damage_of_their_version_and_no_more(
    sqlite_ledger, table, code, asked
):
    commit(sqlite_ledger, progress(a_report(), raw=b"\xff\xfe"))
    with sqlite_ledger.writing() as connection:  # SQLite does not mind
        connection.execute(sa.text(f"UPDATE {table} SET content = CAST(content AS TEXT)"))  # noqa: S608 - names of our own schema
        connection.execute(sa.text("UPDATE event SET reason = 'another'"))
    assert [(one.code, one.more["version"]) for one in verify(sqlite_ledger)] == [
        ("seal", 1),
        (code, 1),
    ]
    read = {"rows": tables, "original": lambda ledger: ledger.original(1)}[asked]
    with pytest.raises(DamagedError) as refused:
        read(sqlite_ledger)
    assert refused.value.text_key == f"ledger.damaged_{asked}"


@pytest.mark.parametrize(
    ("meddling", "code"),
    [
        ("UPDATE report SET remark = CAST(x'ff' AS TEXT) WHERE seq = 1", "rows"),
        ("UPDATE event SET actor = CAST(x'ff' AS TEXT) WHERE seq = 1", "text"),
    ],
)
def test_text_that_is_none_is_damage_and_the_rest_is_checked(sqlite_ledger, meddling, code):
    commit(sqlite_ledger, progress(a_report(remark="页")))
    act(sqlite_ledger)
    with sqlite_ledger.writing() as connection:
        connection.execute(sa.text(meddling))
        connection.execute(sa.text("UPDATE act SET body = '{}'"))
    assert {one.code for one in verify(sqlite_ledger)} == {"act_seal", code}


def test_a_lost_fast_copy_is_refused_and_no_upload_goes_missing(ledger):
    commit(ledger, progress(a_report()))
    with ledger.writing() as connection:
        connection.execute(sa.text("DELETE FROM batch"))
    with pytest.raises(DamagedError):
        tables(ledger)


def test_text_in_a_number_column_is_found(sqlite_ledger):
    commit(sqlite_ledger, progress(a_report()))
    with sqlite_ledger.writing() as connection:  # SQLite does not mind
        connection.execute(sa.text("UPDATE report SET done_total_yuan = 'many'"))
    assert [one.code for one in verify(sqlite_ledger)] == ["rows"]
