"""A worksheet with a header becomes a report: a typed table, what stands beside it, every doubt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.findings import Finding
from ingest.blank import leave_out_blank
from ingest.choosing import too_many_rows
from ingest.codes import Code, found
from ingest.context import Context
from ingest.headers import Header
from ingest.kinds import KEYS, NAMES, REMARK, typed_rows
from ingest.origin import Origin
from ingest.other_months import other_months
from ingest.report import Report, SheetKind
from ingest.rows import sorted_rows
from ingest.serials import numbered
from ingest.sorting import Sorted
from ingest.stated import stated_in
from ingest.structure import (
    column_findings,
    measures_of,
    serial_findings,
    titles_above,
    unknown_columns,
)
from ingest.tables import RawTable
from ingest.title_period import period_in
from ingest.totals import Sums, checked_totals
from ingest.typed import TypedRow, frame_of

_MARK = re.compile(r"示例数据|illustrative\s+data", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The worksheet to be read."""

    origin: Origin
    table: RawTable
    header: Header


def report_of(chosen: Chosen, context: Context) -> Report:
    """Return what the worksheet says; doubts stand in the order of its rows."""
    table, header = chosen.table, chosen.header
    titles = titles_above(table, header)
    sorted_ = sorted_rows(table, header, KEYS[header.kind], NAMES[header.kind])
    blank = leave_out_blank(sorted_, header, table.sheet)
    stated = stated_in((*titles, *_unclaimed(header)), sorted_.notes(), context.plan)
    measures, findings = measures_of(header, stated.measure, table.sheet)
    data, renumbered = numbered(sorted_.data, sorted_.groups(), header, table.sheet)
    supplied, missing = _supplied(header, titles, context, table.sheet)
    findings += missing + (renumbered or serial_findings(header, table.sheet))
    findings += blank + sorted_.findings + unknown_columns(header, sorted_.data, table.sheet)
    rows = typed_rows(table, header, data, context, (measures, supplied), findings)
    if header.kind is SheetKind.PROGRESS and not supplied:
        findings += other_months(rows, titles, context)
    totals = checked_totals(Sums(header, sorted_, rows, measures), stated.count)
    findings += totals.findings
    findings += _count_findings(table, sorted_, context, findings)
    return Report(
        origin=chosen.origin,
        kind=header.kind,
        frame=frame_of(rows, header.kind),
        rows=tuple(row.number for row in rows),
        findings=tuple(sorted(findings, key=lambda one: one.row or 0)),
        headers=header.cells,
        header_rows=tuple(range(header.first_row, header.row.number + 1)),
        titles=titles,
        illustrative=_is_illustrative(header, titles, rows),
        groups=tuple(map(sorted_.groups().get, (row.number for row in rows))),
        notes=sorted_.notes(),
        totals_agreed=totals.agreed,
        stated=stated,
        table=table,
    )


def _unclaimed(header: Header) -> tuple[str, ...]:
    """Return headings that mean no column: 单位：万元 may stand at the end of the header."""
    return tuple(cell.typed for cell in header.cells if "单位" in cell.typed and not cell.column)


def _is_illustrative(header: Header, titles: tuple[str, ...], rows: Sequence[TypedRow]) -> bool:
    remarks = (str(row.entries.get(REMARK[header.kind]) or "") for row in rows)
    return any(_MARK.search(text) for text in (*titles, *remarks))


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
