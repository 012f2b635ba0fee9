"""Every version of the ledger, uploads and withdrawals alike."""

from dataclasses import dataclass
from datetime import datetime

from store import entries, uploads
from store.readable import Readable
from store.uploads import Upload


@dataclass(frozen=True, slots=True)
class Version:
    """One version: either a file came, or earlier files were taken back. The time is in UTC."""

    version: int
    at: datetime
    actor: str
    reason: str  # of a withdrawal why; of an upload why a target moves, else empty
    upload: Upload | None  # None: a withdrawal
    withdraws: tuple[int, ...] = ()  # the versions taken back, in rising order


def versions(ledger: Readable, as_of: int | None = None) -> tuple[Version, ...]:
    """Return the versions up to ``as_of``, or all of them, oldest first, without a gap.

    An upload says whether it was withdrawn by then.

    Raises:
        UnknownVersionError: when the ledger has not reached ``as_of``.
        BrokenChainError: when an entry is not as it was sealed.
    """
    with ledger.reading() as connection:
        newest = entries.resolve(connection, as_of)
        chain = entries.checked(entries.read_all(connection))
        known = {upload.version: upload for upload in uploads.read(connection, newest)}
    return tuple(
        Version(
            version=entry.seq,
            at=datetime.fromisoformat(entry.recorded_time),
            actor=entry.actor,
            reason=entry.reason or "",
            upload=known.get(entry.seq),
            withdraws=entry.withdraws,
        )
        for entry in chain
        if entry.seq <= newest
    )
