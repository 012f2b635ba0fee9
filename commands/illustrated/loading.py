"""Brings the made-up sheets in through the same door as an office's own."""

from hashlib import sha256

from commands.illustrated import large
from commands.illustrated.problems import MadeStep, do
from commands.illustrated.year import Sent, Year, script
from store import intake
from store.opening import Office
from store.tables import tables
from store.uploads import Upload

_PLANTED = 2  # the version that holds the delivered plan and nothing else


def load_large(office: Office, *, actor: str) -> tuple[Upload, ...]:
    """Commit 500 projects and 36 months, each sheet at its own moment; what is there is passed.

    Raises:
        LedgerError: when the ledger refuses one of them.
        SeedRefusedError: when a sheet has errors.
    """
    there, done = _there(office), list[Upload]()
    for one in large.sent(office):
        if not _is_there(one, there):
            done.append(_commit(office, one, actor=actor))
    return tuple(done)


def load_year(office: Office, *, actor: str) -> tuple[Upload, ...] | None:
    """Commit the made-up year, every sheet and act at its own moment; what is there is passed.

    None where the year is that of another plan.

    Raises:
        LedgerError: when the ledger refuses one of them.
        SeedRefusedError: when a sheet has errors.
    """
    made_up_year = Year(script(office.data), tables(office.ledger, _PLANTED))
    if not made_up_year.is_of_this_plan:
        return None
    there, done = _there(office), list[Upload]()
    happened = [*made_up_year.sent(), *made_up_year.script.steps]
    for one in sorted(happened, key=lambda one: one.at):
        if isinstance(one, MadeStep):
            do(office.ledger, one, actor=actor)
        elif not _is_there(one, there):
            done.append(_commit(office, one, actor=actor))
    return tuple(done)


def _there(office: Office) -> set[str]:
    return {upload.sha256 for upload in office.ledger.uploads()}


def _is_there(one: Sent, there: set[str]) -> bool:
    return sha256(one.sheet.raw).hexdigest() in there


def _commit(office: Office, one: Sent, *, actor: str) -> Upload:
    seen = intake.preview(office.ledger, office.plan, one.sheet, today=one.at.date())
    if not seen.report.may_commit:
        raise intake.SeedRefusedError(seen.report)
    return intake.commit(office.ledger, seen, actor=actor, at=one.at, reason=one.reason)
