"""The one way in: bytes of a sheet become a typed table and every doubt about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from domain.columns import Projects, Reports, Tasks
from ingest.aliases.template import HINT, INSTRUCTIONS
from ingest.choosing import Headed, chosen_sheet, headed_sheets, likely_header
from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Context
from ingest.files import Opened, open_file
from ingest.labels import label_of
from ingest.origin import Origin
from ingest.report import Report, SheetKind
from ingest.samples import samples_of
from ingest.skipped import skipped_findings, skipped_sheets, unseen_findings
from ingest.tables import RawTable
from ingest.typed import frame_of
from ingest.understanding import Chosen, report_of

_NAMES = (Reports.ITEM_NAME, Projects.NAME, Tasks.NAME)
_LOOKED_AT = 30  # rows in which names are looked for


def read(
    raw: bytes,
    filename: str,
    context: Context,
    *,
    kind: SheetKind | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Report:
    """Read a sheet of any kind, or only of ``kind``; a bad file is a report that says why.

    ``encoding`` and ``sheet`` are a person's choice in place of our own finding; ``mapping`` gives
    typed headers the standard header, or the column, that a person says they mean. A server reads
    through ``store.reader``: the reader of old XLS files can end the process.
    """
    origin = Origin(label_of(filename))
    if not context.uploader.may_upload:
        return Report(origin, kind, frame_of((), kind), findings=(found(Code.E_FORBIDDEN),))
    try:
        opened = open_file(raw, origin, context.limits, encoding)
    except SheetRefusedError as refusal:
        return Report(origin, kind, frame_of((), kind), findings=refusal.findings)
    headed = headed_sheets(opened.tables, kind, mapping)
    try:
        table, header = chosen_sheet(opened.tables, headed, context.limits, sheet)
    except SheetRefusedError as refusal:
        report = _refused(opened, headed, kind, refusal)
    else:
        origin = replace(opened.origin, sheet=table.sheet)
        report = _read(opened, report_of(Chosen(origin, table, header), context), table)
    samples = samples_of(raw, report.origin, _names(report))
    hidden = tuple(one.sheet for one in opened.tables if one.hidden and one.sheet is not None)
    return replace(report, choices=_choices(headed), hidden=hidden, samples=samples)


def _read(opened: Opened, report: Report, table: RawTable) -> Report:
    """Return the report with what is to be said about the file and its other worksheets."""
    skipped = skipped_sheets(opened.tables, table)
    if any(cell.typed == HINT for cell in report.headers):  # our template, with its instructions
        skipped = tuple(one for one in skipped if one.sheet not in INSTRUCTIONS)
    told = (*opened.findings, *skipped_findings(skipped, table))
    return replace(report, findings=(*told, *report.findings), skipped=skipped)


def _choices(headed: Sequence[Headed]) -> tuple[str, ...]:
    return tuple(table.sheet for table, _ in headed if table.sheet is not None)


def _names(report: Report) -> Iterable[str]:
    """Return the names in a sheet; of one that was not understood, whatever stands first."""
    place = next((cell.position - 1 for cell in report.headers if cell.column in _NAMES), None)
    rows = islice(report.table.filled(), _LOOKED_AT) if report.table else ()
    if place is None:
        return (cell for row in rows for cell in row.cells[:_LOOKED_AT])
    last = report.header_rows[-1]
    if report.rows and report.table:  # headings of groups and totals are no names
        return (report.table.text_at(number, place) for number in report.rows[:_LOOKED_AT])
    return (row.text(place) for row in rows if row.number > last)


def _refused(
    opened: Opened, headed: Sequence[Headed], kind: SheetKind | None, refusal: SheetRefusedError
) -> Report:
    shown = next((table for table in opened.tables if not table.is_empty), None)
    skipped = skipped_sheets(opened.tables, shown if not headed else None)
    others = [one for one in skipped if one.sheet not in _choices(headed)]
    return Report(
        origin=opened.origin,
        kind=kind,
        frame=frame_of((), kind),
        findings=(*refusal.findings, *unseen_findings(others)),
        headers=likely_header(shown) if shown and not headed else (),
        skipped=skipped,
        table=shown if not headed else None,
    )
