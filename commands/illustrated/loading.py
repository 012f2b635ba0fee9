"""Brings the made-up sheets in through the same door as an office's own."""

from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256

from commands.illustrated.problems import MadeStep, do
from commands.illustrated.progress import months, progress_csv, reporters, task_pairs
from commands.illustrated.projects import made_up, projects_csv
from commands.illustrated.year import Year, script
from store import intake
from store.intake import Sheet
from store.opening import Office
from store.refusals import AlreadyUploadedError
from store.tables import tables
from store.uploads import Upload

_PLANTED = 2  # the version that holds the delivered plan and nothing else


def load_large(office: Office, *, actor: str, today: date, at: datetime) -> tuple[Upload, ...]:
    """Commit the made-up table of projects and 36 months of progress; what is there is passed.

    Raises:
        LedgerError: when the ledger refuses one of them.
        SeedRefusedError: when a sheet has errors.
    """
    done: list[Upload] = []
    for sheet in sheets(office):
        seen = intake.preview(office.ledger, office.plan, sheet, today=today)
        if not seen.report.may_commit:
            raise intake.SeedRefusedError(seen.report)
        try:
            done.append(intake.commit(office.ledger, seen, actor=actor, at=at))
        except AlreadyUploadedError:
            continue
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
    there = {upload.sha256 for upload in office.ledger.uploads()}
    done: list[Upload] = []
    happened = [*made_up_year.sent(), *made_up_year.script.steps]
    for one in sorted(happened, key=lambda one: one.at):
        if isinstance(one, MadeStep):
            do(office.ledger, one, actor=actor)
            continue
        if sha256(one.sheet.raw).hexdigest() in there:
            continue
        seen = intake.preview(office.ledger, office.plan, one.sheet, today=one.at.date())
        if not seen.report.may_commit:
            raise intake.SeedRefusedError(seen.report)
        done.append(intake.commit(office.ledger, seen, actor=actor, at=one.at, reason=one.reason))
    return tuple(done)


def sheets(office: Office) -> Iterator[Sheet]:
    """Yield the table of projects, then one progress sheet per month, always the same bytes."""
    now = tables(office.ledger, _PLANTED)
    made = made_up(office.plan, len(now.projects))
    yield Sheet(projects_csv(now.projects, made), "projects-large.csv")
    reporting = reporters(now.projects, made, office.plan.coordinating_unit)
    pairs = task_pairs(now.tasks, now.assignments)
    for period, name in months():
        yield Sheet(progress_csv(period, reporting, pairs), name)
