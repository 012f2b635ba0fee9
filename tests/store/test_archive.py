import json

import pandas as pd
import pytest
import sqlalchemy as sa

from domain.acts import Subject
from store import archive
from store.acts import acts, newest
from store.derived import seal_of
from store.ledger import Ledger
from store.mappings import recall, remember
from store.refusals import BrokenChainError, DamagedError, NotEmptyError
from store.tables import tables
from store.verification import verify
from tests.store import postgresql
from tests.store.made import NOON, a_report, act, commit, progress, projects, tasks, withdraw

HARD = '逗号, "引号" 换行\r\n单\r回车\u2028\x85 =1+1 \ufeff 𠮷🚧'


def tell(ledger):
    commit(ledger, projects())
    commit(ledger, tasks())
    commit(ledger, progress(a_report(progress_text=HARD, done_total_yuan=2**62)), reason=HARD)
    commit(ledger, progress(a_report("P02", ppm=None), illustrative=True))
    withdraw(ledger, 3)
    commit(ledger, progress(a_report(progress_text=HARD, done_total_yuan=2**62)))
    commit(ledger, progress(raw=b""))
    act(ledger, HARD, body={"text": HARD, "gap": -1e-17, "yuan": 2**62, "due": None, "z": 1.0})
    act(ledger, "2026-10", subject=Subject.RULES, actor=HARD)


@pytest.fixture
def told(copied):
    with Ledger.open(copied(tell)) as ledger:
        yield ledger


@pytest.fixture
def folder(told, tmp_path):
    archive.write(told, tmp_path / "kept")
    return tmp_path / "kept"


@pytest.fixture
def empty(tmp_path):
    with Ledger.open(f"sqlite:///{tmp_path / 'empty.sqlite3'}") as ledger:
        yield ledger


def test_a_ledger_written_and_read_back_is_the_same_ledger(told, tmp_path, empty):
    digest = archive.write(told, tmp_path / "kept")
    assert archive.read(tmp_path / "kept", empty) == digest
    assert archive.digest(empty) == archive.digest(told) == digest
    assert empty.uploads() == told.uploads()
    assert acts(empty) == acts(told)
    assert verify(empty) == []
    for version in range(told.version() + 1):
        ours, theirs = tables(told, version), tables(empty, version)
        for name in ("projects", "tasks", "assignments", "reports"):
            pd.testing.assert_frame_equal(getattr(ours, name), getattr(theirs, name))


RUN = "=cmd|'/c calc'!A0"


@pytest.mark.parametrize("text", [RUN, f"'{RUN}", "''+1", "＝求和()"])
def test_no_spreadsheet_runs_what_the_rows_say_and_they_come_back_as_they_were(
    ledger, tmp_path, empty, text
):
    commit(ledger, progress(a_report(progress_text=text)))
    digest = archive.write(ledger, tmp_path / "kept")
    assert f"'{text}" in (tmp_path / "kept/rows/1.csv").read_text("utf-8-sig")
    assert archive.read(tmp_path / "kept", empty) == digest


def test_a_folder_whose_rows_stand_as_they_were_typed_is_still_read(ledger, tmp_path, empty):
    commit(ledger, progress(a_report(progress_text=f"'{RUN}")))
    digest = archive.write(ledger, tmp_path / "kept")
    rows = tmp_path / "kept/rows/1.csv"
    rows.write_bytes(rows.read_bytes().replace(b"''=", b"'="))  # as version 0.1 wrote it
    assert archive.read(tmp_path / "kept", empty) == digest


def contents(folder):
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


@pytest.mark.xdist_group("postgresql")
def test_a_ledger_is_byte_for_byte_the_same_after_a_round_over_both_databases(
    tmp_path, sqlite_ledger, postgresql_socket, empty
):
    tell(sqlite_ledger)
    digests = {archive.write(sqlite_ledger, tmp_path / "first")}
    with Ledger.open(postgresql.new_database(postgresql_socket)) as there:
        digests.add(archive.read(tmp_path / "first", there))
        digests.add(archive.write(there, tmp_path / "second"))
        assert verify(there) == []
    digests.add(archive.read(tmp_path / "second", empty))
    digests.add(archive.write(empty, tmp_path / "third"))
    assert len(digests) == 1
    assert contents(tmp_path / "first") == contents(tmp_path / "second")
    assert contents(tmp_path / "first") == contents(tmp_path / "third")


def test_an_empty_ledger_has_an_empty_digest(ledger, tmp_path, empty):
    assert archive.write(ledger, tmp_path / "kept") == ""
    assert archive.read(tmp_path / "kept", empty) == ""


def test_a_ledger_in_which_nobody_acted_keeps_the_digest_of_its_newest_version(ledger):
    commit(ledger, progress(a_report()))
    before = archive.digest(ledger)
    assert before == seal_of(ledger, 1)
    act(ledger)
    assert archive.digest(ledger) not in {before, ""}
    assert seal_of(ledger, 1) == before


def test_an_archive_of_before_there_was_a_second_book_is_read(ledger, tmp_path, empty):
    commit(ledger, progress(a_report()))
    digest = archive.write(ledger, tmp_path / "kept")
    (tmp_path / "kept/acts.jsonl").unlink()
    assert archive.read(tmp_path / "kept", empty) == digest
    assert acts(empty) == ()


def test_a_damaged_book_of_acts_is_not_carried_away(told, tmp_path):
    with told.writing() as connection:
        connection.execute(sa.text("UPDATE act SET body = 'no JSON'"))
    with pytest.raises(DamagedError):
        archive.write(told, tmp_path / "kept")
    assert list(tmp_path.glob("kept*")) == []


