"""The one way in: bytes of a sheet become a typed table and every doubt about it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.findings import Finding
from ingest.choosing import Headed, chosen_sheet, headed_sheets, likely_header, too_many_rows
from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Context
from ingest.files import Opened, open_file
from ingest.headers import Header
from ingest.kinds import KEYS, NAMES, REMARK, typed_rows
from ingest.labels import label_of
from ingest.report import Origin, Report, SheetKind
from ingest.rows import Sorted, sorted_rows
from ingest.structure import (
    column_findings,
    measures_of,
    serial_findings,
    titles_above,
    unknown_columns,
)
from ingest.tables import RawTable
from ingest.title_period import period_in
from ingest.totals import total_findings
from ingest.typed import frame_of

_MARK = re.compile(r"示例数据|illustrative\s+data", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The sheet to be read and what was said before."""

    origin: Origin
    table: RawTable
    header: Header
    choices: tuple[str, ...]
    findings: list[Finding]


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
        table, header, ignored = chosen_sheet(opened.tables, headed, context.limits, sheet)
    except SheetRefusedError as refusal:
        return _refused(opened, headed, kind, refusal)
    origin = replace(opened.origin, sheet=table.sheet)
    findings = [*opened.findings, *ignored]
    return _report(_Chosen(origin, table, header, _choices(headed), findings), context)


def _choices(headed: Sequence[Headed]) -> tuple[str, ...]:
    return tuple(table.sheet for table, _ in headed if table.sheet is not None)


def _refused(
    opened: Opened, headed: Sequence[Headed], kind: SheetKind | None, refusal: SheetRefusedError
) -> Report:
    shown = next((table for table in opened.tables if not table.is_empty), None)
    return Report(
        origin=opened.origin,
        kind=kind,
        frame=frame_of((), kind),
        findings=refusal.findings,
        headers=likely_header(shown) if shown and not headed else (),
        choices=_choices(headed),
        table=shown if not headed else None,
    )


def _report(chosen: _Chosen, context: Context) -> Report:
    table, header, findings = chosen.table, chosen.header, chosen.findings
    titles = titles_above(table, header)
    measures, unmeasured = measures_of(header, titles, table.sheet)
    supplied, missing = _supplied(header, titles, context, table.sheet)
    findings += missing + unmeasured + serial_findings(header, table.sheet)
    sorted_ = sorted_rows(table, header, KEYS[header.kind], NAMES[header.kind])
    findings += sorted_.findings + unknown_columns(header, sorted_.data, table.sheet)
    rows = typed_rows(table, header, sorted_.data, context, (measures, supplied), findings)
    findings += total_findings(header, sorted_.beside, rows, measures)
    findings += _count_findings(table, sorted_, context, findings)
    remarks = [str(row.entries.get(REMARK[header.kind]) or "") for row in rows]
    return Report(
        origin=chosen.origin,
        kind=header.kind,
        frame=frame_of(rows, header.kind),
        rows=tuple(row.number for row in rows),
        findings=tuple(sorted(findings, key=lambda one: one.row or 0)),
        headers=header.cells,
        header_rows=tuple(range(header.first_row, header.row.number + 1)),
        titles=titles,
        illustrative=any(_MARK.search(text) for text in (*titles, *remarks)),
        groups=tuple(map(sorted_.groups().get, (row.number for row in rows))),
        notes=sorted_.notes(),
        choices=chosen.choices,
        table=table,
    )


def _supplied(
    header: Header, titles: tuple[str, ...], context: Context, sheet: str | None
) -> tuple[dict[str, str], list[Finding]]:
    """Return what a title says in place of a missing column, and what is still missing."""
    supplied, told = period_in(titles, header, context, sheet)
    return supplied, told + column_findings(header, sheet, supplied)


def _count_findings(
    table: RawTable, rows: Sorted, context: Context, findings: list[Finding]
) -> list[Finding]:
    if len(rows.data) > context.limits.max_rows:
        return [too_many_rows(table, context.limits)]
    if not rows.data and not any(one.code == Code.E_RAGGED_ROW for one in findings):
        return [found(Code.E_NO_ROWS, sheet=table.sheet)]
    return []
