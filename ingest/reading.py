"""The one way in: bytes of a sheet become a typed table and every doubt about it."""

import re
from dataclasses import replace

from domain.columns import Projects, Reports, Tasks
from domain.findings import Finding
from ingest.cells import RowCells
from ingest.choosing import chosen_sheet, too_many_rows
from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Context
from ingest.files import open_file
from ingest.headers import Header
from ingest.names import NameList
from ingest.plan_rows import without_repeated_ids
from ingest.progress import progress_values, without_repeats
from ingest.projects import project_values
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
from ingest.tasks import task_values
from ingest.totals import total_findings
from ingest.typed import TypedRow, Values, frame_of

_MARK = re.compile(r"示例数据|illustrative\s+data", re.IGNORECASE)
_LABEL = 120  # characters of an uploaded name
_KEYS = {
    SheetKind.PROGRESS: (Reports.ITEM_ID, Reports.RESPONSIBLE_UNIT),
    SheetKind.PROJECTS: (Projects.ID, Projects.RESPONSIBLE_UNITS),
    SheetKind.TASKS: (Tasks.ID, Tasks.RESPONSIBLE_UNITS),
}
_REMARK = {
    SheetKind.PROGRESS: Reports.REMARK,
    SheetKind.PROJECTS: Projects.REMARK,
    SheetKind.TASKS: Tasks.REMARK,
}


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


def label_of(filename: str) -> str:
    r"""Return an uploaded name as a label: never a path, on one line, cut to length.

    >>> label_of("../../data/projects.csv"), label_of("a\r\nb.csv")
    ('projects.csv', 'a b.csv')
    """
    printable = "".join(sign if sign.isprintable() else " " for sign in filename)
    last = re.split(r"[/\\]", printable)[-1]
    label = " ".join(last.split())
    if len(label) <= _LABEL:
        return label
    stem, dot, extension = label.rpartition(".")
    tail = f"…{dot}{extension[:8]}"
    return f"{stem[: _LABEL - len(tail)]}{tail}"


def _report(
    origin: Origin, table: RawTable, header: Header, context: Context, findings: list[Finding]
) -> Report:
    titles = titles_above(table, header)
    measures, unmeasured = measures_of(header, titles, table.sheet)
    findings += column_findings(header, table.sheet) + unmeasured
    findings += serial_findings(header, table.sheet)
    raw_rows = data_rows(table, header, _KEYS[header.kind], findings)
    findings += unknown_columns(header, raw_rows, table.sheet)
    rows = _typed(table, header, raw_rows, context, measures, findings)
    if header.kind is not SheetKind.PROGRESS:
        findings += total_findings(table, header, rows, measures)
    findings += _count_findings(table, raw_rows, context, findings)
    remarks = [str(row.entries.get(_REMARK[header.kind]) or "") for row in rows]
    return Report(
        origin=origin,
        kind=header.kind,
        frame=frame_of(rows, header.kind),
        rows=tuple(row.number for row in rows),
        findings=tuple(sorted(findings, key=lambda one: one.row or 0)),
        headers=header.cells,
        header_rows=(header.row.number,),
        titles=titles,
        illustrative=any(_MARK.search(text) for text in (*titles, *remarks)),
    )


def _typed(
    table: RawTable,
    header: Header,
    raw_rows: list[RawRow],
    context: Context,
    measures: dict[str, str],
    findings: list[Finding],
) -> list[TypedRow]:
    names = NameList(context)
    labels = {cell.column: cell.standard or "" for cell in header.cells if cell.column}
    rows: list[TypedRow] = []
    for raw in raw_rows[: context.limits.max_rows]:
        if raw.number in table.hidden_rows:
            findings.append(found(Code.W_HIDDEN_ROWS, raw.number, sheet=table.sheet))
        cells = RowCells(table, raw, header, context.limits, findings)
        values = _values(cells, header.kind, context, names, measures)
        rows.append(TypedRow(raw.number, table.sheet, labels, values))
    if header.kind is SheetKind.PROGRESS:
        return without_repeats(rows, findings)
    return without_repeated_ids(rows, _KEYS[header.kind][0], findings)


def _values(
    cells: RowCells,
    kind: SheetKind,
    context: Context,
    names: NameList,
    measures: dict[str, str],
) -> Values:
    match kind:
        case SheetKind.PROGRESS:
            return progress_values(cells, context, names, measures)
        case SheetKind.PROJECTS:
            return project_values(cells, context, names, measures)
        case SheetKind.TASKS:
            return task_values(cells, context, names)


def _count_findings(
    table: RawTable, raw_rows: list[RawRow], context: Context, findings: list[Finding]
) -> list[Finding]:
    if len(raw_rows) > context.limits.max_rows:
        return [too_many_rows(table, context.limits)]
    if not raw_rows and not any(one.code == Code.E_RAGGED_ROW for one in findings):
        return [found(Code.E_NO_ROWS, sheet=table.sheet)]
    return []
