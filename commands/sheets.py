"""read and import: a sheet by its path, dry or for good."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from analysis.charts.words import Words
from analysis.foreseen import sentences
from commands.answer import Answer, records
from commands.words import edited
from domain.findings import Finding, Severity
from export.marked import marked
from ingest.characters import visible
from ingest.context import Uploader
from ingest.findings_text import sentence
from ingest.report import Report, SheetKind
from ingest.steps import Heard, unheard
from store import intake, reporting_rights
from store.boards import board_of
from store.foreseen import consequences
from store.frames_kept import FramesKept
from store.intake import Preview, Sheet
from store.opening import Office
from store.refusals import StaleBaseError
from texts import Texts
from texts.markdown import unmarked

_EDITS = 20  # corrected cells that are listed; data hold all of them
_LONGEST = 60  # characters of a cell in such a list


@dataclass(frozen=True, slots=True)
class Told:
    """How a person says a sheet is to be read."""

    kind: str | None = None
    encoding: str | None = None
    worksheet: str | None = None
    mapping: dict[str, str] | None = None
    max_rows: int | None = None
    heard: Heard = unheard  # told how far the reading has come
    confirmed: bool = False  # the warnings have been read


def read(
    office: Office, sheet: Path, t: Texts, told: Told, *, today: date, out: Path | None = None
) -> Answer:
    """Read a sheet without committing it: what it is, its rows, every doubt, the verdict.

    ``out`` receives the sheet with its doubtful cells coloured and explained.
    """
    seen = _preview(office, sheet, told, today=today)
    if out is not None:
        out.write_bytes(marked(seen.report, t))
    return _answer(office, seen, t)


def bring_in(
    office: Office, sheet: Path, t: Texts, told: Told, *, who: dict[str, str], now: datetime
) -> Answer:
    """Commit a sheet, whole or not at all; ``who`` has actor and reason, ``now`` a local time.

    One with warnings is committed only where ``told`` says that they have been read.
    """
    uploader = reporting_rights.uploader(office.ledger, who["actor"], now)
    seen = _preview(office, sheet, told, today=now.date(), uploader=uploader)
    if not seen.report.may_commit:
        return _answer(office, seen, t)
    if seen.report.warnings and not told.confirmed:
        said = t("command.unconfirmed", count=len(seen.report.warnings))
        answer = _answer(office, seen, t)
        return Answer((*answer.lines, said), {**answer.data, "refused": [said]}, ok=False)
    try:
        upload = intake.commit(
            office.ledger, seen, actor=who["actor"], at=now, reason=who["reason"]
        )
    except StaleBaseError as raced:  # between our own reading and our own commit
        refused = t("command.raced", file=sheet.name, **raced.more)
        return Answer((refused,), {"refused": [refused]}, ok=False)
    said = t("command.imported", file=sheet.name, version=upload.version, rows=upload.n_rows)
    return Answer((*_lines(seen, t), said), {**_data(seen, t), "version": upload.version})


def _answer(office: Office, seen: Preview, t: Texts) -> Answer:
    """Say what a sheet is, what it would change and what that would mean; nothing is written."""
    now = FramesKept(office.ledger, office.settings.state_folder).at(seen.base)
    foreseen = consequences(seen, board_of(office, now)) if seen.changes else []
    words = Words(t, office.plan)
    meant = (unmarked(one) for one in sentences(foreseen, words))
    *lines, verdict = _lines(seen, t)
    told = (*lines, *_edits(seen, t), *map(visible, meant), verdict)
    data = {**_data(seen, t), "consequences": [asdict(one) for one in foreseen]}
    return Answer(told, data, ok=seen.report.may_commit)


def _edits(seen: Preview, t: Texts) -> Iterator[str]:
    """Give the first cells that would be corrected, old → new."""
    edits = seen.changes.edited if seen.changes else ()
    yield from (visible(f"  ~ {edited(edit, t, longest=_LONGEST)}") for edit in edits[:_EDITS])
    if len(edits) > _EDITS:
        yield t("command.more_edits", count=len(edits) - _EDITS)


def _preview(
    office: Office,
    sheet: Path,
    told: Told,
    *,
    today: date,
    uploader: Uploader = intake.ANYBODY,
) -> Preview:
    kind = SheetKind(told.kind) if told.kind else None
    raw = sheet.read_bytes()
    one = Sheet(raw, sheet.name, kind, told.encoding, told.worksheet, told.mapping, uploader)
    here, most = (office.ledger, office.plan), told.max_rows
    return intake.preview(*here, one, today=today, max_rows=most, heard=told.heard)


def _lines(seen: Preview, t: Texts) -> tuple[str, ...]:
    report = seen.report
    head = t("command.read_nothing", file=report.filename)
    if report.kind and report.header_rows:
        kind, rows = t(f"upload.kind_{report.kind}"), len(report.frame)
        more = {"kind": kind, "encoding": report.encoding, "rows": rows}
        head = t("command.read", file=report.filename, **more)
    doubts = (
        f"[{t(f'upload.severity_{finding.severity}')}] {sentence(finding, t)}"
        for finding in (*report.errors, *report.warnings, *_notes(report))
    )
    verdict = t(f"command.verdict_{report.verdict}")
    said = (head, *_seen(report, t), *_agreed(report, t), *doubts, *_changes(seen, t), verdict)
    return tuple(map(visible, said))


def _agreed(report: Report, t: Texts) -> Iterator[str]:
    if report.totals_agreed:
        yield t("upload.totals_agreed", count=report.totals_agreed)


def _changes(seen: Preview, t: Texts) -> Iterator[str]:
    """Say how many rows a commit would add, correct and remove, when it may be committed."""
    if seen.changes is not None:
        yield t(
            "command.changes",
            added=len(seen.changes.added),
            edited=len(seen.changes.edited_keys),
            unchanged=len(seen.changes.unchanged),
            removed=len(seen.changes.removed),
            absent=len(seen.changes.absent),
        )


def _notes(report: Report) -> Iterator[Finding]:
    return (one for one in report.findings if one.severity is Severity.NOTE)


def _seen(report: Report, t: Texts) -> Iterator[str]:
    """Give what titles state, and what names look like in this encoding and in the others."""
    stated = {name: asdict(report.stated)[name] for name in ("area", "period", "measure")}
    if any(stated.values()):
        yield t("command.stated", **{name: text or "—" for name, text in stated.items()})
    for place, sample in enumerate(report.samples):
        names = {"encoding": sample.encoding, "names": "、".join(sample.names)}
        key = "seen" if place == 0 else "seen_otherwise" if sample.possible else "seen_impossible"
        if sample.names and (place == 0 or sample.names != report.samples[0].names):
            yield t(f"command.{key}", **names)


def _data(seen: Preview, t: Texts) -> dict[str, Any]:
    report, changes = seen.report, seen.changes
    return {
        "file": report.filename,
        "verdict": report.verdict,
        "kind": report.kind,
        "encoding": report.encoding,
        "sureness": report.sureness,
        "delimiter": report.delimiter,
        "sheet": report.sheet,
        "header_rows": report.header_rows,
        "headers": [asdict(cell) for cell in report.headers],
        "titles": report.titles,
        "area": report.stated.area,
        "period": report.stated.period,
        "measure": report.stated.measure,
        "stated_count": report.stated.count,
        "groups": report.groups,
        "notes": report.notes,
        "worksheets": report.choices,
        "hidden_worksheets": report.hidden,
        "totals_agreed": report.totals_agreed,
        "skipped_worksheets": [asdict(one) for one in report.skipped],
        "samples": [asdict(one) for one in report.samples],
        "illustrative": report.illustrative,
        "findings": [_finding(finding, t) for finding in report.findings],
        "rows": [
            {"row": place, **record}
            for place, record in zip(report.rows, records(report.frame), strict=True)
        ],
        "base_version": seen.base,
        "changes": None if changes is None else asdict(changes),
    }


def _finding(finding: Finding, t: Texts) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        "code": finding.code,
        "sheet": finding.sheet,
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "message": sentence(finding, t),
    }
