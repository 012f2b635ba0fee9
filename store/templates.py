"""Templates of letters: those an office saved, with who and when, over those that ship.

A file is kept as text in the second book, so that it is sealed, backed up and exported with it.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from domain.acts import Subject
from store import acts
from store.acts import Act
from store.ledger import Ledger
from store.readable import Readable

FOLDER = "templates"  # in data/
_CONTENT, _FILENAME = "docx", "filename"


@dataclass(frozen=True, slots=True)
class Saved:
    """One change of a template; without a file name the shipped one was restored. UTC."""

    filename: str | None
    actor: str
    at: datetime
    number: int  # of the act


@dataclass(frozen=True, slots=True)
class InUse:
    """The template in use: its bytes, and the last change of it, None for none."""

    raw: bytes
    saved: Saved | None = None

    @property
    def is_shipped(self) -> bool:
        """Tell whether it is the one that came with the product."""
        return self.saved is None or self.saved.filename is None

    @property
    def seen(self) -> int:
        """The number of the last act about it, 0 for none."""
        return self.saved.number if self.saved else 0


def in_use(ledger: Readable, data: Path, key: str, *, until: datetime | None = None) -> InUse:
    """Return the template in use at a moment, None for now; ``data`` is the plan's folder.

    Raises:
        DamagedError: when an act is not as it was sealed.
        OSError: when the shipped template cannot be read.
    """
    known = _acts(ledger, key, until)
    last = known[-1] if known else None
    content = last.body.get(_CONTENT) if last else None
    raw = b64decode(str(content)) if content else shipped(data, key)
    return InUse(raw, _saved(last) if last else None)


def shipped(data: Path, key: str) -> bytes:
    """Return the template that came with the product.

    Raises:
        OSError: when it cannot be read.
    """
    return (data / FOLDER / f"{key}.docx").read_bytes()


def history(ledger: Readable, key: str, *, until: datetime | None = None) -> tuple[Saved, ...]:
    """Return every change of a template, the newest first."""
    return tuple(_saved(act) for act in reversed(_acts(ledger, key, until)))


def save(
    ledger: Ledger, key: str, raw: bytes, filename: str, *, actor: str, at: datetime, seen: int
) -> None:
    """Keep a template, which the caller has checked; those before it stay readable.

    Raises:
        BlankError: when the actor is empty.
        ActedMeanwhileError: when somebody else changed it after ``seen``.
    """
    body = {_CONTENT: b64encode(raw).decode("ascii"), _FILENAME: filename}
    acts.append(ledger, Subject.TEMPLATE, key, body, actor=actor, at=at, seen=seen)


def restore(ledger: Ledger, key: str, *, actor: str, at: datetime, seen: int) -> None:
    """Use the template that ships from now on.

    Raises:
        BlankError: when the actor is empty.
        ActedMeanwhileError: when somebody else changed it after ``seen``.
    """
    body = {_CONTENT: None, _FILENAME: None}
    acts.append(ledger, Subject.TEMPLATE, key, body, actor=actor, at=at, seen=seen)


def _acts(ledger: Readable, key: str, until: datetime | None) -> list[Act]:
    known = acts.acts(ledger, subject=Subject.TEMPLATE, until=until)
    return [act for act in known if act.key == key]


def _saved(act: Act) -> Saved:
    filename = act.body[_FILENAME]
    return Saved(None if filename is None else str(filename), act.actor, act.at, act.number)