@pytest.mark.parametrize(
    "meddling",
    [
        "UPDATE report SET percent_done_ppm = 990000 WHERE seq = 3",
        "DELETE FROM report WHERE seq = 3",
        "UPDATE blob SET content = '' WHERE size > 0",
        "UPDATE event SET actor = '别人' WHERE seq = 2",
        "UPDATE head SET seq = 9",
    ],
)
def test_a_ledger_changed_behind_its_back_is_not_carried_away(told, tmp_path, meddling):
    with told.writing() as connection:
        connection.execute(sa.text(meddling))
    with pytest.raises((DamagedError, BrokenChainError)):
        archive.write(told, tmp_path / "kept")
    assert list(tmp_path.glob("kept*")) == []


def test_the_folder_explains_itself_and_names_every_original(told, tmp_path):
    archive.write(told, tmp_path / "kept")
    about = (tmp_path / "kept/README.md").read_text("utf-8")
    assert "本文件夹是整本台账" in about
    assert "This folder is the whole ledger" in about
    names = pd.read_csv(tmp_path / "kept/originals.csv")
    assert names["version"].tolist() == [1, 2, 3, 4, 6, 7]
    assert names["filename"].tolist()[:3] == ["projects.csv", "tasks.csv", "十月进展.xlsx"]
    for version, name in zip(names["version"], names["original"], strict=True):
        assert (tmp_path / "kept" / name).read_bytes() == told.original(version)


def test_what_headings_mean_is_carried_along(told, tmp_path, empty):
    remember(told, "source", {"进度情况": "完成进度"}, actor="甲", at=NOON)
    remember(told, "source", {"进度情况": "进展"}, actor="乙", at=NOON)
    archive.write(told, tmp_path / "kept")
    archive.read(tmp_path / "kept", empty)
    assert recall(empty, "source") == {"进度情况": "进展"}
    archive.write(empty, tmp_path / "again")
    assert contents(tmp_path / "kept") == contents(tmp_path / "again")


def test_an_archive_of_before_headings_were_carried_is_read(folder, empty):
    (folder / "mappings.jsonl").unlink()
    archive.read(folder, empty)
    assert recall(empty, "source") == {}


def test_a_ledger_goes_on_where_its_archive_ended(told, folder, empty):
    archive.read(folder, empty)
    late = {"at": NOON, "token": "afterwards"}
    assert commit(empty, progress(a_report("P09")), **late) == commit(
        told, progress(a_report("P09")), **late
    )
    assert act(empty, "P09") == act(told, "P09")
    assert archive.digest(empty) == archive.digest(told)


def test_nothing_is_written_over_and_nothing_read_into_a_ledger_in_use(told, folder):
    with pytest.raises(NotEmptyError):
        archive.write(told, folder)
    with pytest.raises(NotEmptyError):
        archive.read(folder, told)


def test_a_folder_that_is_no_archive_is_refused(tmp_path, empty):
    with pytest.raises(DamagedError):
        archive.read(tmp_path / "nowhere", empty)


def change_a_row(folder):
    file = folder / "rows/4.csv"
    file.write_text(file.read_text("utf-8-sig").replace("P02", "P03"), "utf-8-sig")


def change_an_original(folder):
    next(folder.joinpath("originals").iterdir()).write_bytes(b"x")


def change_an_actor(folder):
    file = folder / "entries.jsonl"
    file.write_text(file.read_text("utf-8").replace("督查室", "别人"), "utf-8")


def change_an_act(folder):
    file = folder / "acts.jsonl"
    file.write_text(file.read_text("utf-8").replace("财政局", "别人"), "utf-8")


def drop_an_act(folder):
    file = folder / "acts.jsonl"
    file.write_text(file.read_text("utf-8").split("\n")[1] + "\n", "utf-8")


def cut_an_act_short(folder):
    file = folder / "acts.jsonl"
    file.write_bytes(file.read_bytes()[:-9] + b"\n")


def drop_an_entry(folder):
    lines = (folder / "entries.jsonl").read_text("utf-8").split("\n")
    (folder / "entries.jsonl").write_text("\n".join(lines[:4] + lines[5:]), "utf-8")


def cut_an_entry_short(folder):
    file = folder / "entries.jsonl"
    file.write_bytes(file.read_bytes()[:-9] + b"\n")


def add_a_field(folder):
    file = folder / "entries.jsonl"
    first, *rest = file.read_text("utf-8").split("\n")
    file.write_text("\n".join([json.dumps(json.loads(first) | {"more": 1}), *rest]), "utf-8")


def add_to_the_headings(folder):
    (folder / "mappings.jsonl").write_text('{"source": "a"}\n', "utf-8")


def lose_rows(folder):
    (folder / "rows/3.csv").unlink()


@pytest.mark.parametrize(
    "damage",
    [
        change_a_row,
        change_an_original,
        change_an_actor,
        change_an_act,
        drop_an_act,
        cut_an_act_short,
        drop_an_entry,
        cut_an_entry_short,
        add_a_field,
        add_to_the_headings,
        lose_rows,
    ],
)
def test_a_damaged_archive_is_refused_whole(folder, empty, damage):
    damage(folder)
    with pytest.raises(DamagedError):
        archive.read(folder, empty)
    assert (empty.version(), newest(empty)) == (0, 0)
    assert verify(empty) == []
