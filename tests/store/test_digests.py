"""A digest somebody wrote down tells whether the ledger is still the one it was."""

import sqlalchemy as sa

from store import archive
from store.digests import Then, recognised
from tests.store.made import a_report, act, commit, progress, withdraw


def test_every_digest_the_ledger_ever_had_is_recognised(ledger):
    commit(ledger, progress(a_report()))
    seen = [archive.digest(ledger)]
    for change in (act, lambda ledger: commit(ledger, progress(a_report("P02"))), act, act):
        change(ledger)
        seen.append(archive.digest(ledger))
    withdraw(ledger, 1)
    seen.append(archive.digest(ledger))
    assert [recognised(ledger, digest) for digest in seen] == [
        Then(1, 0, 2, 3),
        Then(1, 1, 2, 2),
        Then(2, 1, 1, 2),
        Then(2, 2, 1, 1),
        Then(2, 3, 1, 0),
        Then(3, 3, 0, 0),
    ]


def test_the_digest_of_a_ledger_whose_last_version_was_cut_off_is_unknown(ledger):
    commit(ledger, progress(a_report()))
    withdraw(ledger, 1)
    written_down = archive.digest(ledger)
    with ledger.writing() as connection:
        for cut in ("DELETE FROM withdrawal", "DELETE FROM event WHERE seq = 2"):
            connection.execute(sa.text(cut))
        connection.execute(sa.text("UPDATE head SET seq = 1"))
    assert recognised(ledger, written_down) is None
    assert recognised(ledger, " ") is None
    assert recognised(ledger, archive.digest(ledger).upper()) == Then(1, 0, 0, 0)
