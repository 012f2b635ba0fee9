"""The dashboard as a network would be served it: people sign in."""

import pytest

from domain.roles import Role
from store import accounts, authority, passwords
from store.accounts import Account
from store.ledger import Ledger
from tests.browser.server import served
from tests.pages.offices import NOON, planted

PHRASE = "一匹正确的马配一枚订书钉的电池"


def with_people(folder, *, subject=None):
    """Make a state folder with reports in it and an account per role, all with one password."""
    state = planted(folder, samples=True)
    kept = passwords.hashed(PHRASE)
    with Ledger.open(f"sqlite:///{state / 'ledger.sqlite3'}") as ledger:
        for role in set(Role) - {Role.CONSOLE}:
            units = frozenset({"财政局"}) if role is Role.REPORTER else frozenset()
            bound = subject if role is Role.EDITOR else None
            made = Account(role.value, frozenset({role}), units, subject=bound)
            accounts.add(ledger, made, password_hash=kept, by=authority.CONSOLE, at=NOON)
    return state


@pytest.fixture(scope="session")
def state(tmp_path_factory):
    """The folder that the served dashboard keeps its ledger in."""
    return with_people(tmp_path_factory.mktemp("gate") / "office")


@pytest.fixture(scope="session")
def address(state):
    """The address of a dashboard where people sign in."""
    with served(state, PLAN_LOGIN="accounts") as here:
        yield here
