"""Which rows under a header are data: totals, notes and repeated headers are not."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from domain.findings import Finding
from ingest.aliases import SERIAL
from ingest.beside import Beside, Mark, mark_of
from ingest.codes import Code, found
from ingest.headers import Header, is_same_header
from ingest.tables import RawRow, RawTable


@dataclass(slots=True)
class Sorted:
    """The rows of data, the rows beside them, and what is to be said about the latter."""

    data: list[RawRow] = field(default_factory=list[RawRow])
    beside: list[Mark] = field(default_factory=list[Mark])
    findings: list[Finding] = field(default_factory=list[Finding])

    def groups(self) -> dict[int, str]:
        """Return the headings of groups above each row of data, by its number."""
        groups: dict[int, str] = {}
        above = {Beside.GROUP: "", Beside.SUBGROUP: ""}
        marks = {mark.row.number: mark for mark in self.beside if mark.what in above}
        for number in sorted({*marks, *(row.number for row in self.data)}):
            mark = marks.get(number)
            if mark is None:
                groups[number] = " / ".join(filter(None, above.values()))
                continue
            above[mark.what] = mark.label
            if mark.what is Beside.GROUP:
                above[Beside.SUBGROUP] = ""
        return {number: group for number, group in groups.items() if group}

    def notes(self) -> tuple[str, ...]:
        """Return the notes and sign-offs as text, one per row."""
        notes = (mark.row.cells for mark in self.beside if mark.what is Beside.NOTE)
        return tuple(" ".join(cell.strip() for cell in cells if cell.strip()) for cells in notes)


def sorted_rows(
    table: RawTable, header: Header, keys: Iterable[str], name: str | None = None
) -> Sorted:
    """Sort the rows below the header.

    ``keys`` are columns that a total or a note leaves empty; with ``name``, the column of names,
    a row that has neither a name nor an id goes on with the row above.
    """
    places = [place for key in keys if (place := header.position(key)) is not None]
    named = header.position(name) if name else None
    rows = Sorted()
    for row in table.rows:
        if row.number <= header.row.number or not row.width:
            continue
        mark = None if _holds_key(row, places) else mark_of(row)
        if mark or is_same_header(row, header):
            rows.beside += [mark] if mark else []
            rows.findings.append(_told(Code.W_SKIPPED_ROW, row, table))
        elif table.ragged_matters and not _fits(row, header):
            rows.findings.append(_ragged(row, header))
        elif (code := _no_item(row, header, places[:1], named)) and (
            rows.data or code is Code.W_NUMBER_ONLY
        ):
            rows.findings.append(_told(code, row, table))
        else:
            rows.data.append(row)
    return rows


def _holds_key(row: RawRow, places: list[int]) -> bool:
    first = next(cell for cell in row.cells if cell.strip()).strip()
    return any(row.text(place).strip() not in {"", first} for place in places)


def _no_item(row: RawRow, header: Header, numbers: list[int], named: int | None) -> Code | None:
    """Tell why a row of a plan table is no item of its own, if it is not."""
    if named is None or not numbers or row.text(named).strip():
        return None
    if not row.text(numbers[0]).strip():
        return Code.W_CONTINUED_ROW
    alone = sum(bool(cell.strip()) for cell in row.cells) == 1
    numbered = header.cells[numbers[0]].typed == SERIAL
    return Code.W_NUMBER_ONLY if alone and numbered else None


def _told(code: Code, row: RawRow, table: RawTable) -> Finding:
    label = next(cell for cell in row.cells if cell.strip()).strip()
    return found(code, row.number, None, label, sheet=table.sheet)


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
