import pytest
import sqlalchemy as sa

from ingest.changes import Edit
from ingest.report import SheetKind
from store.difference import diff, difference
from store.history import history_of
from store.refusals import DamagedError, UnknownVersionError
from store.reported_items import ReportedItems
from store.tables import tables
from tests.store.made import A_PROJECT, NOON, a_report, commit, progress, projects, withdraw

KEY = ("2026-10", "P01", "财政局")


def test_history_tells_every_report_of_an_item_withdrawn_or_not(ledger):
    commit(ledger, progress(a_report(ppm=1), a_report("P02")), actor="甲")
    commit(ledger, progress(a_report(ppm=2), filename="更正.csv", illustrative=True), actor="乙")
    withdraw(ledger, 1)
    history = history_of(ledger, "P01")
    assert history["percent_done_ppm"].tolist() == [1, 2]
    assert history["version"].tolist() == [1, 2]
    assert history["uploaded_by"].tolist() == ["甲", "乙"]
    assert history["filename"].tolist() == ["十月进展.xlsx", "更正.csv"]
    assert history["illustrative"].tolist() == [False, True]
    assert history["withdrawn_version"].isna().tolist() == [False, True]
    assert history["uploaded_time"].tolist() == [NOON, NOON]


def test_an_item_nobody_reported_has_an_empty_history_of_the_same_types(ledger):
    commit(ledger, progress(a_report()))
    empty, full = history_of(ledger, "P99"), history_of(ledger, "P01")
    assert len(empty) == 0
    assert empty.dtypes.equals(full.dtypes)
    assert full.dtypes["done_total_yuan"] == "Int64"


@pytest.mark.parametrize(
    "meddling",
    [
        "UPDATE report SET percent_done_ppm = 990000",
        "DELETE FROM report WHERE item_id = 'P01'",
        "UPDATE report SET item_id = 'P09' WHERE item_id = 'P01'",
    ],
)
def test_rows_changed_behind_the_ledgers_back_are_never_told(ledger, meddling):
    commit(ledger, progress(a_report(ppm=1)))
    commit(ledger, progress(a_report(ppm=2), a_report("P02")))
    with ledger.writing() as connection:
        connection.execute(sa.text(meddling))
    assert history_of(ledger, "P01")["percent_done_ppm"].tolist() == [1, 2]


@pytest.mark.parametrize(
    "meddling", ["DELETE FROM batch WHERE seq = 1", "UPDATE batch SET content = '' WHERE seq = 1"]
)
def test_a_history_with_a_damaged_upload_is_refused_for_every_item(ledger, meddling):
    commit(ledger, progress(a_report(ppm=1)))
    commit(ledger, progress(a_report("P02")))
    with ledger.writing() as connection:
        connection.execute(sa.text(meddling))
    for item in ("P01", "P02"):
        with pytest.raises(DamagedError) as refused:
            history_of(ledger, item)
        assert (refused.value.text_key, refused.value.more["version"]) == ("ledger.damaged_rows", 1)


def test_what_is_known_of_the_uploads_goes_on_with_the_ledger(ledger):
    known = ReportedItems()
    commit(ledger, progress(a_report(ppm=1)))
    assert history_of(ledger, "P01", known=known)["version"].tolist() == [1]
    commit(ledger, progress(a_report("P02")))
    commit(ledger, progress(a_report(ppm=3)))
    assert history_of(ledger, "P01", known=known)["version"].tolist() == [1, 3]
    assert history_of(ledger, "P02", known=known)["version"].tolist() == [2]


def test_a_diff_tells_what_was_added_edited_and_removed(ledger):
    commit(ledger, progress(a_report(ppm=1), a_report("P02")))
    commit(ledger, progress(a_report(ppm=2), a_report("P03")))
    changes = diff(ledger, 1, 2)
    assert changes.added == (("2026-10", "P03", "财政局"),)
    assert changes.edited == (Edit(KEY, "percent_done_ppm", 1, 2),)
    assert changes.removed == ()


def test_a_diff_backwards_is_the_opposite(ledger):
    commit(ledger, progress(a_report(ppm=1)))
    commit(ledger, progress(a_report(ppm=2), a_report("P03")))
    changes = diff(ledger, 2, 1)
    assert changes.removed == (("2026-10", "P03", "财政局"),)
    assert changes.edited == (Edit(KEY, "percent_done_ppm", 2, 1),)


def test_a_withdrawal_removes_or_brings_the_earlier_report_back(ledger):
    commit(ledger, progress(a_report(ppm=1)))
    commit(ledger, progress(a_report(ppm=2), a_report("P02")))
    withdraw(ledger, 2)
    assert diff(ledger, 2, 3).removed == (("2026-10", "P02", "财政局"),)
    assert not diff(ledger, 1, 3)


def test_the_same_report_uploaded_anew_is_no_change(ledger):
    commit(ledger, progress(a_report()))
    commit(ledger, progress(a_report(), raw=b"another file"))
    changes = diff(ledger, 1, 2)
    assert not changes
    assert changes.unchanged == (KEY,)


def test_a_diff_of_projects_shows_a_target_that_moved(ledger):
    commit(ledger, projects(A_PROJECT, {"project_id": "P02", "project_name": "乙"}))
    commit(ledger, projects(A_PROJECT | {"planned_finish": "2027年底"}))
    changes = diff(ledger, 1, 2, SheetKind.PROJECTS)
    assert changes.edited == (Edit(("P01",), "planned_finish", None, "2027年底"),)
    assert changes.removed == (("P02",),)


def test_a_month_nobody_touched_stays_out_of_a_diff_and_its_neighbour_does_not(ledger):
    commit(ledger, progress(a_report(ppm=1), a_report(period="2026-09")))
    commit(ledger, progress(a_report(ppm=2)))
    found = difference(tables(ledger, 1), tables(ledger, 2), SheetKind.PROGRESS)
    assert found.edited == (Edit(KEY, "percent_done_ppm", 1, 2),)
    assert not found.added
    assert not found.removed
    assert found.unchanged == ()


def test_a_diff_with_a_version_that_is_not_there_is_refused(ledger):
    with pytest.raises(UnknownVersionError):
        diff(ledger, 0, 1)
