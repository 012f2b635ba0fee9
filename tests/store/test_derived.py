"""The derived file: a quick start that is never trusted over the ledger."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from store import derived
from store.frames_kept import FramesKept
from store.ledger import Ledger
from store.tables import tables
from tests.store.made import a_report, commit, progress, projects, tasks, withdraw
from tests.store.test_since import assert_equal


@pytest.fixture(autouse=True)
def _every_ledger_is_worth_a_file(monkeypatch):
    monkeypatch.setattr(derived, "WORTH_ROWS", 0)


@pytest.fixture
def filled(ledger):
    commit(ledger, projects())
    commit(ledger, tasks())
    for n in range(4):
        rows = [
            a_report(f"P{i:02}", n * 1000 + i, remark=f"第{n}次 🚧" if i % 2 else "")
            for i in range(9)
        ]
        commit(ledger, progress(*rows, raw=str(n).encode()))
    return ledger


def the_file(folder):
    (path,) = (folder / derived.FOLDER).glob("*.arrow")
    return path


def test_a_start_reads_the_file_and_what_came_since(filled, tmp_path):
    FramesKept(filled, tmp_path).at(4)
    commit(filled, progress(a_report("P00", 7, period="2026-11")))
    withdraw(filled, 4)
    stored = derived.load(filled, tmp_path)
    assert stored.version == 4
    pd.testing.assert_frame_equal(stored.reports, tables(filled, 4).reports)
    for version in (8, 3, 4, 0):
        assert_equal(FramesKept(filled, tmp_path).at(version), tables(filled, version))


def test_text_stays_in_the_memory_of_the_file(filled, tmp_path):
    derived.keep(filled, tmp_path, 6, tables(filled).reports)
    column = derived.load(filled, tmp_path).reports["item_id"].array.__arrow_array__()
    assert not column.chunk(0).buffers()[2].is_mutable


def test_a_flipped_byte_anywhere_makes_the_file_count_as_not_there(filled, tmp_path):
    derived.keep(filled, tmp_path, 6, tables(filled).reports)
    path = the_file(tmp_path)
    whole = path.read_bytes()
    places = [*range(40), *range(4096, len(whole), max(1, len(whole) // 200)), len(whole) - 1]
    for place in places:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        assert derived.load(filled, tmp_path) is None, place
    for length in (0, 10, 4096, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert derived.load(filled, tmp_path) is None, length
    assert_equal(FramesKept(filled, tmp_path).at(6), tables(filled))
    assert derived.load(filled, tmp_path).version == 6


def test_a_file_of_another_ledger_counts_as_not_there(filled, tmp_path):
    derived.keep(filled, tmp_path, 6, tables(filled).reports)
    with Ledger.open(f"sqlite:///{tmp_path / 'other.sqlite3'}") as other:
        commit(other, tasks())
        commit(other, progress(a_report("P77")))
        kept = FramesKept(other, tmp_path)
        assert kept.at(2).reports["item_id"].tolist() == ["P77"]
        mine, others = sorted((tmp_path / derived.FOLDER).glob("*.arrow"), key=os.path.getsize)[
            ::-1
        ]
        shutil.copy(mine, others)  # even under the other's name
        assert derived.load(other, tmp_path) is None


def test_a_ledger_that_was_set_back_does_not_take_up_what_it_lost(tmp_path):
    url = f"sqlite:///{tmp_path / 'ledger.sqlite3'}"
    with Ledger.open(url) as ledger:
        commit(ledger, tasks())
        ledger.close()
        shutil.copy(tmp_path / "ledger.sqlite3", tmp_path / "saved")
        commit(ledger, progress(a_report("P01")))
        FramesKept(ledger, tmp_path).at(2)
    shutil.copy(tmp_path / "saved", tmp_path / "ledger.sqlite3")
    with Ledger.open(url) as ledger:
        assert derived.load(ledger, tmp_path) is None
        commit(ledger, progress(a_report("P02")))
        assert FramesKept(ledger, tmp_path).at(2).reports["item_id"].tolist() == ["P02"]


def test_a_folder_that_cannot_be_written_is_done_without(filled, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    assert_equal(FramesKept(filled, tmp_path / "file").at(6), tables(filled))
    assert not derived.keep(filled, tmp_path / "file", 6, tables(filled).reports)
    assert derived.load(filled, tmp_path / "nowhere") is None


def test_writers_at_once_leave_one_whole_file(filled, tmp_path):
    def start(_):
        return FramesKept(filled, tmp_path).at(6)

    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(start, range(16)):
            assert_equal(found, tables(filled))
    assert derived.load(filled, tmp_path).version == 6
    assert [path.suffix for path in (tmp_path / derived.FOLDER).iterdir()] == [".arrow"]


def test_a_small_ledger_gets_no_file(filled, tmp_path, monkeypatch):
    monkeypatch.setattr(derived, "WORTH_ROWS", 50_000)
    FramesKept(filled, tmp_path).at(6)
    assert not (tmp_path / derived.FOLDER).exists()


def test_a_few_versions_stay_in_memory_and_are_the_same_object(filled):
    kept = FramesKept(filled)
    assert kept.at(6) is kept.at(6)
    assert kept.at(5).projects is kept.at(6).projects
