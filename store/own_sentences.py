"""Sentences of circular and reminders that an office wrote, with who and when."""

from dataclasses import dataclass
from datetime import datetime

from domain.acts import Subject
from store import acts
from store.ledger import Ledger
from store.readable import Readable

_TEXT = "text"


@dataclass(frozen=True, slots=True)
class Changed:
    """One change of a sentence; None stands for the catalogue's own. The time is in UTC."""

    key: str
    before: str | None
    after: str | None
    actor: str
    at: datetime


def in_use(ledger: Readable, *, until: datetime | None = None) -> dict[str, str]:
    """Return the sentences an office wrote, by the key of the catalogue's in whose place they are.

    Raises:
        DamagedError: when an act is not as it was sealed.
    """
    found: dict[str, str] = {}
    for act in acts.acts(ledger, subject=Subject.TEMPLATE, until=until):
        said = act.body.get(_TEXT)
        if isinstance(said, str):
            found[act.key] = said
        elif _TEXT in act.body:
            found.pop(act.key, None)
    return found


def history(ledger: Readable, *, until: datetime | None = None) -> tuple[Changed, ...]:
    """Return every change of a sentence with what it was before, the newest first.

    Raises:
        DamagedError: when an act is not as it was sealed.
    """
    last: dict[str, str | None] = {}
    found: list[Changed] = []
    for act in acts.acts(ledger, subject=Subject.TEMPLATE, until=until):
        if _TEXT in act.body:
            said = act.body[_TEXT]
            text = said if isinstance(said, str) else None
            found.append(Changed(act.key, last.get(act.key), text, act.actor, act.at))
            last[act.key] = text
    return tuple(reversed(found))


def seen(ledger: Readable, key: str) -> int:
    """Return the number of the last act about a sentence, 0 for none."""
    known = acts.acts(ledger, subject=Subject.TEMPLATE)
    return max((act.number for act in known if act.key == key), default=0)


def save(
    ledger: Ledger, key: str, text: str | None, *, actor: str, at: datetime, seen: int
) -> None:
    """Keep a sentence, which the caller has checked; None restores the catalogue's.

    Raises:
        BlankError: when the actor is empty.
        ActedMeanwhileError: when somebody else changed it after ``seen``.
    """
    acts.append(ledger, Subject.TEMPLATE, key, {_TEXT: text}, actor=actor, at=at, seen=seen)
