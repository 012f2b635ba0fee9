"""When each report came, by the uploads that count and by what was recorded of their receipt."""

from datetime import UTC, date, datetime, timedelta

import pytest

from store.receipts import receipts, record_receipt
from store.refusals import (
    ActedMeanwhileError,
    BlankError,
    NotReceivableError,
    ReceivedLaterError,
    UnknownVersionError,
)
from store.submissions import submissions
from tests.store.made import NOON, a_report, act, commit, progress, projects, withdraw
from texts import catalogue

DAY = timedelta(days=1)
NIGHT = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)  # past midnight in Shanghai
TASK = {"item_kind": "任务"}


def rows(ledger, as_of, first="2026-01", last="2026-12", **more):
    found = submissions(ledger, as_of, first, last, **more)
    return [tuple(row) for row in found.drop(columns="item_kind").itertuples(index=False)]


def receive(ledger, version, day, *, at=NOON, reason="纸质件先到"):
    said = date.fromisoformat(day)
    return record_receipt(ledger, version, said, actor="督查室", at=at, reason=reason)


def test_a_report_came_with_the_first_upload_and_a_correction_counts_beside_it(ledger):
    commit(ledger, projects())
    commit(ledger, progress(a_report("P01"), a_report("T01", **TASK)), at=NIGHT)
    commit(ledger, progress(a_report("P01", ppm=1)), at=NIGHT + DAY)
    found = submissions(ledger, 3, "2026-10", "2026-10")
    assert found.to_dict("records") == [
        {"period": "2026-10", "item_kind": "项目", "item_id": "P01", "responsible_unit": "财政局",
         "first_version": 2, "last_version": 3, "uploads": 2, "received_on": "2026-11-23"},
        {"period": "2026-10", "item_kind": "任务", "item_id": "T01", "responsible_unit": "财政局",
         "first_version": 2, "last_version": 2, "uploads": 1, "received_on": "2026-11-23"},
    ]  # fmt: skip
    assert rows(ledger, 2)[0] == ("2026-10", "P01", "财政局", 2, 2, 1, "2026-11-23")
    assert rows(ledger, 1) == []


def test_only_the_months_asked_for_are_told_in_order(ledger):
    months = ["2026-11", "2025-12", "2026-08", "2026-09"]
    commit(ledger, progress(*(a_report(period=month) for month in months)))
    told = [row[0] for row in rows(ledger, 1, "2026-08", "2026-11")]
    assert told == ["2026-08", "2026-09", "2026-11"]


def test_each_unit_reports_for_itself(ledger):
    commit(ledger, progress(a_report(unit="财政局"), a_report(unit="关堤乡")))
    commit(ledger, progress(a_report(unit="关堤乡", ppm=1)))
    assert [row[2:6] for row in rows(ledger, 2)] == [("关堤乡", 1, 2, 2), ("财政局", 1, 1, 1)]


def test_a_withdrawn_upload_never_came(ledger):
    commit(ledger, progress(a_report(), a_report("P02")))
    commit(ledger, progress(a_report(ppm=1)), at=NOON + DAY)
    withdraw(ledger, 1, at=NOON + 2 * DAY)
    assert rows(ledger, 3) == [("2026-10", "P01", "财政局", 2, 2, 1, "2026-11-23")]
    assert [row[3:6] for row in rows(ledger, 2)] == [(1, 2, 2), (1, 1, 1)]


def test_the_day_recorded_for_the_first_upload_takes_the_place_of_its_own(ledger):
    commit(ledger, progress(a_report(), a_report("P02")))
    commit(ledger, progress(a_report(ppm=1)))
    receive(ledger, 1, "2026-10-24")
    receive(ledger, 2, "2026-10-20")
    assert [row[6] for row in rows(ledger, 2)] == ["2026-10-24"] * 2
    receive(ledger, 1, "2026-10-26", reason="登记有误")
    assert [row[6] for row in rows(ledger, 2)] == ["2026-10-26"] * 2


