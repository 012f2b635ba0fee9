"""The second book (督办台账): what people do about the figures, append only, as of any day.

It stands in the ledger's database but in a chain of its own: an act makes no version, so no preview
goes stale and no table is worked out again because somebody wrote an explanation.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from domain.acts import Subject
from domain.audited import Event
from domain.roles import Action
from store import act_entries, audit_entries, authority, entries, schema
from store.act_entries import ActEntry
from store.ledger import Ledger
from store.readable import Readable, as_text
from store.refusals import ActedMeanwhileError, BlankError, DamagedError
from store.submission import storable

Said = str | int | float | None
# What it takes to act at all; a service may ask for more. A subject not named here is denied.
NEEDED = {
    Subject.WARNING: Action.EXPLAIN_WARNING,
    Subject.RULES: Action.PUT_RULES,
    Subject.PROBLEM: Action.WORK_PROBLEM,
    Subject.RECEIPT: Action.RECORD_RECEIPT,
    Subject.TEMPLATE: Action.EDIT_TEMPLATES,
}


@dataclass(frozen=True, slots=True)
class Act:
    """What one person did. The time is in UTC."""

    number: int  # counted from 1 without gaps
    base: int  # the version of the ledger then
    actor: str
    at: datetime
    subject: Subject
    key: str
    body: Mapping[str, Said]


def append(
    ledger: Ledger,
    subject: Subject,
    key: str,
    body: Mapping[str, Said],
    *,
    actor: str,
    at: datetime,
    seen: int,
) -> Act:
    """Write down what somebody did about ``key``, at the ledger's present version.

    ``seen`` is the number of the last act about it that the person saw, 0 for none. The time is
    the caller's, or that of the newest act or version if one is later.

    Raises:
        ActedMeanwhileError: when somebody acted on it after that.
        BlankError: when the actor is empty.
        ValueError: when the key is empty, ``at`` has no time zone, or the body holds anything but
            text, finite numbers and None.
        ForbiddenError, TypedNameError: when the actor may not.
    """
    if not actor.strip():
        raise BlankError("actor")
    if not key.strip():
        raise ValueError(key)
    authority.require(ledger, actor, NEEDED[Subject(subject)], at=at)
    about, said = (Subject(subject).value, storable(key)), _kept(body)
    with ledger.writing() as connection:
        version = entries.lock_head(connection)
        head = act_entries.head_of(connection)
        _must_have_seen(connection, about, seen)
        time = max(as_text(at), version.recorded_time, head.recorded_time)
        entry = ActEntry(head.seq + 1, version.seq, time, storable(actor), *about, said)
        act_entries.append(connection, head, entry)
        note = {"subject": about[0], "key": about[1], "act": entry.seq, "said": said}
        audit_entries.append(connection, Event.ACTED, actor, note, at=at)
        return _act(entry)


def acts(
    ledger: Readable, *, subject: Subject | None = None, until: datetime | None = None
) -> tuple[Act, ...]:
    """Return the acts recorded until a moment, about one subject or all, oldest first.

    One act is one row; the state of a thing is its last act. Every act is checked against its
    seal; when those of all subjects are read, none may be missing either.

    Raises:
        DamagedError: when an act is not as it was sealed, or is missing.
    """
    with ledger.reading() as connection:
        return read(connection, subject=subject, until=until)


def newest(ledger: Readable) -> int:
    """Return the number of the newest act, 0 before the first: the key of what is kept of them."""
    with ledger.reading() as connection:
        return act_entries.newest(connection)


def read(
    connection: sa.Connection, *, subject: Subject | None = None, until: datetime | None = None
) -> tuple[Act, ...]:
    """Return what ``acts`` does, inside a transaction of the caller."""
    meant = [] if subject is None else [schema.act.c.subject == subject.value]
    found = list(act_entries.read(connection, *meant))
    for sealed in found:
        if not sealed.holds:
            raise DamagedError(f"act {sealed.entry.seq}")
    if subject is None:
        _must_be_whole([sealed.entry.seq for sealed in found], act_entries.newest(connection))
    end = None if until is None else as_text(until)
    known = (one.entry for one in found if end is None or one.entry.recorded_time <= end)
    return tuple(map(_act, known))


def _must_be_whole(numbers: list[int], newest_number: int) -> None:
    for missing in sorted(set(range(1, newest_number + 1)) ^ set(numbers)):
        raise DamagedError(f"act {missing}")


def _kept(body: Mapping[str, object]) -> str:
    for said in body.values():
        if not isinstance(said, str | int | float | None):
            raise ValueError(said)  # noqa: TRY004 - as for a number that is not finite
    return act_entries.canonical(
        {
            storable(name): storable(said) if isinstance(said, str) else said
            for name, said in body.items()
        }
    )


def _must_have_seen(connection: sa.Connection, about: tuple[str, str], seen: int) -> None:
    act = schema.act.c
    query = sa.select(act.seq, act.actor).where(act.subject == about[0], act.key == about[1])
    last = connection.execute(query.order_by(act.seq.desc()).limit(1)).first()
    if last is not None and last.seq > seen:
        raise ActedMeanwhileError(number=last.seq, actor=last.actor)


def _act(entry: ActEntry) -> Act:
    try:
        subject = Subject(entry.subject)
    except ValueError as error:  # written by a release that knows more subjects
        raise DamagedError(f"act {entry.seq}") from error
    return Act(
        number=entry.seq,
        base=entry.base_seq,
        actor=entry.actor,
        at=datetime.fromisoformat(entry.recorded_time),
        subject=subject,
        key=entry.key,
        body=json.loads(entry.body),
    )
