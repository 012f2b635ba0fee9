"""Finding the header of a sheet within its first rows; it may stand on two rows."""

from collections.abc import Iterator
from itertools import pairwise

from ingest.headers import Header, understood
from ingest.report import SheetKind
from ingest.tables import RawRow, RawTable

_SEARCHED = 30  # rows; titles and notes above a header are never longer
_WIDEST = 300  # columns; no table is wider, and reading one would only take time


def find_header(table: RawTable, kind: SheetKind | None = None) -> Header | None:
    """Return the best header within the first rows, or None; ``kind`` is the only one allowed.

    Two rows make a header only when together they mean more than either alone.
    """
    kinds = list(SheetKind) if kind is None else [kind]
    first = table.rows[: _SEARCHED * 2]
    rows = [row for row in first if 0 < row.width <= _WIDEST][:_SEARCHED]
    single = [understood(row, one) for row in rows for one in kinds]
    double = [
        understood(joined, one, first_row=upper.number)
        for upper, lower in pairwise(rows)
        if upper.number + 1 == lower.number
        for joined in _joined(upper, lower)
        for one in kinds
    ]
    good = [header for header in (*single, *double) if header.score > 0]
    return max(good, key=lambda header: header.score, default=None)


def _joined(upper: RawRow, lower: RawRow) -> Iterator[RawRow]:
    """Give the two ways to read a heading over its parts: the part alone, or both."""
    width = max(upper.width, lower.width)
    over, heading = list[str](), ""
    for place in range(width):
        heading = upper.text(place).strip() or heading
        over.append(heading if lower.text(place).strip() else upper.text(place))
    parts = [lower.text(place).strip() for place in range(width)]
    pairs = list(zip(over, parts, strict=True))
    yield RawRow(lower.number, tuple(part or heading for heading, part in pairs))
    yield RawRow(lower.number, tuple(heading + part for heading, part in pairs))
