"""One entry of the second book, the seal that chains it to the one before, and how it is kept."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import NamedTuple

import sqlalchemy as sa

from store import schema
from store.refusals import DamagedError


@dataclass(frozen=True, slots=True)
class ActEntry:
    """What one person did, as it is kept."""

    seq: int  # counted from 1 without gaps, beside the versions of the ledger
    base_seq: int  # the version of the ledger then
    recorded_time: str  # ISO 8601 in UTC, always the same width
    actor: str
    subject: str
    key: str
    body: str  # canonical JSON

    def seal(self, before: str) -> str:
        """Return the sha256 of this entry and of every entry before it."""
        said = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return sha256(f"{before}\n{said}".encode()).hexdigest()


class Sealed(NamedTuple):
    """An entry with its seal and that of the entry before, empty for the first one."""

    entry: ActEntry
    seal: str
    before: str

    @property
    def holds(self) -> bool:
        """Tell whether the entry is as it was sealed."""
        try:
            return self.entry.seal(self.before) == self.seal
        except (TypeError, ValueError):  # a damaged file gives back cells of any type
            return False


class ActHead(NamedTuple):
    """The newest entry: its number, time and seal; 0 and empty texts for an empty book."""

    seq: int
    recorded_time: str
    seal: str


def head_of(connection: sa.Connection) -> ActHead:
    """Return the newest entry; a writer has locked the head of the ledger before.

    Raises:
        DamagedError: when it is missing.
    """
    seq = newest(connection)
    if not seq:
        return ActHead(0, "", "")
    act = schema.act.c
    query = sa.select(act.recorded_time, act.seal).where(act.seq == seq)
    found = connection.execute(query).one_or_none()
    if found is None:
        raise DamagedError(f"act {seq}")
    return ActHead(seq, *found)


def newest(connection: sa.Connection) -> int:
    """Return the number of the newest entry, 0 for an empty book."""
    return connection.execute(sa.select(schema.head.c.act_seq)).scalar_one()


def append(connection: sa.Connection, head: ActHead, entry: ActEntry) -> ActHead:
    """Write an entry after ``head``, which the caller has locked; return the new head."""
    seal = entry.seal(head.seal)
    connection.execute(schema.act.insert().values(**asdict(entry), seal=seal))
    connection.execute(schema.head.update().values(act_seq=entry.seq))
    return ActHead(entry.seq, entry.recorded_time, seal)


def read(connection: sa.Connection, *which: sa.ColumnElement[bool]) -> Iterator[Sealed]:
    """Give entries, all or those meant, oldest first, each with what it was sealed with."""
    act, before = schema.act, schema.act.alias("before")
    joined = act.outerjoin(before, before.c.seq == act.c.seq - 1)
    query = sa.select(act, before.c.seal).select_from(joined).where(*which)
    for *said, seal, seal_before in connection.execute(query.order_by(act.c.seq)):
        yield Sealed(ActEntry(*said), seal, seal_before or "")


def canonical(body: Mapping[str, object]) -> str:
    """Write a body the one way in which it is kept and sealed.

    >>> canonical({"b": 1.5, "a": "说明"})
    '{"a":"说明","b":1.5}'

    Raises:
        ValueError: for a number that is not finite.
    """
    return json.dumps(
        body, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
