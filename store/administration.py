"""What an administrator does about accounts: how they stand, first passwords, shown once."""

from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from domain.audited import Event
from domain.roles import Role
from store import accounts, audit, passwords, signing_in
from store.accounts import Account
from store.audit import Wanted
from store.people_schema import session
from store.readable import Readable

_SIGN_INS = Wanted(events=(Event.SIGNED_IN,))


@dataclass(frozen=True, slots=True)
class Standing:
    """How an account stands at a moment. Times are in UTC."""

    account: Account
    locked: bool  # kept out for some minutes after too many failures
    sessions: int  # signed in and not yet out; some may have idled too long
    last_signed_in: datetime | None


def standing(ledger: Readable, *, by: str, at: datetime) -> tuple[Standing, ...]:
    """Return all accounts by name.

    Raises:
        ForbiddenError, TypedNameError: when ``by`` may manage no accounts.
    """
    accounts.must_manage(ledger, by, at)
    last = {one.actor: one.at for one in reversed(audit.read(ledger, _SIGN_INS))}
    counted = sa.select(session.c.account, sa.func.count()).group_by(session.c.account)
    with ledger.reading() as connection:
        number = {row[0]: row[1] for row in connection.execute(counted)}
    return tuple(
        Standing(
            one,
            signing_in.is_locked(ledger, one.name, at),
            number.get(one.name, 0),
            last.get(one.name),
        )
        for one in accounts.every(ledger)
    )


def make(
    ledger: Readable,
    name: str,
    roles: frozenset[Role],
    units: frozenset[str],
    *,
    by: str,
    at: datetime,
) -> str:
    """Make an account and return its first password, which is kept nowhere.

    Raises:
        PeopleError, BlankError: as ``accounts.add`` says.
    """
    accounts.must_manage(ledger, by, at)
    password = passwords.first()
    made = Account(name, roles, units, must_change=True)
    accounts.add(ledger, made, password_hash=passwords.hashed(password), by=by, at=at)
    return password


def reset(ledger: Readable, name: str, *, by: str, at: datetime) -> str:
    """Give an account another first password and return it; it is kept nowhere.

    Raises:
        PeopleError: as ``accounts.set_password`` says.
    """
    accounts.must_manage(ledger, by, at)
    password = passwords.first()
    accounts.set_password(ledger, name, passwords.hashed(password), by=by, at=at)
    return password


def close(ledger: Readable, name: str, *, closed: bool, by: str, at: datetime) -> None:
    """Close an account, or open it again; it stays, with what it did.

    Raises:
        PeopleError: as ``accounts.change`` says.
    """
    accounts.must_manage(ledger, by, at)
    one = accounts.get(ledger, name)
    accounts.change(ledger, replace(one, closed=closed), by=by, at=at)


def give(
    ledger: Readable,
    name: str,
    roles: frozenset[Role],
    units: frozenset[str],
    *,
    by: str,
    at: datetime,
) -> None:
    """Give an account other roles and units.

    Raises:
        PeopleError: as ``accounts.change`` says.
    """
    accounts.must_manage(ledger, by, at)
    given = accounts.with_roles(accounts.get(ledger, name), roles, units)
    accounts.change(ledger, given, by=by, at=at)
