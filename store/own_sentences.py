"""Sentences of circular and reminders that an office wrote, with who and when."""

from datetime import datetime

from domain.acts import Subject
from store import acts
from store.ledger import Ledger
from store.readable import Readable

_TEXT = "text"


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
