"""Whether the ledger is sound and can be written, as the doctor asks."""

import sqlalchemy as sa

from store.soundness import unsound


def test_a_sound_ledger_that_can_be_written_has_nothing_to_say(office, t):
    assert unsound(office.ledger, t) == ""
    assert office.ledger.version() == 2


def test_a_ledger_that_cannot_be_written_is_found_before_somebody_commits(office, t):
    sa.event.listen(office.ledger.engine, "connect", _only_read)
    office.ledger.engine.dispose()
    assert "只能读、不能写" in unsound(office.ledger, t)


def _only_read(connection, _):
    connection.execute("PRAGMA query_only = ON")
