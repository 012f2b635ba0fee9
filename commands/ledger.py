"""withdraw, diff and ledger: what the ledger holds, undone with a reason, checked, carried away."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from commands.answer import Answer, laid_out
from ingest.report import SheetKind
from store import archive, intake
from store.backup import backup
from store.difference import diff
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


def withdraw(
    office: Office, version: int, t: Texts, *, actor: str, reason: str, at: datetime
) -> Answer:
    """Take an upload back; the ledger keeps it, and what it had corrected counts again."""
    now = intake.withdraw(office.ledger, version, actor=actor, at=at, reason=reason)
    said = t("command.withdrawn", version=version, now=now)
    return Answer((said,), {"withdrawn": version, "version": now})


def changed(office: Office, before: int, after: int, t: Texts, *, kind: str) -> Answer:
    """Say what counts at one version and not, or not so, at another."""
    changes = diff(office.ledger, before, after, SheetKind(kind))
    edited = {edit.key for edit in changes.edited}
    counts = {"added": len(changes.added), "edited": len(edited), "removed": len(changes.removed)}
    head = t("command.changed", before=before, after=after, **counts)
    rows = [f"+ {' '.join(key)}" for key in changes.added]
    rows += [
        f"~ {' '.join(edit.key)} {edit.column}: {edit.before} → {edit.after}"
        for edit in changes.edited
    ]
    rows += [f"- {' '.join(key)}" for key in changes.removed]
    return Answer((head, *rows), asdict(changes))


def verified(office: Office, t: Texts) -> Answer:
    """Recompute every byte, row, number and seal of the ledger."""
    problems = verify(office.ledger)
    lines = [t(problem.text_key, **problem.more) for problem in problems]
    digest = archive.digest(office.ledger)
    sound = t("command.sound", version=office.ledger.version(), digest=digest)
    data = {"problems": lines, "version": office.ledger.version(), "digest": digest}
    return Answer(tuple(lines) or (sound,), data, ok=not problems)


def backed_up(office: Office, target: Path, t: Texts) -> Answer:
    """Copy the database while others read and write it, and check the copy."""
    made = backup(office.ledger, target)
    return Answer((t("command.backed_up", path=made),), {"path": str(made)})


def exported(office: Office, folder: Path, t: Texts) -> Answer:
    """Write the whole ledger as open files."""
    digest = archive.write(office.ledger, folder)
    said = t("command.ledger_exported", path=folder, digest=digest)
    return Answer((said,), {"path": str(folder), "digest": digest})


def imported(office: Office, folder: Path, t: Texts) -> Answer:
    """Read an exported ledger into an empty one; the digests must be equal."""
    digest = archive.read(folder, office.ledger)
    said = t("command.ledger_imported", path=folder, digest=digest)
    return Answer((said,), {"path": str(folder), "digest": digest})
