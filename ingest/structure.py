"""What a header says as a whole: columns that are missing, unknown, double, or lack a measure."""

from collections.abc import Collection

from domain.columns import Projects, Tasks
from domain.findings import Finding
from ingest.aliases import COLUMNS, SERIAL
from ingest.aliases.others import YEARS
from ingest.aliases.template import is_beside
from ingest.codes import Code, found
from ingest.headers import Header
from ingest.headings import is_serial, plain_header, without_measure
from ingest.nearest import nearest_header
from ingest.report import SheetKind
from ingest.tables import RawRow, RawTable

_USUAL = "亿元"


def titles_above(table: RawTable, header: Header) -> tuple[str, ...]:
    """Return every text above the header."""
    above = (row for row in table.rows if row.number < header.first_row)
    return tuple(cell.strip() for row in above for cell in row.cells if cell.strip())


def column_findings(
    header: Header, sheet: str | None, supplied: Collection[str] = ()
) -> list[Finding]:
    """Say which columns are missing, but those ``supplied`` by a title, and which are twice."""
    row, there = header.row.number, {*(cell.column for cell in header.cells), *supplied}
    findings = [found(Code.E_DUPLICATE_COLUMN, row, one, sheet=sheet) for one in header.twice]
    for column in COLUMNS[header.kind]:
        if column.name in there:
            continue
        if column.required:
            findings.append(found(Code.E_MISSING_COLUMN, row, column.header, sheet=sheet))
        elif column.expected:
            findings.append(found(Code.W_MISSING_COLUMN, row, column.header, sheet=sheet))
    if header.kind is SheetKind.TASKS and not there & {Tasks.RESPONSIBLE_UNITS, Tasks.LEAD_UNIT}:
        findings.append(found(Code.E_MISSING_COLUMN, row, "责任单位", sheet=sheet))
    return findings


def unknown_columns(header: Header, rows: list[RawRow], sheet: str | None) -> list[Finding]:
    """Say which columns with content are ignored, and which standard header is nearest."""
    known = {cell.position - 1 for cell in header.cells if cell.column}
    there = {cell.column for cell in header.cells}
    missing = [one for one in COLUMNS[header.kind] if one.name not in there]
    used = {place for row in rows for place in range(row.width) if row.text(place).strip()}
    findings: list[Finding] = []
    for place in sorted(used - known):
        typed = header.cells[place].typed if place < header.width else ""
        if is_serial(typed) and header.kind is not SheetKind.PROGRESS:
            continue
        if is_template_heading(typed):
            continue
        shown = typed or _letters(place)
        place_of = (header.row.number, shown, typed)
        known = header.cells[place].standard if place < header.width else None
        if known and known == YEARS and _gives_dates(header):
            continue
        if known and header.kind is not SheetKind.PROGRESS:
            findings.append(found(Code.N_COLUMN_NOT_KEPT, *place_of, sheet=sheet, known=known))
            continue
        hint = nearest_header(typed, missing)
        findings.append(found(Code.W_UNKNOWN_COLUMN, *place_of, sheet=sheet, hint=hint))
    return findings


def is_template_heading(typed: str) -> bool:
    r"""Tell whether a heading is one our own template sets beside what is to be filled in.

    >>> is_template_heading("上次完成进度\n（%）"), is_template_heading("完成进度（%）")
    (True, False)
    """
    return is_beside(without_measure(plain_header(typed)))


def _gives_dates(header: Header) -> bool:
    dates = (Projects.PLANNED_START, Projects.PLANNED_FINISH)
    return header.kind is SheetKind.PROJECTS and not any(map(header.cell, dates))


def serial_findings(header: Header, sheet: str | None) -> list[Finding]:
    """Say that running numbers stand in for ids, which moves when a row is inserted."""
    return [
        found(Code.W_ID_FROM_SERIAL, header.row.number, cell.standard, SERIAL, sheet=sheet)
        for cell in header.cells
        if cell.column and is_serial(cell.typed)
    ]


def measures_of(
    header: Header, stated: str | None, sheet: str | None
) -> tuple[dict[str, str], list[Finding]]:
    """Return the measure of each money column: its header's, else the ``stated`` one, else 亿元.

    The second part holds a finding per column of a plan table that states no measure.
    """
    measures: dict[str, str] = {}
    findings: list[Finding] = []
    for column in COLUMNS[header.kind]:
        if not column.money:
            continue
        cell = header.cell(column.name)
        own = cell.measure if cell and cell.measure != "%" else None
        measures[column.name] = own or stated or _USUAL
        if cell and not own and not stated and header.kind is not SheetKind.PROGRESS:
            place = (header.row.number, column.header, cell.typed)
            findings.append(found(Code.W_MONEY_MEASURE, *place, sheet=sheet, measure=_USUAL))
    return measures, findings


def _letters(place: int) -> str:
    letters, rest = "", place + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters
