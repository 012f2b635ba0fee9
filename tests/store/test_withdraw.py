from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from store.refusals import BlankError, UnknownVersionError, WithdrawnError
from store.tables import tables
from tests.store.made import NOON, a_report, commit, progress, withdraw


def test_a_withdrawal_is_a_version_of_its_own_and_names_who_when_and_why(ledger):
    commit(ledger, progress(a_report()))
    assert withdraw(ledger, 1, at=NOON + timedelta(hours=1)) == 2
    upload = ledger.upload(1)
    assert upload.withdrawn
    assert (upload.withdrawn_version, upload.withdrawn_by) == (2, "督查室")
    assert upload.withdrawn_at == NOON + timedelta(hours=1)
    assert upload.withdrawn_reason == "重复报送"


def test_what_is_withdrawn_no_longer_counts_but_the_past_still_knows_it(ledger):
    commit(ledger, progress(a_report(ppm=100)))
    commit(ledger, progress(a_report(ppm=200)))
    withdraw(ledger, 2)
    by_version = [tables(ledger, v).reports["percent_done_ppm"].tolist() for v in range(4)]
    assert by_version == [[], [100], [200], [100]]
    assert ledger.uploads(as_of=2)[1].withdrawn is False
    assert ledger.uploads(as_of=3)[1].withdrawn is True


def test_the_original_of_a_withdrawn_upload_can_still_be_read(ledger):
    commit(ledger, progress(a_report(), raw=b"kept"))
    withdraw(ledger, 1)
    assert ledger.original(1) == b"kept"


def test_an_upload_is_withdrawn_once(ledger):
    commit(ledger, progress(a_report()))
    withdraw(ledger, 1)
    with pytest.raises(WithdrawnError):
        withdraw(ledger, 1)
    assert ledger.version() == 2


@pytest.mark.parametrize("version", [0, 2, 9])
def test_only_an_upload_can_be_withdrawn(ledger, version):
    commit(ledger, progress(a_report()))
    withdraw(ledger, 1)
    with pytest.raises(UnknownVersionError):
        withdraw(ledger, version)


def test_a_withdrawal_needs_a_reason(ledger):
    commit(ledger, progress(a_report()))
    with pytest.raises(BlankError):
        ledger.withdraw(1, actor="督查室", at=NOON, reason="")


def test_illustrative_uploads_go_together_and_leave_the_real_ones(ledger):
    commit(ledger, progress(a_report("P01"), illustrative=True))
    commit(ledger, progress(a_report("P02")))
    commit(ledger, progress(a_report("P03"), illustrative=True))
    assert tables(ledger).illustrative
    gone = ledger.withdraw_illustrative(actor="督查室", at=NOON, reason="正式启用")
    assert (gone, ledger.version()) == ((1, 3), 4)
    assert tables(ledger).reports["item_id"].tolist() == ["P02"]
    assert not tables(ledger).illustrative
    assert tables(ledger, as_of=3).illustrative


def test_without_illustrative_uploads_nothing_is_written(ledger):
    commit(ledger, progress(a_report()))
    assert ledger.withdraw_illustrative(actor="督查室", at=NOON, reason="正式启用") == ()
    assert ledger.version() == 1


def test_the_version_of_a_day_is_the_last_one_of_that_day_in_shanghai(ledger):
    for hours, item in ((0, "P01"), (3, "P02"), (5, "P03"), (40, "P04")):
        commit(ledger, progress(a_report(item)), at=NOON + timedelta(hours=hours))
    # noon UTC is 20:00 in Shanghai: five hours later it is the next day there
    days = [date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23), date(2027, 1, 1)]
    assert [ledger.version_on(day) for day in days] == [0, 2, 3, 4]
    assert ledger.version_on(date(2026, 11, 22), ZoneInfo("UTC")) == 3
