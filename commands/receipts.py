"""receipt: the day on which a sheet was really received, and what was recorded of it before."""

from datetime import date, datetime

from commands.answer import Answer
from store.opening import Office
from store.receipts import receipts, record_receipt
from texts import Texts


def record(
    office: Office, version: int, day: date, t: Texts, *, actor: str, reason: str, at: datetime
) -> Answer:
    """Record the day an upload was really received; the reporting board follows."""
    record_receipt(office.ledger, version, day, actor=actor, at=at, reason=reason)
    before = [str(one.day) for one in receipts(office.ledger, version)[:-1]]
    said = t("receipt.recorded", version=version, day=day.isoformat())
    return Answer((said,), {"version": version, "received_on": str(day), "before": before})