def test_a_receipt_counts_from_the_moment_it_was_recorded(ledger):
    commit(ledger, progress(a_report()))
    receive(ledger, 1, "2026-10-24", at=NOON + DAY)
    commit(ledger, progress(a_report("P02")), at=NOON + 2 * DAY)
    receive(ledger, 1, "2026-10-25", at=NOON + 3 * DAY)
    assert rows(ledger, 1)[0][6] == "2026-10-24"
    assert rows(ledger, 1, until=NOON)[0][6] == "2026-11-22"
    assert rows(ledger, 2, until=NOON + 2 * DAY)[0][6] == "2026-10-24"
    assert rows(ledger, 2)[0][6] == "2026-10-25"


def test_acts_about_anything_else_move_no_day(ledger):
    commit(ledger, progress(a_report()))
    act(ledger, "1", body={"day": "2020-01-01"})
    assert rows(ledger, 1)[0][6] == "2026-11-22"


def test_a_table_without_rows_has_the_same_types(ledger):
    empty = submissions(ledger, 0, "2026-01", "2026-12")
    commit(ledger, progress(a_report()))
    full = submissions(ledger, 1, "2026-01", "2026-12")
    assert len(empty) == 0
    assert empty.dtypes.equals(full.dtypes)
    assert full.dtypes.astype(str).tolist() == ["str"] * 4 + ["Int64"] * 3 + ["str"]


def test_a_version_that_is_not_there_is_refused(ledger):
    with pytest.raises(UnknownVersionError):
        submissions(ledger, 1, "2026-01", "2026-12")


def test_a_receipt_names_its_upload_and_why(ledger):
    commit(ledger, progress(a_report()))
    done = receive(ledger, 1, "2026-11-22")
    assert (done.subject, done.key) == ("receipt", "1")
    assert done.body == {"day": "2026-11-22", "reason": "纸质件先到"}


def test_a_sheet_is_not_received_after_its_upload(ledger):
    commit(ledger, progress(a_report()), at=NIGHT)
    receive(ledger, 1, "2026-11-23")
    with pytest.raises(ReceivedLaterError) as caught:
        receive(ledger, 1, "2026-11-24")
    told = catalogue("zh")(caught.value.text_key, **caught.value.more)
    assert "2026-11-24" in told
    assert "2026-11-23" in told


def test_a_receipt_without_a_reason_or_an_upload_is_refused(ledger):
    commit(ledger, progress(a_report()))
    withdraw(ledger, 1)
    with pytest.raises(BlankError):
        receive(ledger, 1, "2026-10-24", reason=" ")
    with pytest.raises(UnknownVersionError):
        receive(ledger, 2, "2026-10-24")


def test_only_a_progress_sheet_that_counts_is_received(ledger):
    commit(ledger, projects())
    commit(ledger, progress(a_report()))
    withdraw(ledger, 2)
    for version, why in ((1, "other_table"), (2, "withdrawn")):
        with pytest.raises(NotReceivableError) as refused:
            receive(ledger, version, "2026-10-24")
        said = catalogue("zh")(refused.value.text_key, **refused.value.more)
        assert refused.value.entry == f"not_received_{why}"
        assert f"第{version}版" in said


def test_two_who_record_a_receipt_at_once_are_told_of_each_other(ledger):
    commit(ledger, progress(a_report()))
    receive(ledger, 1, "2026-10-24")
    (first,) = receipts(ledger, 1)
    about = {"actor": "李四", "at": NOON, "reason": "登记有误"}
    with pytest.raises(ActedMeanwhileError):
        record_receipt(ledger, 1, date(2026, 10, 20), **about, seen=0)
    record_receipt(ledger, 1, date(2026, 10, 20), **about, seen=first.number)
    assert [str(one.day) for one in receipts(ledger, 1)] == ["2026-10-24", "2026-10-20"]
