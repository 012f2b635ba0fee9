"""One digest that stands for everything in both books of the ledger."""

from hashlib import sha256

import sqlalchemy as sa

from store import schema


def present(connection: sa.Connection) -> str:
    """Return the digest of the ledger as it stands; empty for an empty one."""
    return of_both(*(_newest_seal(connection, book) for book in (schema.event, schema.act)))


def of_both(seal: str, act_seal: str) -> str:
    """Return the digest over the newest seals of versions and acts.

    It is that of the versions while nobody has acted: such a ledger keeps the digest it had before
    there was a second book.
    """
    return sha256(f"{seal}\n{act_seal}".encode()).hexdigest() if act_seal else seal


def _newest_seal(connection: sa.Connection, book: sa.Table) -> str:
    newest = sa.select(book.c.seal).order_by(book.c.seq.desc())
    return connection.scalar(newest.limit(1)) or ""
