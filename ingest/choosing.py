"""Choosing the one sheet of a file that holds the table, and refusing when there is none."""

from domain.findings import Finding
from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Limits
from ingest.header_search import find_header
from ingest.headers import Header
from ingest.report import SheetKind
from ingest.tables import RawTable


def chosen_sheet(
    tables: tuple[RawTable, ...], limits: Limits, kind: SheetKind | None
) -> tuple[RawTable, Header, list[Finding]]:
    """Return the one sheet with a header; the other filled sheets are among the findings.

    Raises:
        SheetRefusedError: when no sheet or more than one has a header, or it is too large.
    """
    filled = [table for table in tables if not table.is_empty]
    headed = [(table, header) for table in filled if (header := find_header(table, kind))]
    if len(headed) > 1:
        names = "、".join(str(table.sheet) for table, _ in headed)
        raise SheetRefusedError(found(Code.E_MULTIPLE_SHEETS, sheets=names))
    if not headed:
        raise SheetRefusedError(_headless(filled, limits))
    table, header = headed[0]
    if table.too_many_rows:
        raise SheetRefusedError(too_many_rows(table, limits))
    if table.too_many_columns or header.row.width > limits.max_columns:
        raise SheetRefusedError(_too_many_columns(table, limits))
    others = [other for other in filled if other is not table]
    return table, header, [found(Code.W_SHEET_IGNORED, sheet=other.sheet) for other in others]


def too_many_rows(table: RawTable, limits: Limits) -> Finding:
    """Say that a sheet has more rows than may be read."""
    return found(Code.E_TOO_MANY_ROWS, sheet=table.sheet, limit=str(limits.max_rows))


def _headless(filled: list[RawTable], limits: Limits) -> Finding:
    if not filled:
        return found(Code.E_EMPTY_FILE)
    if any(row.width > limits.max_columns for row in filled[0].rows):
        return _too_many_columns(filled[0], limits)
    first = next(filled[0].filled())
    text = next(cell for cell in first.cells if cell.strip()).strip()
    return found(Code.E_NO_HEADER, None, None, text, sheet=filled[0].sheet)


def _too_many_columns(table: RawTable, limits: Limits) -> Finding:
    return found(Code.E_TOO_MANY_COLUMNS, sheet=table.sheet, limit=str(limits.max_columns))
