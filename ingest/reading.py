"""The one way in: bytes of a sheet become a typed table and every doubt about it."""

import re
from dataclasses import replace

from domain.findings import Finding
from ingest.choosing import chosen_sheet, too_many_rows
from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Context
from ingest.files import open_file
from ingest.headers import Header
from ingest.kinds import KEYS, REMARK, typed_rows
from ingest.labels import label_of
from ingest.report import Origin, Report, SheetKind
from ingest.rows import data_rows
from ingest.structure import (
    column_findings,
    measures_of,
    serial_findings,
    titles_above,
    unknown_columns,
)
from ingest.tables import RawRow, RawTable
from ingest.totals import total_findings
from ingest.typed import frame_of

_MARK = re.compile(r"示例数据|illustrative\s+data", re.IGNORECASE)


def read(
    raw: bytes,
    filename: str,
    context: Context,
    *,
    kind: SheetKind | None = None,
    encoding: str | None = None,
) -> Report:
    """Read a sheet of any kind, or only of ``kind``; a bad file is a report that says why.

    ``encoding`` is a person's choice in place of our own finding.
    """
    origin = Origin(label_of(filename))
    if not context.uploader.may_upload:
        return Report(origin, kind, frame_of((), kind), findings=(found(Code.E_FORBIDDEN),))
    try:
        opened = open_file(raw, origin, context.limits, encoding)
        origin = opened.origin
        table, header, ignored = chosen_sheet(opened.tables, context.limits, kind)
    except SheetRefusedError as refusal:
        return Report(origin, kind, frame_of((), kind), findings=refusal.findings)
    origin = replace(origin, sheet=table.sheet)
    return _report(origin, table, header, context, [*opened.findings, *ignored])


def _report(
    origin: Origin, table: RawTable, header: Header, context: Context, findings: list[Finding]
) -> Report:
    titles = titles_above(table, header)
    measures, unmeasured = measures_of(header, titles, table.sheet)
    findings += column_findings(header, table.sheet) + unmeasured
    findings += serial_findings(header, table.sheet)
    raw_rows = data_rows(table, header, KEYS[header.kind], findings)
    findings += unknown_columns(header, raw_rows, table.sheet)
    rows = typed_rows(table, header, raw_rows, context, measures, findings)
    if header.kind is not SheetKind.PROGRESS:
        findings += total_findings(table, header, rows, measures)
    findings += _count_findings(table, raw_rows, context, findings)
    remarks = [str(row.entries.get(REMARK[header.kind]) or "") for row in rows]
    return Report(
        origin=origin,
        kind=header.kind,
        frame=frame_of(rows, header.kind),
        rows=tuple(row.number for row in rows),
        findings=tuple(sorted(findings, key=lambda one: one.row or 0)),
        headers=header.cells,
        header_rows=tuple(range(header.first_row, header.row.number + 1)),
        titles=titles,
        illustrative=any(_MARK.search(text) for text in (*titles, *remarks)),
    )


def _count_findings(
    table: RawTable, raw_rows: list[RawRow], context: Context, findings: list[Finding]
) -> list[Finding]:
    if len(raw_rows) > context.limits.max_rows:
        return [too_many_rows(table, context.limits)]
    if not raw_rows and not any(one.code == Code.E_RAGGED_ROW for one in findings):
        return [found(Code.E_NO_ROWS, sheet=table.sheet)]
    return []
