"""Accounts: who may come in, with which roles, bound to which responsible units.

Whoever changes one is asked for the right to it here, as their own account stands at that moment.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from domain.audited import Event
from domain.roles import Action, ForbiddenCombinationError, Role, must_combine
from store import audit_entries, authority
from store.account_rows import Account, cells, find, in_row, must_be_there, read
from store.authority import CONSOLE
from store.people_refusals import (
    AccountExistsError,
    CombinationError,
    OwnAccountError,
    RolelessError,
    UnboundReporterError,
    UnknownAccountError,
)
from store.people_schema import account as table
from store.people_schema import session
from store.readable import Readable
from store.refusals import BlankError
from store.submission import storable


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
        ForbiddenError, TypedNameError: when ``by`` may manage no accounts.
        BlankError: when it has no name.
        AccountExistsError: when there is one of that name.
        RolelessError, CombinationError: when it has no role, or roles that exclude each other.
        UnboundReporterError: when it reports for no unit.
    """
    must_manage(ledger, by, at)
    if not one.name.strip() or one.name != storable(one.name.strip()):
        raise BlankError("account")
    _must_make_sense(one)
    with ledger.writing() as connection:
        if in_row(connection, one.name) is not None:
            raise AccountExistsError(name=one.name)
        row = cells(one) | {"name": one.name, "password_hash": password_hash}
        connection.execute(table.insert().values(**row))
        _note(connection, one, by, at, did="made")


def change(ledger: Readable, one: Account, *, by: str, at: datetime) -> None:
    """Put roles, units, and whether it is closed in force at once; every session of it ends.

    Raises:
        ForbiddenError, TypedNameError: when ``by`` may manage no accounts.
        OwnAccountError: when an administrator would shut themselves out.
        UnknownAccountError: when there is no such account.
        RolelessError, CombinationError, UnboundReporterError: as ``add`` says.
    """
    must_manage(ledger, by, at)
    if by is not CONSOLE and by == one.name and (one.closed or Role.ADMINISTRATOR not in one.roles):
        raise OwnAccountError
    _must_make_sense(one)
    with ledger.writing() as connection:
        before = must_be_there(connection, one.name)
        connection.execute(table.update().where(table.c.name == one.name).values(**cells(one)))
        connection.execute(session.delete().where(session.c.account == one.name))
        did = "changed" if before.closed == one.closed else "closed" if one.closed else "opened"
        _note(connection, one, by, at, did=did)


def set_password(ledger: Readable, name: str, password_hash: str, *, by: str, at: datetime) -> None:
    """Keep the hash of a password that must be changed; every session of the account ends.

    Raises:
        ForbiddenError, TypedNameError: when ``by`` may manage no accounts.
        OwnAccountError: when it is the administrator's own, which they change where they sign in.
        UnknownAccountError: when there is no such account.
    """
    must_manage(ledger, by, at)
    if by is not CONSOLE and by == name:
        raise OwnAccountError
    _keep(ledger, name, password_hash, must_change=True, by=by, at=at)


def choose_password(ledger: Readable, name: str, password_hash: str, *, at: datetime) -> None:
    """Keep the hash of what somebody chose themselves and proved to be; their sessions end.

    Raises:
        UnknownAccountError: when there is no such account.
    """
    _keep(ledger, name, password_hash, must_change=False, by=name, at=at)


def by_subject(ledger: Readable, subject: str) -> Account | None:
    """Return the account of somebody an identity provider knows, None when there is none."""
    query = sa.select(table).where(table.c.subject == subject)
    with ledger.reading() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else read(row)


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
    return tuple(map(read, rows))


def are_kept(ledger: Readable) -> bool:
    """Tell whether the ledger holds any account: then nobody acts under a name they typed."""
    with ledger.reading() as connection:
        return connection.execute(sa.select(table.c.name).limit(1)).first() is not None


def with_roles(one: Account, roles: Iterable[Role], units: Iterable[str]) -> Account:
    """Return the account with other roles and units."""
    return replace(one, roles=frozenset(roles), units=frozenset(units))


def must_manage(ledger: Readable, by: str, at: datetime) -> None:
    """Refuse whoever may manage no accounts, and write the refusal down.

    Raises:
        ForbiddenError, TypedNameError: as ``authority.require`` says.
    """
    authority.require(ledger, by, Action.MANAGE_ACCOUNTS, at=at)


def _must_make_sense(one: Account) -> None:
    if not one.roles:
        raise RolelessError
    try:
        must_combine(one.roles)
    except ForbiddenCombinationError as error:
        raise CombinationError from error
    if Role.REPORTER in one.roles and not one.units:
        raise UnboundReporterError


def _keep(
    ledger: Readable,
    name: str,
    password_hash: str,
    *,
    must_change: bool,
    by: str,
    at: datetime,
) -> None:
    with ledger.writing() as connection:
        must_be_there(connection, name)
        row = {"password_hash": password_hash, "must_change": must_change}
        connection.execute(table.update().where(table.c.name == name).values(**row))
        connection.execute(session.delete().where(session.c.account == name))
        audit_entries.append(connection, Event.PASSWORD_CHANGED, by, {"account": name}, at=at)


def _note(connection: sa.Connection, one: Account, by: str, at: datetime, *, did: str) -> None:
    body = {"account": one.name, "did": did, "roles": one.roles, "units": one.units}
    audit_entries.append(connection, Event.ACCOUNT_CHANGED, by, body, at=at)
