"""A backup is made while the ledger is in use, and comes back as the same ledger or not at all."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
import sqlalchemy as sa

from store import archive
from store.acts import acts, newest
from store.backup import backup, restore
from store.ledger import Ledger
from store.mappings import recall, remember
from store.refusals import DamagedError, NotEmptyError
from store.staging import stage, staged
from store.tables import tables
from store.verification import verify
from tests.store import postgresql
from tests.store.made import NOON, a_report, act, commit, progress, projects, withdraw


@pytest.fixture
def elsewhere(request, url, tmp_path):
    """An empty ledger on the same kind of database."""
    if url.startswith("sqlite"):
        other = f"sqlite:///{tmp_path / 'elsewhere.sqlite3'}"
    else:
        other = postgresql.new_database(request.getfixturevalue("postgresql_socket"))
    with Ledger.open(other) as ledger:
        yield ledger


def test_a_backup_is_the_same_ledger_in_one_file(ledger, tmp_path):
    commit(ledger, progress(a_report(), raw=b"kept"))
    act(ledger)
    target = backup(ledger, tmp_path / "kept" / "2026-11-22.sqlite3").file
    digest = archive.digest(ledger)
    commit(ledger, progress(a_report("P02")))
    with Ledger.open(f"sqlite:///{target}") as copy:
        assert (copy.version(), archive.digest(copy)) == (1, digest)
        assert copy.original(1) == b"kept"
        assert len(tables(copy).reports) == 1
        assert acts(copy) == acts(ledger)
    assert sorted(file.name for file in target.parent.iterdir()) == [target.name]


def test_a_restored_ledger_is_the_same_and_goes_on(ledger, elsewhere, tmp_path):
    commit(ledger, projects())
    commit(
        ledger, progress(a_report(remark='引号"、换行\r\n\\.\n\\N\t'), a_report("P02", ppm=None))
    )
    act(ledger, body={"text": '引号"、换行\r\n', "gap": -0.1, "due": None})
    withdraw(ledger, 2)
    act(ledger)
    token = stage(ledger, b"waiting", "十一月.csv", actor="财政局", at=NOON)
    remember(ledger, "source", {"进度情况": "完成进度"}, actor="甲", at=NOON)
    kept = backup(ledger, tmp_path / "kept.sqlite3").file
    before = kept.read_bytes()
    assert restore(kept, elsewhere) == archive.digest(elsewhere) == archive.digest(ledger)
    assert kept.read_bytes() == before
    assert elsewhere.uploads() == ledger.uploads()
    assert acts(elsewhere) == acts(ledger)
    assert staged(elsewhere, token) == staged(ledger, token)
    assert recall(elsewhere, "source") == {"进度情况": "完成进度"}
    assert commit(elsewhere, progress(a_report("P03"))).version == 4
    assert act(elsewhere).number == 3


def test_a_ledger_in_which_somebody_only_acted_comes_back_and_is_not_written_over(
    ledger, elsewhere, tmp_path
):
    act(ledger)
    kept = backup(ledger, tmp_path / "kept.sqlite3").file
    restore(kept, elsewhere)
    assert acts(elsewhere) == acts(ledger)
    with pytest.raises(NotEmptyError):
        restore(kept, elsewhere)


def test_a_backup_taken_while_somebody_writes_is_a_version_that_was(ledger, elsewhere, tmp_path):
    over = Event()
    digests = {}

    def write():
        number = 0
        while not over.is_set():
            upload = commit(ledger, progress(*(a_report(f"P{number}-{n}") for n in range(20))))
            digests[upload.version] = archive.digest(ledger)
            number += 1

    commit(ledger, progress(a_report()))
    digests[1] = archive.digest(ledger)
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        copies = [backup(ledger, tmp_path / f"{n}.sqlite3").file for n in range(5)]
        over.set()
        writing.result()
    for file in copies:
        with Ledger.open(f"sqlite:///{file}") as copy:
            assert archive.digest(copy) == digests[copy.version()]
    newest = restore(copies[-1], elsewhere)
    assert newest == digests[elsewhere.version()]
    assert len(tables(elsewhere).reports) == 20 * (elsewhere.version() - 1) + 1


def test_a_backup_tells_the_digest_of_what_is_in_it(ledger, tmp_path):
    commit(ledger, progress(a_report()))
    act(ledger)
    made = backup(ledger, tmp_path / "kept.sqlite3")
    assert (made.version, made.digest) == (1, archive.digest(ledger))


def test_a_backup_overwrites_nothing(ledger, tmp_path):
    (tmp_path / "there").write_bytes(b"important")
    with pytest.raises(NotEmptyError):
        backup(ledger, tmp_path / "there")


def test_a_damaged_ledger_makes_no_backup(ledger, tmp_path):
    commit(ledger, progress(a_report()))
    with ledger.writing() as connection:
        connection.execute(sa.text("UPDATE report SET percent_done_ppm = 1"))
    with pytest.raises(DamagedError):
        backup(ledger, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_nothing_is_restored_into_a_ledger_in_use(ledger, elsewhere, tmp_path):
    commit(ledger, progress(a_report()))
    commit(elsewhere, progress(a_report("P02")))
    kept = backup(ledger, tmp_path / "kept.sqlite3").file
    digest = archive.digest(elsewhere)
    with pytest.raises(NotEmptyError):
        restore(kept, elsewhere)
    assert archive.digest(elsewhere) == digest


def other_figure(file):
    with Ledger.open(f"sqlite:///{file}") as copy, copy.writing() as connection:
        connection.execute(sa.text("UPDATE report SET percent_done_ppm = 1"))


def other_actor(file):
    with Ledger.open(f"sqlite:///{file}") as copy, copy.writing() as connection:
        connection.execute(sa.text("UPDATE event SET actor = '别人'"))


def other_act(file):
    with Ledger.open(f"sqlite:///{file}") as copy, copy.writing() as connection:
        connection.execute(sa.text("UPDATE act SET body = '{}'"))


def cut_short(file):
    file.write_bytes(file.read_bytes()[:9000])


def emptied(file):
    file.write_bytes(b"")


def a_letter(file):
    file.write_bytes("这不是数据库".encode() * 100)


@pytest.mark.parametrize(
    "damage", [other_figure, other_actor, other_act, cut_short, emptied, a_letter]
)
def test_a_damaged_backup_is_refused_before_anything_is_written(elsewhere, tmp_path, damage):
    with Ledger.open(f"sqlite:///{tmp_path / 'sound.sqlite3'}") as sound:
        commit(sound, progress(a_report()))
        act(sound)
        kept = backup(sound, tmp_path / "kept.sqlite3").file
    damage(kept)
    with pytest.raises(DamagedError, match=r"kept\.sqlite3"):
        restore(kept, elsewhere)
    assert (elsewhere.version(), newest(elsewhere)) == (0, 0)
    assert verify(elsewhere) == []
