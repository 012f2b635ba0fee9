"""Accounts: who may come in, with which roles, bound to which responsible units."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.audited import Event
from domain.roles import Actor, ForbiddenCombinationError, Role, must_combine
from store import audit_entries
from store.people_refusals import (
    AccountExistsError,
    CombinationError,
    UnboundReporterError,
    UnknownAccountError,
)
from store.people_schema import account as table
from store.people_schema import session
from store.readable import Readable
from store.refusals import BlankError
from store.submission import storable


@dataclass(frozen=True, slots=True)
class Account:
    """One person's way in; a closed one lets nobody in and may do nothing."""

    name: str
    roles: frozenset[Role] = frozenset()
    units: frozenset[str] = frozenset()
    subject: str | None = None  # issuer and name of an identity provider
    closed: bool = False
    must_change: bool = False

    @property
    def actor(self) -> Actor:
        """Return who asks when this account does."""
        return Actor(self.name, frozenset() if self.closed else self.roles, self.units)


def add(
    ledger: Readable,
    one: Account,
    *,
    password_hash: str | None,
    by: str,
    at: datetime,
) -> None:
    """Make an account.

    Raises:
        BlankError: when it has no name.
        AccountExistsError: when there is one of that name.
        CombinationError: when its roles exclude each other.
        UnboundReporterError: when it reports for no unit.
    """
    if not one.name.strip() or one.name != storable(one.name.strip()):
        raise BlankError("account")
    _must_make_sense(one)
    with ledger.writing() as connection:
        if _row(connection, one.name) is not None:
            raise AccountExistsError(name=one.name)
        row = _cells(one) | {"name": one.name, "password_hash": password_hash}
        connection.execute(table.insert().values(**row))
        _note(connection, one, by, at, did="made")


def change(ledger: Readable, one: Account, *, by: str, at: datetime) -> None:
    """Put roles, units, and whether it is closed in force at once; every session of it ends.

    Raises:
        UnknownAccountError: when there is no such account.
        CombinationError: when its roles exclude each other.
        UnboundReporterError: when it reports for no unit.
    """
    _must_make_sense(one)
    with ledger.writing() as connection:
        _must_be_there(connection, one.name)
        connection.execute(table.update().where(table.c.name == one.name).values(**_cells(one)))
        connection.execute(session.delete().where(session.c.account == one.name))
        _note(connection, one, by, at, did="closed" if one.closed else "changed")


def set_password(
    ledger: Readable,
    name: str,
    password_hash: str,
    *,
    must_change: bool,
    by: str,
    at: datetime,
) -> None:
    """Keep another hash; every session of the account ends.

    Raises:
        UnknownAccountError: when there is no such account.
    """
    with ledger.writing() as connection:
        _must_be_there(connection, name)
        row = {"password_hash": password_hash, "must_change": must_change}
        connection.execute(table.update().where(table.c.name == name).values(**row))
        connection.execute(session.delete().where(session.c.account == name))
        audit_entries.append(connection, Event.PASSWORD_CHANGED, by, {"account": name}, at=at)


def find(ledger: Readable, name: str) -> Account | None:
    """Return an account as it stands, None when there is none."""
    with ledger.reading() as connection:
        row = _row(connection, name)
    return None if row is None else _account(row)


def by_subject(ledger: Readable, subject: str) -> Account | None:
    """Return the account of somebody an identity provider knows, None when there is none."""
    query = sa.select(table).where(table.c.subject == subject)
    with ledger.reading() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else _account(row)


def get(ledger: Readable, name: str) -> Account:
    """Return an account as it stands.

    Raises:
        UnknownAccountError: when there is none.
    """
    found = find(ledger, name)
    if found is None:
        raise UnknownAccountError(name=name)
    return found


def password_hash_of(ledger: Readable, name: str) -> str | None:
    """Return what a password is checked against; None when nobody signs in so."""
    query = sa.select(table.c.password_hash).where(table.c.name == name, ~table.c.closed)
    with ledger.reading() as connection:
        return connection.execute(query).scalar()


def every(ledger: Readable) -> tuple[Account, ...]:
    """Return all accounts by name."""
    with ledger.reading() as connection:
        rows = connection.execute(sa.select(table).order_by(table.c.name)).all()
    return tuple(map(_account, rows))


def are_kept(ledger: Readable) -> bool:
    """Tell whether the ledger holds any account: then nobody acts under a name they typed."""
    with ledger.reading() as connection:
        return connection.execute(sa.select(table.c.name).limit(1)).first() is not None


def with_roles(one: Account, roles: Iterable[Role], units: Iterable[str]) -> Account:
    """Return the account with other roles and units."""
    return replace(one, roles=frozenset(roles), units=frozenset(units))


def _must_make_sense(one: Account) -> None:
    try:
        must_combine(one.roles)
    except ForbiddenCombinationError as error:
        raise CombinationError from error
    if Role.REPORTER in one.roles and not one.units:
        raise UnboundReporterError


def _row(connection: sa.Connection, name: str) -> sa.Row[*tuple[Any, ...]] | None:
    query = sa.select(table).where(table.c.name == storable(name))
    return connection.execute(query).one_or_none()


def _must_be_there(connection: sa.Connection, name: str) -> None:
    if _row(connection, name) is None:
        raise UnknownAccountError(name=name)


def _cells(one: Account) -> dict[str, object]:
    return {
        "roles": json.dumps(sorted(one.roles)),
        "units": json.dumps(sorted(one.units), ensure_ascii=False),
        "subject": one.subject,
        "closed": one.closed,
        "must_change": one.must_change,
    }


def _account(row: sa.Row[*tuple[Any, ...]]) -> Account:
    name, roles, units, _, subject, closed, must_change = row
    return Account(
        name=name,
        roles=frozenset(map(Role, json.loads(roles))),
        units=frozenset(json.loads(units)),
        subject=subject,
        closed=closed,
        must_change=must_change,
    )


def _note(connection: sa.Connection, one: Account, by: str, at: datetime, *, did: str) -> None:
    body = {"account": one.name, "did": did, "roles": one.roles, "units": one.units}
    audit_entries.append(connection, Event.ACCOUNT_CHANGED, by, body, at=at)
