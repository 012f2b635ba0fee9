"""Files on their way to being committed: kept in the database, so that a restart loses none."""

import secrets
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from domain.roles import Action
from store import authority, schema
from store.ledger import Ledger
from store.readable import as_text
from store.refusals import BlankError, NotStagedError
from store.submission import storable


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that waits for somebody to confirm its preview."""

    token: str
    filename: str
    raw: bytes
    actor: str
    at: datetime


def stage(ledger: Ledger, raw: bytes, filename: str, *, actor: str, at: datetime) -> str:
    """Keep a file and return the token to commit it with; nobody can guess a token.

    Raises:
        BlankError: when the file has no name or nobody brought it.
        ForbiddenError, TypedNameError: when the actor may not.
        ValueError: when ``at`` has no time zone.
    """
    for field, said in (("filename", filename), ("actor", actor)):
        if not said.strip():
            raise BlankError(field)
    authority.require(ledger, actor, Action.STAGE, at=at)
    token = secrets.token_urlsafe(24)
    row = {"token": token, "filename": storable(filename), "actor": actor, "content": raw}
    with ledger.writing() as connection:
        connection.execute(schema.staging.insert().values(**row, staged_time=as_text(at)))
    return token


def staged(ledger: Ledger, token: str, *, actor: str | None = None) -> Staged:
    """Return the file that waits under ``token``; where a login is set up, to its ``actor`` only.

    Raises:
        NotStagedError: when it was committed or discarded, never staged, or by somebody else.
    """
    with ledger.reading() as connection:
        query = sa.select(schema.staging).where(schema.staging.c.token == token)
        row = connection.execute(query).one_or_none()
    if row is None or (ledger.login_required and actor is not None and row.actor != actor):
        raise NotStagedError
    token, filename, by, staged_time, content = row
    return Staged(token, filename, bytes(content), by, datetime.fromisoformat(staged_time))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A staged file without its content, nor the token to commit it with. Size in bytes."""

    filename: str
    actor: str
    at: datetime
    size: int


def waiting(ledger: Ledger) -> tuple[Waiting, ...]:
    """Return every staged file, the one that has waited longest first."""
    table = schema.staging.c
    size = sa.func.length(table.content)
    query = sa.select(table.filename, table.actor, table.staged_time, size)
    with ledger.reading() as connection:
        rows = connection.execute(query.order_by(table.staged_time, table.token)).all()
    return tuple(Waiting(name, who, datetime.fromisoformat(at), n) for name, who, at, n in rows)


def discard(ledger: Ledger, token: str, *, actor: str | None = None) -> None:
    """Forget a file, where a login is set up only one's own; forgetting twice is no error."""
    which = schema.staging.c.token == token
    if ledger.login_required and actor is not None:
        which &= schema.staging.c.actor == str(actor)
    with ledger.writing() as connection:
        connection.execute(schema.staging.delete().where(which))


def discard_before(ledger: Ledger, at: datetime) -> int:
    """Forget every file staged before ``at`` and return how many there were."""
    with ledger.writing() as connection:
        old = schema.staging.c.staged_time < as_text(at)
        return connection.execute(schema.staging.delete().where(old)).rowcount
