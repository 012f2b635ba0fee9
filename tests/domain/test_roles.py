"""Every role, every action, every relation: what the table says and nothing beyond it."""

from itertools import combinations

import pytest

from domain import roles
from domain.roles import Action, Actor, Reach, Resource, Role, allowed
from tests.conftest import ROOT
from tests.docs.role_table import PAGE, page

OWN, OTHER = frozenset({"财政局"}), frozenset({"审计局"})
RELATIONS = {
    "own": Resource((OWN,), by="张三"),
    "own among others": Resource((OWN | OTHER, OWN), by="张三"),
    "other": Resource((OTHER,), by="李四"),
    "own and other": Resource((OWN, OTHER), by="李四"),
    "nothing in particular": Resource(),
}
OF_OWN_UNITS = {"own", "own among others"}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("relation", RELATIONS)
def test_the_answer_is_what_the_table_says(role, action, relation):
    actor = Actor("张三", frozenset({role}), OWN)
    reach = roles.TABLE[action].get(role)
    expected = reach is Reach.ALL or (reach is not None and relation in OF_OWN_UNITS)
    assert allowed(actor, action, RELATIONS[relation]) is expected


@pytest.mark.parametrize("action", Action)
def test_without_a_role_nothing_is_allowed(action):
    nobody = Actor("张三", frozenset(), OWN)
    assert not any(allowed(nobody, action, one) for one in (None, *RELATIONS.values()))


def test_an_action_the_table_does_not_name_is_denied(monkeypatch):
    left = {action: row for action, row in roles.TABLE.items() if action is not Action.SEE_FIGURES}
    monkeypatch.setattr(roles, "TABLE", left)
    everybody = Actor("张三", frozenset(Role), OWN | OTHER)
    assert not allowed(everybody, Action.SEE_FIGURES, RELATIONS["own"])


def test_a_reporter_bound_to_no_unit_may_commit_nothing():
    unbound = Actor("张三", frozenset({Role.REPORTER}))
    assert not allowed(unbound, Action.COMMIT)
    assert not any(allowed(unbound, Action.COMMIT, one) for one in RELATIONS.values())


def test_the_administrator_has_no_business_and_the_auditor_changes_nothing():
    changing = {
        action
        for action in Action
        if action
        not in {
            Action.SEE_FIGURES,
            Action.EXPORT_FIGURES,
            Action.READ_AUDIT,
            Action.EXPORT_AUDIT,
            Action.SEE_ROLES,
        }
    }
    administrator = Actor("张三", frozenset({Role.ADMINISTRATOR}), OWN)
    auditor = Actor("李四", frozenset({Role.AUDITOR}), OWN)
    of_administrator = {one for one in changing if allowed(administrator, one)}
    assert of_administrator == {Action.MANAGE_ACCOUNTS, Action.SEE_HEALTH}
    assert not {one for one in changing if allowed(auditor, one)}
    assert not allowed(administrator, Action.SEE_FIGURES)


@pytest.mark.parametrize(
    "pair", list(combinations(sorted(set(Role) - {Role.CONSOLE}), 2)), ids="+".join
)
def test_no_account_administers_or_audits_what_it_does_itself(pair):
    forbidden = Role.ADMINISTRATOR in pair or (Role.AUDITOR in pair and Role.VIEWER not in pair)
    if forbidden:
        with pytest.raises(roles.ForbiddenCombinationError):
            roles.must_combine(pair)
    else:
        roles.must_combine(pair)


def test_the_person_at_their_own_machine_does_all_business_and_manages_no_accounts():
    actor = roles.local("张三")
    assert allowed(actor, Action.COMMIT, RELATIONS["other"])
    assert allowed(actor, Action.PUT_RULES)
    assert allowed(actor, Action.WITHDRAW)
    assert not allowed(actor, Action.MANAGE_ACCOUNTS)


def test_the_printed_table_is_the_one_in_force():
    said = "python -m tests.docs.role_table writes it again"
    assert (ROOT / PAGE).read_text("utf-8") == page(), said
