"""demo and doctor: a try-out, and whether the machine is fit."""

from datetime import date, datetime

from commands.answer import Answer
from commands.illustrated import loading
from export import doctor as machine
from export.doctor import Check
from export.engine import PictureEngine
from store import intake
from store.opening import Office
from store.own_deck import own_deck
from store.soundness import unsound
from texts import Texts


def load_samples(office: Office, t: Texts, *, today: date, at: datetime) -> Answer:
    """Commit the illustrative sheets; those already there are passed."""
    done = intake.load_samples(
        office.ledger,
        office.plan,
        office.data / "samples",
        actor=t("samples.actor"),
        today=today,
        at=at,
    )
    return Answer((t("samples.loaded", count=len(done)),), [one.version for one in done])


def load_large(office: Office, t: Texts) -> Answer:
    """Commit 500 made-up projects over 36 months, received month by month, to try it at size."""
    done = loading.load_large(office, actor=t("samples.actor"))
    return Answer((t("samples.loaded", count=len(done)),), [one.version for one in done])


def load_year(office: Office, t: Texts) -> Answer:
    """Commit a made-up year of the plan's own projects and tasks, each sheet at its own moment."""
    done = loading.load_year(office, actor=t("samples.actor"))
    if done is None:
        said = t("samples.other_plan")
        return Answer((said,), {"refused": [said]}, ok=False)
    return Answer((t("samples.loaded", count=len(done)),), [one.version for one in done])


def doctor(office: Office, t: Texts, *, now: datetime) -> Answer:
    """Look at the machine and the ledger: what will fail, and what to do about it."""
    reason = unsound(office.ledger, t)
    kind = office.ledger.engine.dialect.name
    ledger = Check("database", not reason, {"database": kind, "reason": reason})
    fonts = machine.letters(office.plan), machine.documents(t)
    more = (*fonts, *machine.deck(own_deck(office.settings), t))
    with PictureEngine() as engine:
        checks = machine.examine(engine, office.settings.state_folder, now, extra=(*more, ledger))
    data = [
        {
            "check": one.key,
            "ok": None if one.is_note else one.ok,
            "message": t(one.text_key, **one.more),
        }
        for one in checks
    ]
    lines = tuple(machine.line(one, t) for one in checks)
    worst = machine.worst(checks)
    count = sum(one.grade == worst for one in checks)
    whole = t(f"doctor.whole_{worst}", count=count, when=f"{now:%Y-%m-%d %H:%M}")
    return Answer((*lines, whole), data, ok=not any(one.is_bad for one in checks))
