"""An uploaded file handed out again, to whoever may have it, and written down."""

from datetime import datetime

from domain.audited import Event
from domain.roles import Action
from store import audit, authority
from store.readable import Readable
from store.uploads import Upload


def give(ledger: Readable, upload: Upload, actor: str, at: datetime) -> bytes:
    """Return the bytes of an upload exactly as they came.

    Raises:
        ForbiddenError, TypedNameError: when the actor may not.
        UnknownVersionError, DamagedError: as ``Readable.original`` says.
    """
    authority.require(ledger, actor, Action.GET_ORIGINAL, at=at)
    raw = ledger.original(upload.version)
    said = {"version": upload.version, "file": upload.filename, "sha256": upload.sha256}
    audit.write(ledger, Event.ORIGINAL_TAKEN, actor, at=at, **said)
    return raw
