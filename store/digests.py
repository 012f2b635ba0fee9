"""One digest that stands for everything in both books of the ledger."""

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

import sqlalchemy as sa

from store import schema
from store.readable import Readable


class Then(NamedTuple):
    """The ledger as it stood: its newest version and its newest act, and what came since."""

    version: int
    act: int
    versions_since: int
    acts_since: int


def recognised(ledger: Readable, digest: str) -> Then | None:
    """Return the moment at which the ledger had this digest, None when it never had.

    Nothing written down is no digest, not even that of an empty ledger.

    Seals are taken as they are; whether they hold is asked of ``verify``.
    """
    wanted = digest.strip().lower()
    with ledger.reading() as connection:
        event, act = schema.event.c, schema.act.c
        seals = dict(connection.execute(sa.select(event.seq, event.seal)).all())
        made = connection.execute(sa.select(act.seq, act.base_seq, act.seal).order_by(act.seq))
        acted = [(0, 0, ""), *made]
    newest = max(seals, default=0)
    for version, (number, seal) in _moments(acted, newest):
        if wanted and of_both(seals.get(version, ""), seal) == wanted:
            return Then(version, number, newest - version, acted[-1][0] - number)
    return None


def _moments(
    acted: list[tuple[int, int, str]], newest: int
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Give every version with every act after which it was the newest one."""
    ends = [*(base for _, base, _ in acted[1:]), newest]
    for (number, base, seal), end in zip(acted, ends, strict=True):
        for version in range(base, end + 1):
            yield version, (number, seal)


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
