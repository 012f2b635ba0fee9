"""Which rows under a header are data: totals, notes and repeated headers are not."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.findings import Finding
from ingest.aliases.others import is_heading
from ingest.beside import Mark, has_lone_numeral, heading_of, mark_after, mark_of
from ingest.characters import fold
from ingest.codes import Code, found
from ingest.headers import Header, is_same_header
from ingest.headings import is_serial
from ingest.serials import says_no_id
from ingest.sorting import Sorted
from ingest.tables import RawRow, RawTable

_HEADINGS = 3  # known headings that make a row the header of another table


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the sheet keeps what tells data from the rest."""

    header: Header
    keys: tuple[int, ...]  # columns that a total or a note leaves empty, ids first
    named: int | None  # the column of names, in a plan table
    numerals_count: bool  # whether a lone Chinese numeral is the heading of a group


def sorted_rows(
    table: RawTable, header: Header, keys: Iterable[str], name: str | None = None
) -> Sorted:
    """Sort the rows below the header; a second table below the first is told and not read.

    ``keys`` are columns that a total or a note leaves empty; with ``name``, the column of names,
    a row that has neither a name nor an id goes on with the row above.
    """
    serials = [one.position - 1 for one in header.cells if is_serial(one.typed)]
    places = _Places(
        header,
        tuple(place for key in keys if (place := header.position(key)) is not None),
        header.position(name) if name else None,
        not any(has_lone_numeral(table.rows, header.row.number, one) for one in serials),
    )
    rows = Sorted()
    for row in table.rows:
        if row.number <= header.row.number or not row.width:
            continue
        if _begins_another(row, header):
            rows.findings.append(_told(Code.W_ANOTHER_TABLE, row, table))
            break
        mark = _mark(row, places, rows.beside)
        if mark or is_same_header(row, header):
            rows.beside += [mark] if mark else []
            what = mark.what.name.lower() if mark else "header"
            rows.findings.append(_told(Code.W_SKIPPED_ROW, row, table, what=f"row_{what}"))
        elif table.ragged_matters and not _fits(row, header):
            rows.findings.append(_ragged(row, header))
        elif (code := _no_item(row, places)) and (rows.data or code is Code.W_NUMBER_ONLY):
            rows.findings.append(_told(code, row, table))
        else:
            rows.data.append(row)
    return rows


def _begins_another(row: RawRow, header: Header) -> bool:
    known = {cell.strip() for cell in row.cells if is_heading(cell)}
    if len(known) < _HEADINGS:
        return False
    ours = {cell.strip() for one in header.rows for cell in one.cells}
    return len(known - ours) > len(known & ours)


def _mark(row: RawRow, places: _Places, beside: list[Mark]) -> Mark | None:
    if _holds_key(row, places.keys):
        return None
    mark = mark_of(row, numerals_count=places.numerals_count)
    if mark is None and beside:
        mark = mark_after(row, beside[-1])
    return mark or _heading(row, places)


def _heading(row: RawRow, places: _Places) -> Mark | None:
    """Return an unnumbered heading of a plan table, which leaves ids or names empty."""
    mark = None if places.named is None else heading_of(row)
    if mark is None or places.named is None:
        return None
    first = next(place for place, cell in enumerate(row.cells) if cell.strip())
    if first == places.named:  # an item without an id looks the same, unless it says a number
        return mark if mark.stated is not None and places.keys else None
    return mark if first < places.named and not row.text(places.named).strip() else None


def _holds_key(row: RawRow, places: Iterable[int]) -> bool:
    first = next(cell for cell in row.cells if cell.strip()).strip()
    texts = (row.text(place).strip() for place in places)
    return any(text != first and not says_no_id(fold(text)) for text in texts)


def _no_item(row: RawRow, places: _Places) -> Code | None:
    """Tell why a row of a plan table is no item of its own, if it is not."""
    if places.named is None or not places.keys or row.text(places.named).strip():
        return None
    number = places.keys[0]
    if not row.text(number).strip():
        return Code.W_CONTINUED_ROW
    alone = sum(bool(cell.strip()) for cell in row.cells) == 1
    numbered = is_serial(places.header.cells[number].typed)
    return Code.W_NUMBER_ONLY if alone and numbered else None


def _told(code: Code, row: RawRow, table: RawTable, **more: str) -> Finding:
    label = next(cell for cell in row.cells if cell.strip()).strip()
    return found(code, row.number, None, label, sheet=table.sheet, **more)


def _fits(row: RawRow, header: Header) -> bool:
    return row.width <= header.width <= len(row.cells)


def _ragged(row: RawRow, header: Header) -> Finding:
    return found(
        Code.E_RAGGED_ROW,
        row.number,
        None,
        row.cells[0].strip(),
        expected=str(header.width),
        cells=str(max(row.width, min(len(row.cells), header.width))),
    )
