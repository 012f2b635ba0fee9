"""What leaves the dashboard in somebody's hands is allowed first and written down."""

from datetime import datetime

from domain.audited import Event
from domain.roles import Action
from store import audit, authority
from store.readable import Readable


def note(ledger: Readable, what: str, actor: str, at: datetime) -> None:
    """Write down that somebody takes a file along; call it before the bytes are handed over.

    Raises:
        ForbiddenError, TypedNameError: when the actor may not.
    """
    authority.require(ledger, actor, Action.EXPORT_FIGURES, at=at)
    audit.write(ledger, Event.EXPORTED, actor, at=at, file=what, version=ledger.version())
