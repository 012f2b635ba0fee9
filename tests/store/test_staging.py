from datetime import timedelta

import pytest

from store.ledger import Ledger
from store.refusals import BlankError, NotStagedError, StaleBaseError
from store.staging import Staged, Waiting, discard, discard_before, stage, staged, waiting
from tests.store.made import NOON, a_report, commit, progress


def test_a_staged_file_survives_a_restart(url):
    with Ledger.open(url) as ledger:
        token = stage(ledger, b"sheet", "十月.csv", actor="财政局", at=NOON)
    with Ledger.open(url) as again:
        assert staged(again, token) == Staged(token, "十月.csv", b"sheet", "财政局", NOON)
        assert again.version() == 0


def test_committing_a_staged_file_takes_it_out(ledger):
    token = stage(ledger, b"sheet", "十月.csv", actor="财政局", at=NOON)
    commit(ledger, progress(a_report(), raw=b"sheet"), token=token)
    with pytest.raises(NotStagedError):
        staged(ledger, token)


def test_a_refused_commit_leaves_the_file_staged(ledger):
    token = stage(ledger, b"sheet", "十月.csv", actor="财政局", at=NOON)
    with pytest.raises(StaleBaseError):
        commit(ledger, progress(a_report(), raw=b"sheet"), token=token, base=5)
    assert staged(ledger, token).raw == b"sheet"


def test_a_discarded_file_is_gone_and_discarding_twice_is_no_error(ledger):
    token = stage(ledger, b"sheet", "十月.csv", actor="财政局", at=NOON)
    discard(ledger, token)
    discard(ledger, token)
    with pytest.raises(NotStagedError):
        staged(ledger, token)


def test_old_files_are_swept_out_and_young_ones_stay(ledger):
    stage(ledger, b"old", "a.csv", actor="财政局", at=NOON - timedelta(days=2))
    young = stage(ledger, b"young", "b.csv", actor="财政局", at=NOON)
    assert discard_before(ledger, NOON - timedelta(days=1)) == 1
    assert staged(ledger, young).raw == b"young"


def test_the_files_that_wait_are_listed_the_longest_first(ledger):
    stage(ledger, b"young", "b.csv", actor="财政局", at=NOON)
    stage(ledger, b"oldest", "a.csv", actor="督查室", at=NOON - timedelta(days=2))
    assert waiting(ledger) == (
        Waiting("a.csv", "督查室", NOON - timedelta(days=2), 6),
        Waiting("b.csv", "财政局", NOON, 5),
    )


def test_the_same_file_staged_twice_has_two_tokens(ledger):
    tokens = {stage(ledger, b"same", "a.csv", actor="财政局", at=NOON) for _ in range(2)}
    assert len(tokens) == 2


def test_a_staged_file_has_a_name_and_an_owner(ledger):
    with pytest.raises(BlankError):
        stage(ledger, b"", "", actor="财政局", at=NOON)
    with pytest.raises(BlankError):
        stage(ledger, b"", "a.csv", actor=" ", at=NOON)
