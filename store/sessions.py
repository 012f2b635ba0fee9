"""Sessions: kept on the server, so that signing out and closing an account end them at once."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

import sqlalchemy as sa

from domain.audited import Event
from domain.roles import Action
from store import account_rows, audit_entries, authority
from store.authority import CONSOLE
from store.people_schema import account, session
from store.readable import Readable, as_text
from store.signed import Signed

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
_BETWEEN_TOUCHES = timedelta(minutes=1)  # a page that is read costs no write per click


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is signed in."""

    name: Signed
    must_change: bool


def begin(
    ledger: Readable,
    name: str,
    *,
    address: str,
    at: datetime,
    more: Mapping[str, object] | None = None,
) -> str:
    """Sign somebody in and return the token of the cookie; only its digest is kept."""
    token = secrets.token_urlsafe(32)
    now = as_text(at)
    row = {"token_sha256": _digest(token), "account": str(name), "address": address}
    with ledger.writing() as connection:
        connection.execute(session.delete().where(session.c.opened_time < as_text(at - LONGEST)))
        connection.execute(session.insert().values(**row, opened_time=now, seen_time=now))
        body = {"address": address, **(more or {})}
        audit_entries.append(connection, Event.SIGNED_IN, Signed(name), body, at=at)
    return token


def current(ledger: Readable, token: str, *, at: datetime, touch: bool) -> Session | None:
    """Return whose session it is, None once it ended, idled too long or the account was closed.

    ``touch`` says that the person did something just now.
    """
    joined = session.join(account, account.c.name == session.c.account)
    query = (
        sa.select(session.c.account, session.c.seen_time, account.c.must_change)
        .select_from(joined)
        .where(
            session.c.token_sha256 == _digest(token),
            session.c.opened_time >= as_text(at - LONGEST),
            session.c.seen_time >= as_text(at - IDLE),
            ~account.c.closed,
        )
    )
    with ledger.reading() as connection:
        found = connection.execute(query).one_or_none()
    if found is None:
        return None
    name, seen, must_change = found
    if touch and seen < as_text(at - _BETWEEN_TOUCHES):
        _touch(ledger, token, at)
    return Session(Signed(name), must_change)


def end(ledger: Readable, token: str, *, at: datetime) -> None:
    """Sign out; a token that is none ends nothing."""
    with ledger.writing() as connection:
        which = session.c.token_sha256 == _digest(token)
        name = connection.execute(sa.select(session.c.account).where(which)).scalar()
        if name is None:
            return
        connection.execute(session.delete().where(which))
        audit_entries.append(connection, Event.SIGNED_OUT, Signed(name), {}, at=at)


def end_all(ledger: Readable, name: str, *, by: str, at: datetime) -> int:
    """End every session of an account and return how many there were.

    Raises:
        ForbiddenError, TypedNameError: when it is another's and ``by`` may manage no accounts.
        UnknownAccountError: when there is no such account.
    """
    own = isinstance(by, Signed) and by is not CONSOLE and by == name
    if not own:
        authority.require(ledger, by, Action.MANAGE_ACCOUNTS, at=at)
    with ledger.writing() as connection:
        account_rows.must_be_there(connection, name)
        ended = connection.execute(session.delete().where(session.c.account == name)).rowcount
        body = {"account": name, "sessions": ended}
        audit_entries.append(connection, Event.SIGNED_OUT, by, body, at=at)
    return ended


def _touch(ledger: Readable, token: str, at: datetime) -> None:
    with ledger.writing() as connection:
        which = session.c.token_sha256 == _digest(token)
        connection.execute(session.update().where(which).values(seen_time=as_text(at)))


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
