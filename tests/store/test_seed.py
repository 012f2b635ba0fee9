from store.seed import SEED_ACTOR, plant
from store.tables import tables
from tests.store.made import NOON, a_report, commit, progress, projects, tasks, withdraw


def test_the_delivered_plan_is_the_first_two_versions(ledger):
    plant(ledger, projects(), tasks(), at=NOON)
    assert [(one.version, one.kind, one.actor) for one in ledger.uploads()] == [
        (1, "projects", SEED_ACTOR),
        (2, "tasks", SEED_ACTOR),
    ]
    planted = tables(ledger)
    assert (len(planted.projects), len(planted.tasks), len(planted.assignments)) == (1, 1, 1)


def test_planting_again_adds_nothing(ledger):
    plant(ledger, projects(), tasks(), at=NOON)
    plant(ledger, projects(), tasks(), at=NOON)
    assert ledger.version() == 2


def test_a_ledger_in_use_is_left_alone_even_when_its_plan_was_withdrawn(ledger):
    commit(ledger, progress(a_report()))
    withdraw(ledger, 1)
    plant(ledger, projects(), tasks(), at=NOON)
    assert ledger.version() == 2
    assert not ledger.commit_first([(projects(), "late")], actor="somebody", at=NOON)
