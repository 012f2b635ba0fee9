"""One entry of the third book, and the seal that chains it to the one before."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

import sqlalchemy as sa

from domain.audited import Event, Via
from store import act_entries, people_schema
from store.machine_user import machine_user
from store.readable import as_text
from store.refusals import DamagedError
from store.signed import via_of
from store.submission import storable


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """What somebody did or was refused, as it is kept."""

    seq: int  # counted from 1 without gaps
    recorded_time: str  # ISO 8601 in UTC, always the same width
    actor: str
    via: str
    event: str
    body: str  # canonical JSON

    def seal(self, before: str) -> str:
        """Return the sha256 of this entry and of every entry before it."""
        said = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return sha256(f"{before}\n{said}".encode()).hexdigest()


class SealedEntry(NamedTuple):
    """An entry with its seal."""

    entry: AuditEntry
    seal: str

    def holds(self, before: str) -> bool:
        """Tell whether the entry is as it was sealed after the one whose seal is ``before``."""
        try:
            return self.entry.seal(before) == self.seal
        except (TypeError, ValueError):  # a damaged file gives back cells of any type
            return False


NOBODY = "-"  # somebody who has no account, or none that is known


def append(
    connection: sa.Connection,
    event: Event,
    actor: str,
    body: Mapping[str, object],
    *,
    at: datetime,
) -> None:
    """Write one entry into the caller's transaction; no time is before that of the entry before.

    Whoever did not sign in is noted with the user of the machine beside the name they typed.

    Raises:
        DamagedError: when the newest entry, or the count of them, is missing.
        ValueError: when ``at`` has no time zone.
    """
    seq = lock(connection)
    time, before = _newest(connection, seq)
    who = storable(actor.strip()) or NOBODY
    said = act_entries.canonical(
        {name: _plain(one) for name, one in {**body, **_on_this_machine(actor)}.items()}
    )
    recorded = max(as_text(at), time)
    entry = AuditEntry(seq + 1, recorded, who, via_of(actor).value, event.value, said)
    row = {**asdict(entry), "seal": entry.seal(before)}
    connection.execute(people_schema.audit.insert().values(**row))
    connection.execute(people_schema.audit_head.update().values(seq=entry.seq))


def lock(connection: sa.Connection) -> int:
    """Return the number of the newest entry and keep every other writer waiting."""
    query = sa.select(people_schema.audit_head.c.seq).with_for_update()
    return _head(connection, query)


def copy(there: sa.Connection, here: sa.Connection) -> None:
    """Carry the whole book into an empty one; it is verified where it is read."""
    for entry, seal in list(read(there)):
        here.execute(people_schema.audit.insert().values(**asdict(entry), seal=seal))
    here.execute(people_schema.audit_head.update().values(seq=newest(there)))


def newest(connection: sa.Connection) -> int:
    """Return the number of the newest entry, 0 for an empty book.

    Raises:
        DamagedError: when the count itself is missing.
    """
    return _head(connection, sa.select(people_schema.audit_head.c.seq))


def read(connection: sa.Connection) -> Iterator[SealedEntry]:
    """Give every entry with its seal, oldest first."""
    query = sa.select(people_schema.audit).order_by(people_schema.audit.c.seq)
    for *said, seal in connection.execute(query):
        yield SealedEntry(AuditEntry(*said), seal)


def _head(connection: sa.Connection, query: sa.Select[int]) -> int:
    found = connection.execute(query).scalar()
    if found is None:
        raise DamagedError("audit")
    return found


def _newest(connection: sa.Connection, seq: int) -> tuple[str, str]:
    if not seq:
        return "", ""
    table = people_schema.audit.c
    query = sa.select(table.recorded_time, table.seal).where(table.seq == seq)
    found = connection.execute(query).one_or_none()
    if found is None:
        raise DamagedError(f"audit {seq}")
    return found.recorded_time, found.seal


def _on_this_machine(actor: str) -> Mapping[str, str]:
    """Return whose program it is; with a login that is the service, and says nothing."""
    user = "" if via_of(actor) is Via.WEB else machine_user()
    return {"machine_user": user} if user else {}


def _plain(one: object) -> object:
    if isinstance(one, str):
        return storable(str(one))
    if isinstance(one, list | tuple | set | frozenset):
        listed: list[str] = sorted(map(str, one))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] - of anything
        return listed
    return one
