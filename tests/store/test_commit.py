from datetime import datetime, timedelta

import pytest

from store.ledger import Ledger
from store.refusals import (
    AlreadyUploadedError,
    BlankError,
    RefusedRowsError,
    StaleBaseError,
    TokenReusedError,
    UnknownVersionError,
)
from store.tables import tables
from tests.store.made import (
    A_PROJECT,
    CLICK,
    NOON,
    a_report,
    commit,
    frame,
    progress,
    projects,
    withdraw,
)


def test_an_empty_ledger_is_at_version_zero(ledger):
    assert ledger.version() == 0
    assert ledger.uploads() == ()


def test_a_commit_is_the_next_version_and_keeps_who_when_and_what(ledger):
    upload = ledger.commit(
        progress(a_report("P01"), a_report("P02"), raw=b"sheet"),
        actor="经济发展局",
        at=NOON,
        base=0,
        token=CLICK,
        reason="十月月报",
    )
    assert ledger.version() == upload.version == 1
    assert (upload.kind, upload.filename) == ("progress", "十月进展.xlsx")
    assert (upload.size, upload.n_rows) == (5, 2)
    assert (upload.actor, upload.at, upload.reason) == ("经济发展局", NOON, "十月月报")
    assert not upload.withdrawn
    assert ledger.uploads() == (upload,)
    assert ledger.upload(1) == upload


def test_the_original_comes_back_byte_for_byte(ledger):
    raw = bytes(range(256)) * 50
    commit(ledger, progress(a_report(), raw=raw))
    assert ledger.original(1) == raw


def test_an_empty_file_is_a_file(ledger):
    commit(ledger, progress(raw=b""))
    assert ledger.original(1) == b""


def test_a_preview_drawn_against_an_older_version_is_refused(ledger):
    commit(ledger, progress(a_report()))
    with pytest.raises(StaleBaseError) as caught:
        commit(ledger, progress(a_report("P02")), base=0, token=CLICK)
    assert (caught.value.previewed, caught.value.current) == (0, 1)
    assert ledger.version() == 1


def test_the_same_token_adds_nothing_and_returns_the_same_upload(ledger):
    first = commit(ledger, progress(a_report()), token=CLICK)
    commit(ledger, progress(a_report("P02")))
    again = commit(ledger, progress(a_report()), base=0, token=CLICK)
    assert again == first
    assert ledger.version() == 2


def test_one_token_cannot_name_two_files(ledger):
    commit(ledger, progress(a_report()), token=CLICK)
    with pytest.raises(TokenReusedError):
        commit(ledger, progress(a_report("P02")), token=CLICK)


def test_the_same_bytes_count_once(ledger):
    commit(ledger, progress(a_report()))
    with pytest.raises(AlreadyUploadedError) as caught:
        commit(ledger, progress(a_report(), filename="另存为.xlsx"))
    assert caught.value.version == 1


def test_the_same_bytes_count_twice_when_somebody_insists(ledger):
    commit(ledger, progress(a_report()))
    assert commit(ledger, progress(a_report()), force=True).version == 2


def test_a_withdrawn_file_can_be_uploaded_again(ledger):
    commit(ledger, progress(a_report()))
    withdraw(ledger, 1)
    assert commit(ledger, progress(a_report())).version == 3
    assert tables(ledger).reports["version"].tolist() == [3]


def test_the_same_bytes_as_another_kind_are_another_file(ledger):
    commit(ledger, progress(a_report(), raw=b"same"))
    other = projects()
    object.__setattr__(other, "sha256", progress(raw=b"same").sha256)
    assert commit(ledger, other).version == 2


def test_time_never_goes_back(ledger):
    commit(ledger, progress(a_report()))
    late = commit(ledger, progress(a_report("P02")), at=NOON - timedelta(hours=3))
    assert late.at == NOON


def test_a_time_without_a_zone_is_no_time(ledger):
    with pytest.raises(ValueError, match="2026"):
        commit(ledger, progress(a_report()), at=datetime(2026, 11, 22))  # noqa: DTZ001
    assert ledger.version() == 0


@pytest.mark.parametrize("field", ["actor", "token"])
def test_a_commit_says_who_and_under_which_token(ledger, field):
    with pytest.raises(BlankError) as caught:
        commit(ledger, progress(a_report()), **{field: " "})
    assert caught.value.text_key == f"ledger.blank_{field}"


def test_an_unknown_version_has_no_original(ledger):
    commit(ledger, progress(a_report()))
    withdraw(ledger, 1)
    for version in (0, 2, 3):  # 2 is a withdrawal, no upload
        with pytest.raises(UnknownVersionError):
            ledger.original(version)
        with pytest.raises(UnknownVersionError):
            ledger.upload(version)


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (a_report(ppm=1_000_001), "ck_report_percent_done_ppm"),
        (a_report(ppm=-1), "ck_report_percent_done_ppm"),
        (a_report(done_total_yuan=-1), "ck_report_done_total_yuan"),
        (a_report(ppm=0.5), "whole_number"),
        (a_report(ppm=2**63), "whole_number"),
        (a_report(period="2026-13"), "period"),
        (a_report(period="2026年10月"), "period"),
        (a_report(item_kind="工程"), "item_kind"),
        (a_report(unit=""), "empty"),
        (a_report(item=None), "empty"),
        (a_report(progress_text="a\0b"), "text"),
        (a_report(progress_text="\ud800"), "text"),
        (a_report(progress_text=3), "text"),
    ],
)
def test_a_row_that_breaks_a_rule_stops_the_whole_file(ledger, row, rule):
    with pytest.raises(RefusedRowsError) as caught:
        commit(ledger, progress(a_report("P09"), row))
    assert rule in caught.value.rule
    assert ledger.version() == 0
    assert len(tables(ledger).reports) == 0


def test_one_item_period_and_unit_stands_once_in_a_file(ledger):
    with pytest.raises(RefusedRowsError) as caught:
        commit(ledger, progress(a_report(), a_report("P02"), a_report(ppm=1)))
    assert (caught.value.rule, caught.value.row) == ("twice", 3)


def test_a_frame_with_other_columns_is_refused(ledger):
    submission = projects()
    submission.frame["unit"] = "亿元"
    with pytest.raises(RefusedRowsError) as caught:
        commit(ledger, submission)
    assert (caught.value.rule, caught.value.column) == ("columns", "unit")


def test_the_ledger_keeps_three_kinds_of_table():
    with pytest.raises(RefusedRowsError):
        type(projects())("payments", "p.csv", b"", frame("projects", A_PROJECT))


def test_a_file_has_a_name():
    with pytest.raises(BlankError):
        progress(a_report(), filename="")


def test_a_ledger_opened_again_is_the_same_ledger(url):
    with Ledger.open(url) as ledger:
        commit(ledger, progress(a_report(), raw=b"kept"))
        before = ledger.uploads()
    with Ledger.open(url) as again:
        assert again.uploads() == before
        assert again.original(1) == b"kept"
        assert len(tables(again).reports) == 1


def test_a_strange_file_name_or_reason_does_not_stop_a_file(ledger):
    strange = "十月\0\ud800.csv"
    upload = commit(ledger, progress(a_report(), filename=strange), reason=strange)
    assert (upload.filename, upload.reason) == ("十月\ufffd\ufffd.csv",) * 2
