"""The day on which the sheet of an upload was really received, recorded beside its own."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.acts import Subject
from store import acts
from store.acts import Act
from store.ledger import Ledger
from store.readable import SHANGHAI, Readable
from store.refusals import BlankError, NotReceivableError, ReceivedLaterError
from store.shapes import PROGRESS
from store.submissions import DAY
from store.uploads import Upload

_REASON = "reason"  # in the body of an act, beside the day


@dataclass(frozen=True, slots=True)
class Receipt:
    """What somebody recorded about the receipt of an upload. The time is in UTC."""

    day: date
    reason: str
    actor: str
    at: datetime
    number: int  # of the act


def receipts(
    ledger: Readable, version: int, *, until: datetime | None = None
) -> tuple[Receipt, ...]:
    """Return what was recorded about the receipt of an upload, oldest first; the last one counts.

    Raises:
        DamagedError: when an act is not as it was sealed.
    """
    told = acts.acts(ledger, subject=Subject.RECEIPT, until=until)
    return tuple(
        Receipt(
            date.fromisoformat(str(act.body[DAY])),
            str(act.body[_REASON]),
            act.actor,
            act.at,
            act.number,
        )
        for act in told
        if act.key == str(version)
    )


def uploaded_on(upload: Upload) -> date:
    """Return the day of an upload in the zone's own time: when it came unless a receipt says so."""
    return upload.at.astimezone(SHANGHAI).date()


def record_receipt(
    ledger: Ledger,
    version: int,
    day: date,
    *,
    actor: str,
    at: datetime,
    reason: str,
    seen: int | None = None,
) -> Act:
    """Record the day on which the sheet of an upload was really received, as for one on paper.

    It takes the place of the day of the upload; what was recorded before stays in the book.
    ``seen`` is the number of the last receipt of it that the person saw, 0 for none; None for
    whatever was recorded.

    Raises:
        LedgerError: when the version is no upload of a progress sheet that counts, the day is after
            that of the upload, somebody recorded one meanwhile, or the actor or the reason is
            empty.
    """
    if not reason.strip():
        raise BlankError("reason")
    upload = ledger.upload(version)
    if upload.kind != PROGRESS:
        raise NotReceivableError(version=version, why="other_table")
    if upload.withdrawn:
        raise NotReceivableError(version=version, why="withdrawn")
    if day > (uploaded := uploaded_on(upload)):
        raise ReceivedLaterError(version=version, day=str(day), uploaded=str(uploaded))
    said = {DAY: day.isoformat(), _REASON: reason.strip()}
    last = acts.newest(ledger) if seen is None else seen
    about = (Subject.RECEIPT, str(version))
    return acts.append(ledger, *about, said, actor=actor, at=at, seen=last)
