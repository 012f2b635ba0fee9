"""Choosing the one sheet of a file that holds the table, and refusing when there is none."""

from collections.abc import Mapping, Sequence

from domain.findings import Finding
from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Limits
from ingest.header_search import find_header, searched_rows
from ingest.headers import Header, unmapped
from ingest.report import HeaderCell, SheetKind
from ingest.tables import RawRow, RawTable

Headed = tuple[RawTable, Header]


def headed_sheets(
    tables: Sequence[RawTable], kind: SheetKind | None, mapping: Mapping[str, str] | None
) -> list[Headed]:
    """Return the sheets that have a header, the one to propose first.

    A shown sheet goes before a hidden one, then what is understood best, then the longest.
    """
    found_in = ((table, find_header(table, kind, mapping)) for table in tables)
    headed = [(table, header) for table, header in found_in if header]
    return sorted(headed, key=lambda one: (one[0].hidden, -one[1].score, -len(one[0].rows)))


def chosen_sheet(
    tables: Sequence[RawTable], headed: list[Headed], limits: Limits, chosen: str | None
) -> Headed:
    """Return the one sheet with a header, or the one ``chosen``.

    Raises:
        SheetRefusedError: when no sheet or more than one has a header, or it is too large.
    """
    filled = [table for table in tables if not table.is_empty]
    if chosen is not None:
        filled = [_named(filled, chosen), *(one for one in filled if one.sheet != chosen)]
        headed = [one for one in headed if one[0].sheet == chosen]
    else:
        headed = competing(headed)
    if len(headed) > 1:
        raise SheetRefusedError(_several([table for table, _ in headed]))
    if not headed:
        for table in tables:
            if table.too_many_rows and not filled:  # one cell far below all that is read
                raise SheetRefusedError(too_many_rows(table, limits))
        raise SheetRefusedError(_headless(filled, limits))
    table, header = headed[0]
    if table.too_many_rows:
        raise SheetRefusedError(too_many_rows(table, limits))
    if table.too_many_columns or header.row.width > limits.max_columns:
        raise SheetRefusedError(_too_many_columns(table, limits))
    return table, header


def competing(headed: Sequence[Headed]) -> list[Headed]:
    """Return the sheets of which one must be meant: hidden ones only where none is shown.

    Of progress sheets there must be exactly one, so a hidden one beside a shown one still counts.
    """
    shown = {header.kind for table, header in headed if not table.hidden}
    both = shown & {SheetKind.PROGRESS}
    return [
        (table, header)
        for table, header in headed
        if not table.hidden or not shown or header.kind in both
    ]


def likely_header(table: RawTable) -> tuple[HeaderCell, ...]:
    """Return the fullest of the first rows, for a person to say what its headings mean."""
    rows = searched_rows(table)
    fullest: RawRow | None = max(rows, key=_different, default=None)
    return unmapped(fullest) if fullest else ()


def too_many_rows(table: RawTable, limits: Limits) -> Finding:
    """Say that a sheet has more rows than may be read."""
    return found(Code.E_TOO_MANY_ROWS, sheet=table.sheet, limit=str(limits.max_rows))


def _named(filled: list[RawTable], chosen: str) -> RawTable:
    for table in filled:
        if table.sheet == chosen:
            return table
    names = "、".join(str(table.sheet) for table in filled if table.sheet)
    raise SheetRefusedError(found(Code.E_SHEET_CHOICE, value=chosen, sheets=names))


def _several(tables: Sequence[RawTable]) -> Finding:
    """Ask which worksheet is meant, and say which of them Excel does not show."""
    return found(
        Code.E_MULTIPLE_SHEETS,
        sheets="、".join(str(one.sheet) for one in tables),
        hidden="、".join(str(one.sheet) for one in tables if one.hidden),
        proposed=str(tables[0].sheet),
    )


def _different(row: RawRow) -> int:
    return len({cell.strip() for cell in row.cells if cell.strip()})


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
