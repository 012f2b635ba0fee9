"""ledger staged: files that somebody brought and nobody has confirmed or given up."""

from datetime import datetime, timedelta
from typing import Any

from commands.answer import Answer, laid_out
from commands.words import cell, who
from store.opening import Office
from store.staging import Waiting, discard_before, waiting
from texts import Texts

_HOURS = timedelta(hours=1)


def staged(office: Office, t: Texts, *, now: datetime, discard_days: int | None = None) -> Answer:
    """List what waits, the longest first; first forget what has waited ``discard_days``."""
    said: list[str] = []
    gone = 0
    if discard_days is not None:
        gone = discard_before(office.ledger, now - timedelta(days=discard_days))
        said.append(t("command.discarded", count=gone, days=discard_days))
    found = waiting(office.ledger)
    said += laid_out(_line(one, now, t) for one in found) or [t("command.nothing_staged")]
    return Answer(tuple(said), {"discarded": gone, "staged": [_plain(one, now) for one in found]})


def _line(one: Waiting, now: datetime, t: Texts) -> dict[str, Any]:
    days, hours = divmod((now - one.at) // _HOURS, 24)
    return {
        t("upload.column_filename"): one.filename,
        t("upload.column_actor"): who(one.actor, t),
        t("command.column_time"): cell("", one.at, t),
        t("command.column_age"): t("command.age", days=days, hours=hours),
        t("command.column_bytes"): one.size,
    }


def _plain(one: Waiting, now: datetime) -> dict[str, Any]:
    age = (now - one.at) // _HOURS
    about = {"filename": one.filename, "actor": one.actor, "time": one.at, "age_hours": age}
    return about | {"bytes": one.size}
