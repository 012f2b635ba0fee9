"""Finding the header of a sheet within its first rows; it may stand on up to three rows."""

from collections.abc import Mapping

from ingest.headers import Header, headers_in, understood
from ingest.report import SheetKind
from ingest.tables import RawRow, RawTable

_SEARCHED = 30  # rows; titles and notes above a header are never longer
_WIDEST = 300  # columns; no table is wider, and reading one would only take time
_DEPTHS = (1, 2, 3)  # rows of a header; fewer are preferred when they mean as much


def find_header(
    table: RawTable,
    kind: SheetKind | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Header | None:
    """Return the best header within the first rows, or None; ``kind`` is the only one allowed.

    Several rows make a header only when together they mean more than any of them alone.
    ``mapping`` gives typed headers the meaning that a person chose.
    """
    kinds = list(SheetKind) if kind is None else [kind]
    rows = searched_rows(table)
    good = [
        header
        for depth in _DEPTHS
        for place in range(len(rows) - depth + 1)
        if rows[place + depth - 1].number - rows[place].number == depth - 1
        and (depth == 1 or _heads_columns(rows[place]))
        for header in headers_in(rows[place : place + depth], kinds, mapping or {})
    ]
    best = max(good, key=_worth, default=None)
    while best and (above := [one for one in good if one.row.number < best.first_row - 1]):
        best = max(above, key=_worth)  # of two tables in one sheet the first
    return best and _with_merged(best, table, rows, mapping or {})


def _heads_columns(row: RawRow) -> bool:
    """Tell a row of headings from a title and from what is stated beside it, as 单位：万元."""
    texts = [cell for cell in row.cells if cell.strip()]
    return sum(":" not in text and "：" not in text for text in texts) > 1


def _worth(header: Header) -> tuple[int, int]:
    return header.score, header.measured


def _with_merged(
    header: Header, table: RawTable, rows: list[RawRow], mapping: Mapping[str, str]
) -> Header:
    """Return the header with the rows below it into which one of its headings is merged."""
    whole = list(header.rows)
    for row in rows:
        merges = (table.merges.over(row.number, place) for place in range(header.width))
        reached = any(merge.top in {one.number for one in whole} for merge in merges if merge)
        if row.number == whole[-1].number + 1 and len(whole) < len(_DEPTHS) and reached:
            whole.append(row)
    grown = understood(whole, header.kind, mapping)
    return grown if len(whole) > len(header.rows) and grown.score >= header.score else header


def searched_rows(table: RawTable) -> list[RawRow]:
    """Return the filled rows among which a header may stand."""
    first = table.rows[: _SEARCHED * 2]
    return [row for row in first if 0 < row.width <= _WIDEST][:_SEARCHED]
