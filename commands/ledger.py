"""withdraw and ledger: undone with a reason, checked, carried away and brought back."""

from datetime import datetime
from pathlib import Path
from typing import Any

from commands.answer import Answer
from store import archive, intake
from store.backup import backup, restore
from store.digests import Then, recognised
from store.opening import Office
from store.verification import verify
from texts import Texts


def withdraw(
    office: Office, version: int, t: Texts, *, actor: str, reason: str, at: datetime
) -> Answer:
    """Take an upload back; the ledger keeps it, and what it had corrected counts again."""
    now = intake.withdraw(office.ledger, version, actor=actor, at=at, reason=reason)
    said = t("command.withdrawn", version=version, now=now)
    return Answer((said,), {"withdrawn": version, "version": now})


def verified(office: Office, t: Texts, *, expected: str | None = None) -> Answer:
    """Recompute every byte, row, number and seal of the ledger.

    ``expected`` is a digest that somebody wrote down: only so can it be seen that the last
    versions were cut off.
    """
    problems = verify(office.ledger)
    lines = [t(problem.text_key, **problem.more) for problem in problems]
    data: dict[str, Any] = {"problems": lines, "version": office.ledger.version()}
    data["digest"] = archive.digest(office.ledger)
    sound = t("command.sound", version=data["version"], digest=data["digest"])
    if expected is None:
        return Answer(tuple(lines) or (sound,), data, ok=not problems)
    then = recognised(office.ledger, expected)
    said = (_about_then(then, expected, t), *(lines or (sound,)))
    data["expected"] = then and then._asdict()
    return Answer(said, data, ok=not problems and then is not None)


def _about_then(then: Then | None, expected: str, t: Texts) -> str:
    if then is None:
        return t("command.digest_never", digest=expected)
    if then.versions_since or then.acts_since:
        return t("command.digest_was_then", **then._asdict())
    return t("command.digest_is_now")


def backed_up(office: Office, target: Path, t: Texts) -> Answer:
    """Copy the database while others read and write it, and check the copy."""
    file, version, digest = backup(office.ledger, target)
    said = t("command.backed_up", path=file, version=version, digest=digest)
    return Answer((said,), {"path": str(file), "version": version, "digest": digest})


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


def restored(office: Office, kept: Path, t: Texts) -> Answer:
    """Bring a backup into an empty ledger, checked before and after."""
    digest = restore(kept, office.ledger)
    version = office.ledger.version()
    said = t("command.restored", path=kept, version=version, digest=digest)
    return Answer((said,), {"path": str(kept), "version": version, "digest": digest})
