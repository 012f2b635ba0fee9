"""The third book (操作记录): who did what and who was refused, readable, verified, carried out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from domain.audited import Event
from domain.roles import Action
from store import audit_entries, audit_verification, authority
from store.audit_entries import SealedEntry
from store.problem_found import Problem
from store.readable import Readable


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done or refused. The time is in UTC."""

    number: int
    at: datetime
    actor: str
    via: str
    event: str
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are asked for; None and empty are all."""

    actor: str = ""
    events: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None


def write(ledger: Readable, event: Event, actor: str, *, at: datetime, **body: object) -> None:
    """Write one entry down in a transaction of its own."""
    with ledger.writing() as connection:
        audit_entries.append(connection, event, actor, body, at=at)


def note_export(ledger: Readable, actor: str, *, at: datetime) -> None:
    """Write down that the book itself is carried out, by whoever may.

    Raises:
        ForbiddenError, TypedNameError: when the actor may not.
    """
    authority.require(ledger, actor, Action.EXPORT_AUDIT, at=at)
    write(ledger, Event.AUDIT_EXPORTED, actor, at=at, entries=len(read(ledger)))


def read(ledger: Readable, wanted: Wanted | None = None) -> tuple[Entry, ...]:
    """Return the entries asked for, the newest first."""
    wanted = wanted or Wanted()
    with ledger.reading() as connection:
        every = [_entry(one) for one in audit_entries.read(connection)]
    return tuple(one for one in reversed(every) if _is_wanted(one, wanted))


def verify(ledger: Readable) -> list[Problem]:
    """Recompute every seal and number; an empty list is a whole book.

    Entries cut off at the end together with their count are missed by nobody who did not write
    down the digest.
    """
    return list(audit_verification.of_audit(ledger))


def digest(ledger: Readable) -> str:
    """Return the newest seal, which covers every entry; empty for an empty book."""
    with ledger.reading() as connection:
        return next((one.seal for one in reversed(list(audit_entries.read(connection)))), "")


def is_known(ledger: Readable, seal: str) -> bool:
    """Tell whether the book ever ended with ``seal``: what is missing since then was cut off."""
    with ledger.reading() as connection:
        return any(one.seal == seal for one in audit_entries.read(connection))


def lines(ledger: Readable) -> Iterator[str]:
    """Give every entry as one line of JSON with its seal; no text can break a line."""
    with ledger.reading() as connection:
        for entry, seal in audit_entries.read(connection):
            said = {**asdict(entry), "body": json.loads(entry.body), "seal": seal}
            yield json.dumps(said, ensure_ascii=True)


def _entry(one: SealedEntry) -> Entry:
    kept = one.entry
    said = json.loads(kept.body)
    at = datetime.fromisoformat(kept.recorded_time)
    return Entry(kept.seq, at, kept.actor, kept.via, kept.event, said)


def _is_wanted(one: Entry, wanted: Wanted) -> bool:
    return (
        (not wanted.actor or wanted.actor == one.actor)
        and (not wanted.events or one.event in wanted.events)
        and (wanted.since is None or one.at >= wanted.since)
        and (wanted.until is None or one.at <= wanted.until)
    )
