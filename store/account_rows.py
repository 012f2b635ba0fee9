"""An account as it is kept, and the way to find one; who may change it is asked elsewhere."""

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from domain.roles import Actor, Role
from store.people_refusals import UnknownAccountError
from store.people_schema import account as table
from store.readable import Readable
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


def find(ledger: Readable, name: str) -> Account | None:
    """Return an account as it stands, None when there is none."""
    with ledger.reading() as connection:
        return in_row(connection, name)


def in_row(connection: sa.Connection, name: str) -> Account | None:
    """Return an account as the caller's transaction sees it, None when there is none."""
    query = sa.select(table).where(table.c.name == storable(name))
    row = connection.execute(query).one_or_none()
    return None if row is None else read(row)


def must_be_there(connection: sa.Connection, name: str) -> Account:
    """Return an account as the caller's transaction sees it.

    Raises:
        UnknownAccountError: when there is none.
    """
    found = in_row(connection, name)
    if found is None:
        raise UnknownAccountError(name=name)
    return found


def cells(one: Account) -> dict[str, object]:
    """Return what is kept of an account beside its name and its password."""
    return {
        "roles": json.dumps(sorted(one.roles)),
        "units": json.dumps(sorted(one.units), ensure_ascii=False),
        "subject": one.subject,
        "closed": one.closed,
        "must_change": one.must_change,
    }


def read(row: sa.Row[*tuple[Any, ...]]) -> Account:
    """Return the account of a row."""
    name, roles, units, _, subject, closed, must_change = row
    return Account(
        name=name,
        roles=frozenset(map(Role, json.loads(roles))),
        units=frozenset(json.loads(units)),
        subject=subject,
        closed=closed,
        must_change=must_change,
    )
