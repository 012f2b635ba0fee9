"""The one way into the ledger: read, preview against a version, commit."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from domain.columns import TARGETS
from domain.plan import Plan
from ingest.carried import with_amounts_kept
from ingest.changes import Changes, Edit, compare
from ingest.context import Context, Limits, Uploader, accepted_reports, registry_of
from ingest.reading import read
from ingest.removal import removal_findings
from ingest.report import Report, SheetKind
from ingest.rights import rights_findings
from ingest.signatures import signature
from ingest.steps import Heard, Stage, Step, unheard
from store import seed
from store.ledger import Ledger, Upload
from store.mappings import recall
from store.reader import read_safely
from store.refusals import AlreadyUploadedError, BaselineError, BlankError
from store.submission import Submission
from store.tables import Tables, tables

ANYBODY = Uploader()  # who may report for every unit, any month


class SeedRefusedError(Exception):
    """A delivered table has errors; ``report`` says which."""

    def __init__(self, report: Report) -> None:
        super().__init__(report.filename)
        self.report = report


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as it came, and how a person says it is to be read where they know better."""

    raw: bytes
    filename: str
    kind: SheetKind | None = None
    encoding: str | None = None
    worksheet: str | None = None
    mapping: dict[str, str] | None = None  # None: as remembered for sheets with these headers
    uploader: Uploader = ANYBODY


@dataclass(frozen=True, slots=True)
class Preview:
    """What a sheet says and what it would change; nothing is written yet."""

    report: Report
    changes: Changes | None  # None when the sheet may not be committed
    raw: bytes
    base: int
    token: str


def preview(
    ledger: Ledger,
    plan: Plan,
    sheet: Sheet,
    *,
    today: date,
    token: str | None = None,
    max_rows: int | None = None,
    heard: Heard = unheard,
) -> Preview:
    """Read a sheet against the ledger as it stands; ``token`` is that of a staged file.

    ``heard`` is told how far it has come; what the uploader may not commit is an error here.
    """
    now = tables(ledger)
    about = context(plan, now, today, max_rows=max_rows)
    about = replace(about, heard=heard, uploader=sheet.uploader)
    report = _read(ledger, sheet, about)
    report = replace(report, findings=(*rights_findings(report, sheet.uploader), *report.findings))
    heard(Step(Stage.COMPARING, len(report.frame), len(report.frame)))
    if report.kind is SheetKind.PROGRESS:
        present = {cell.column for cell in report.headers if cell.column}
        report = replace(report, frame=with_amounts_kept(report.frame, now.reports, present))
    changes = None
    if report.may_commit and report.kind is not None:
        before = now.of(report.kind)
        changes = compare(before, report.frame, report.kind)
        removal = removal_findings(changes, before)
        report = replace(report, findings=(*removal, *report.findings))
    return Preview(report, changes, sheet.raw, now.version, token or str(uuid4()))


def commit(ledger: Ledger, seen: Preview, *, actor: str, at: datetime, reason: str = "") -> Upload:
    """Write what was previewed, whole or not at all.

    Raises:
        LedgerError: when the preview is stale, the bytes are already there, a row is refused, or a
            target moves without a reason.
        ValueError: when the sheet has errors; a door asks ``report.may_commit`` first.
    """
    if seen.report.kind is None or not seen.report.may_commit:
        raise ValueError(seen.report.filename)
    if moved_targets(seen) and not reason.strip():
        raise BlankError("target_reason")
    return ledger.commit(
        _submission(seen.report, seen.raw),
        actor=actor,
        at=at,
        base=seen.base,
        token=seen.token,
        reason=reason,
    )


def withdraw(ledger: Ledger, version: int, *, actor: str, at: datetime, reason: str) -> int:
    """Take an upload back, but never the delivered plan; return the new version.

    Raises:
        LedgerError: when the version is the baseline, unknown or withdrawn, or a word is missing.
    """
    if ledger.upload(version).actor == seed.SEED_ACTOR:
        raise BaselineError(version=version)
    return ledger.withdraw(version, actor=actor, at=at, reason=reason)


def moved_targets(seen: Preview) -> tuple[Edit, ...]:
    """Return the targets (总投资、年度计划、竣工时间) that a table of projects would move."""
    if seen.changes is None or seen.report.kind is not SheetKind.PROJECTS:
        return ()
    return tuple(
        edit for edit in seen.changes.edited if edit.column in TARGETS and edit.before is not None
    )


def load_samples(
    ledger: Ledger, plan: Plan, samples: Path, *, actor: str, today: date, at: datetime
) -> tuple[Upload, ...]:
    """Commit the illustrative sheets of a folder, oldest first; those already there are passed.

    Raises:
        LedgerError: when the ledger refuses one of them.
        SeedRefusedError: when a sheet has errors, as the samples of one zone have for another.
        ValueError: when a sheet does not carry the mark of illustrative data.
    """
    done: list[Upload] = []
    for path in sorted(samples.glob("*.csv")):
        seen = preview(ledger, plan, Sheet(path.read_bytes(), path.name), today=today)
        if not seen.report.may_commit:
            raise SeedRefusedError(seen.report)
        if not seen.report.illustrative:
            raise ValueError(path.name)
        try:
            done.append(commit(ledger, seen, actor=actor, at=at))
        except AlreadyUploadedError:
            continue
    return tuple(done)


def context(plan: Plan, now: Tables, today: date, *, max_rows: int | None = None) -> Context:
    """Return what a reader must know to judge a sheet."""
    return Context(
        plan=plan,
        today=today,
        items=registry_of(now.projects, now.tasks),
        accepted=accepted_reports(now.reports),
        limits=Limits() if max_rows is None else Limits.for_rows(max_rows),
    )


def plant(ledger: Ledger, plan: Plan, data: Path, *, today: date, at: datetime) -> None:
    """Read the delivered plan through the reader and commit it, once, on an empty ledger.

    Raises:
        SeedRefusedError: when data/projects.csv or data/tasks.csv has an error.
    """
    if ledger.version():
        return
    seeds: list[Submission] = []
    for kind in (SheetKind.PROJECTS, SheetKind.TASKS):
        raw = (data / f"{kind}.csv").read_bytes()
        report = read(raw, f"{kind}.csv", Context(plan=plan, today=today), kind=kind)
        if not report.may_commit:
            raise SeedRefusedError(report)
        seeds.append(_submission(report, raw))
    seed.plant(ledger, *seeds, at=at)


def _read(ledger: Ledger, sheet: Sheet, about: Context) -> Report:
    """Read with the person's mapping of headers, else with the one remembered for such sheets."""

    def read_with(mapping: dict[str, str] | None) -> Report:
        return read_safely(
            sheet.raw,
            sheet.filename,
            about,
            kind=sheet.kind,
            encoding=sheet.encoding,
            sheet=sheet.worksheet,
            mapping=mapping,
        )

    report = read_with(sheet.mapping)
    if sheet.mapping is None and any(cell.column is None for cell in report.headers):
        remembered = recall(ledger, signature(report.headers))
        return read_with(remembered) if remembered else report
    return report


def _submission(report: Report, raw: bytes) -> Submission:
    return Submission(
        kind=str(report.kind),
        filename=report.filename,
        raw=raw,
        frame=report.frame,
        illustrative=report.illustrative,
    )
