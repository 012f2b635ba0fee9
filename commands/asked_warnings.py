"""The life of a warning on the command line: explained, accepted, rejected, closed, or shown."""

import argparse
from datetime import date, datetime

from commands.answer import Answer
from commands.looking import looked_at
from domain.periods import Period
from domain.warnings import Act, NotAllowedError
from store import accounts
from store.opening import Office
from store.readable import SHANGHAI, Readable
from store.warning_acts import RAISED, Course, act_on, courses, key_of_row, month_of
from texts import Texts

SHOW = "show"


def add_acts(warning: argparse.ArgumentParser) -> None:
    """Add what ``warning`` takes."""
    said = "explain: by the unit; accept, reject, close: by the supervisor; show: its course"
    warning.add_argument("doing", choices=(*map(str, Act), SHOW), help=said)
    warning.add_argument("key", help="in quotes, as `supervise warnings` ends each line with")
    warning.add_argument("--actor", default="", help="who does it; kept in the ledger")
    warning.add_argument("--text", default="", help="the explanation, the reason or the evidence")


def answer(asked: argparse.Namespace, office: Office, t: Texts, *, at: datetime) -> Answer:
    """Do one thing about a warning, or show what was said about it.

    Raises:
        LedgerError: when the ledger refuses it.
    """
    day, ledger = at.astimezone(SHANGHAI).date(), office.ledger
    known = courses(ledger)
    if asked.key not in known and not _is_raised(office, asked.key, day):
        return _refused(t("supervision.unknown_warning", warning=asked.key))
    course = known.get(asked.key, RAISED)
    if asked.doing == SHOW:
        return _shown(asked.key, course, ledger, t)
    doing = Act(asked.doing)
    try:
        act_on(ledger, asked.key, doing, asked.text, actor=asked.actor, at=at, seen=course.seen)
    except NotAllowedError as refusal:
        life = t(f"warning.life_{refusal.life}")
        return _refused(t("supervision.act_not_allowed", did=t(f"warning.act_{doing}"), life=life))
    now = courses(ledger)[asked.key]
    said = t("warning.acted", did=t(f"warning.act_{doing}"))
    return Answer((said,), _shown(asked.key, now, ledger, t).data)


def _is_raised(office: Office, key: str, day: date) -> bool:
    try:
        month = Period.parse(month_of(key) or "")
    except ValueError:
        return False
    if month > Period(day.year, day.month):
        return False
    return any(key_of_row(row) == key for row in looked_at(office, month, day).warned())


def _shown(key: str, course: Course, ledger: Readable, t: Texts) -> Answer:
    units = {one.name: t("warning.and").join(sorted(one.units)) for one in accounts.every(ledger)}
    steps = [
        {
            "time": one.at.astimezone(SHANGHAI).isoformat(timespec="minutes"),
            "actor": str(one.actor),
            "unit": units.get(str(one.actor), ""),
            "did": one.doing.value,
            "text": one.text,
        }
        for one in course.said
    ]
    lines = [
        "  ".join(
            filter(
                None,
                (
                    *map(step.get, ("time", "actor", "unit")),
                    t(f"warning.act_{step['did']}"),
                    step["text"],
                ),
            )
        )
        for step in steps
    ]
    head = f"{key}  {t(f'warning.life_{course.life}')}"
    return Answer((head, *lines), {"key": key, "life": course.life.value, "steps": steps})


def _refused(sentence: str) -> Answer:
    return Answer((sentence,), {"refused": [sentence]}, ok=False)
