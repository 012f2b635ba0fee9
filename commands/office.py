"""history, demo and doctor: what the ledger holds, a try-out, and whether the machine is fit."""

from datetime import date, datetime

from commands.answer import Answer, laid_out
from export import doctor as machine
from export.doctor import Check
from export.engine import PictureEngine
from store import intake
from store.opening import Office
from store.verification import verify
from texts import Texts


def history(office: Office) -> Answer:
    """List every upload the ledger keeps, oldest first."""
    rows = [
        {
            "version": upload.version,
            "time": upload.at.isoformat(timespec="seconds"),
            "actor": upload.actor,
            "kind": upload.kind,
            "filename": upload.filename,
            "rows": upload.n_rows,
            "sha256": upload.sha256,
            "base": upload.base,
            "illustrative": upload.illustrative,
            "withdrawn_version": upload.withdrawn_version,
            "withdrawn_by": upload.withdrawn_by,
            "withdrawn_reason": upload.withdrawn_reason,
        }
        for upload in office.ledger.uploads()
    ]
    return Answer(laid_out(rows), rows)


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


def doctor(office: Office, t: Texts, *, now: datetime) -> Answer:
    """Look at the machine and the ledger: what will fail, and what to do about it."""
    problems = verify(office.ledger)
    reason = t(problems[0].text_key, **problems[0].more) if problems else ""
    kind = office.settings.database_url.partition(":")[0]
    ledger = Check("database", not problems, {"database": kind, "reason": reason})
    with PictureEngine() as engine:
        checks = machine.examine(engine, office.settings.state_folder, now, extra=(ledger,))
    data = [
        {"check": one.key, "ok": one.ok, "message": t(one.text_key, **one.more)} for one in checks
    ]
    lines = tuple(machine.line(one, t) for one in checks)
    return Answer(lines, data, ok=all(one.ok for one in checks))
