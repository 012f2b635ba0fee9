import pytest

from store.refusals import UnknownVersionError
from store.versions import versions
from tests.store.made import NOON, a_report, commit, progress, projects, withdraw


def test_every_version_is_a_file_or_a_withdrawal(ledger):
    commit(ledger, projects(), actor="甲", reason="规划调整")
    commit(ledger, progress(a_report()), actor="乙")
    withdraw(ledger, 2)
    first, second, third = versions(ledger)
    assert (first.version, first.at, first.actor, first.reason) == (1, NOON, "甲", "规划调整")
    assert first.upload == ledger.upload(1)
    assert (second.upload.withdrawn_version, second.reason, second.withdraws) == (3, "", ())
    assert (third.upload, third.withdraws, third.reason) == (None, (2,), "重复报送")


def test_files_taken_back_together_are_one_version(ledger):
    commit(ledger, progress(a_report(), illustrative=True))
    commit(ledger, progress(a_report("P02"), illustrative=True))
    ledger.withdraw_illustrative(actor="督查室", at=NOON, reason="正式启用")
    assert [one.withdraws for one in versions(ledger)] == [(), (), (1, 2)]


def test_the_versions_of_then_do_not_know_what_came_later(ledger):
    commit(ledger, progress(a_report()))
    withdraw(ledger, 1)
    (only,) = versions(ledger, as_of=1)
    assert not only.upload.withdrawn
    assert versions(ledger, as_of=0) == ()
    with pytest.raises(UnknownVersionError):
        versions(ledger, as_of=3)
