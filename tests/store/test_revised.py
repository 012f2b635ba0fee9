"""Charts of the plan itself say of which day the plan is."""

from datetime import timedelta

from store.revised import revised_on
from store.seed import SEED_ACTOR
from tests.store.made import A_PROJECT, NOON, commit, progress, projects, withdraw


def test_the_delivered_plan_is_of_the_day_it_was_issued(ledger):
    commit(ledger, projects(), actor=SEED_ACTOR)
    commit(ledger, progress(raw=b""))
    assert revised_on(ledger, 2) is None


def test_a_later_table_gives_the_day_of_its_upload_until_it_is_withdrawn(ledger):
    commit(ledger, projects(), actor=SEED_ACTOR)
    later = NOON + timedelta(days=3)
    commit(ledger, projects(A_PROJECT | {"planned_finish": "2026年底"}), at=later)
    assert revised_on(ledger, 1) is None
    assert revised_on(ledger, 2) == later.date()
    withdraw(ledger, 2)
    assert revised_on(ledger, 3) is None
