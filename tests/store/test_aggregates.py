"""Kept metric tables: the same tables, and only of this version, plan and code."""

import shutil
from dataclasses import replace

import pandas as pd
import pytest

from analysis.board import Board
from analysis.catalogue import METRICS
from domain.periods import Period
from store import aggregates
from store.aggregates import Aggregates
from store.tables import tables
from tests.conftest import illustrate, opened_in

MONTH = Period(2026, 9)


@pytest.fixture(scope="session")
def illustrated_state(tmp_path_factory):
    folder = tmp_path_factory.mktemp("illustrated") / "state"
    office = opened_in(folder)
    illustrate(office)
    office.ledger.close()
    return folder


@pytest.fixture
def illustrated(illustrated_state, tmp_path):
    shutil.copytree(illustrated_state, tmp_path / "state")
    office = opened_in(tmp_path / "state")
    yield office
    office.ledger.close()


def a_board(office, folder, *, version=None, plan=None, reports=None):
    now = tables(office.ledger, version)
    plan = plan or office.plan
    shelf = Aggregates(office.ledger, folder, now.version, plan)
    reports = now.reports if reports is None else reports
    plan_tables = (now.projects, now.tasks, now.assignments)
    return Board(plan, now.version, *plan_tables, reports).backed_by(shelf=shelf)


def without_reports(office, folder, **more):
    """A board that cannot work anything out: what it tells, it found."""
    return a_board(office, folder, reports=tables(office.ledger).reports.iloc[:0], **more)


def files(folder):
    return sorted(folder.rglob("*.arrow"))


@pytest.mark.parametrize("name", METRICS)
def test_a_table_is_found_exactly_as_it_was_worked_out(
    name, illustrated, illustrated_board, tmp_path
):
    METRICS[name](a_board(illustrated, tmp_path), MONTH)
    found = METRICS[name](without_reports(illustrated, tmp_path), MONTH)
    pd.testing.assert_frame_equal(found, METRICS[name](illustrated_board, MONTH))


def test_a_later_version_another_rule_or_other_code_finds_nothing(
    illustrated, tmp_path, monkeypatch
):
    a_board(illustrated, tmp_path).standing(MONTH)
    reported = "is_current"
    assert without_reports(illustrated, tmp_path).standing(MONTH)[reported].any()
    later = replace(illustrated.plan.rulebook.at(MONTH), effective=MONTH, red_below=-30)
    rulebook = illustrated.plan.rulebook.with_set(later)
    other_rule = replace(illustrated.plan, rulebook=rulebook)
    assert (
        not without_reports(illustrated, tmp_path, plan=other_rule).standing(MONTH)[reported].any()
    )
    earlier = illustrated.ledger.version() - 1
    assert (
        not without_reports(illustrated, tmp_path, version=earlier).standing(MONTH)[reported].any()
    )
    monkeypatch.setattr(aggregates, "code_digest", lambda: "newer")
    assert not without_reports(illustrated, tmp_path).standing(MONTH)[reported].any()


def test_a_damaged_or_exchanged_table_counts_as_not_there(illustrated, illustrated_board, tmp_path):
    a_board(illustrated, tmp_path).standing(MONTH)
    a_board(illustrated, tmp_path).owed(MONTH)
    first, second, *_ = files(tmp_path)
    first.write_bytes(second.read_bytes())
    second.write_bytes(second.read_bytes()[:-9] + b"123456789")
    board = a_board(illustrated, tmp_path)
    pd.testing.assert_frame_equal(board.standing(MONTH), illustrated_board.standing(MONTH))
    pd.testing.assert_frame_equal(board.owed(MONTH), illustrated_board.owed(MONTH))


def test_only_the_newest_versions_stay(illustrated, tmp_path):
    for version in range(1, illustrated.ledger.version() + 1):
        a_board(illustrated, tmp_path, version=version).standing(MONTH)
    kept = {path.parent.name[:9] for path in files(tmp_path)}
    assert kept == {"000000003", "000000004", "000000005"}


def test_a_folder_that_cannot_be_written_is_done_without(illustrated, illustrated_board, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    board = a_board(illustrated, tmp_path / "file")
    pd.testing.assert_frame_equal(board.standing(MONTH), illustrated_board.standing(MONTH))


def test_a_board_made_of_other_frames_has_no_shelf(illustrated, tmp_path):
    board = a_board(illustrated, tmp_path)
    assert replace(board, reports=board.reports.iloc[:0]).shelf is None
    assert board.shelf is not None
