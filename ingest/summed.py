"""Which rows a total, a sub-total or the heading of a group may be the sum of."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ingest.beside import Beside, Mark
from ingest.typed import TypedRow

_MANY = 20  # totals; no table has as many that each could be the total of everything
_HEADINGS = (Beside.GROUP, Beside.SUBGROUP, Beside.HEADING)
_ENDS = {
    Beside.GROUP: (Beside.GROUP,),
    Beside.SUBGROUP: (Beside.GROUP, Beside.SUBGROUP),
    Beside.HEADING: _HEADINGS,
    Beside.SUBTOTAL: (*_HEADINGS, Beside.SUBTOTAL),
}
Rows = Sequence[TypedRow]


def rows_of(mark: Mark, marks: Sequence[Mark], rows: Rows) -> list[Rows]:
    """Return the likeliest rows first; a sub-total may stand below its rows or above them.

    A note is about all rows as far as it counts them. Several 合计 are totals of the parts they
    stand in. A mark that sums up nothing has no rows at all.
    """
    if mark.what is Beside.NOTE:
        return [rows]
    if mark.what is Beside.TOTAL:
        totals = [one for one in marks if one.what is Beside.TOTAL]
        around = _around(mark, totals, rows)
        return [rows] if len(totals) == 1 else [*around, rows] if len(totals) < _MANY else around
    if mark.what is Beside.SUBTOTAL:
        ends = [one for one in marks if one.what in _ENDS[Beside.SUBTOTAL]]
        whole = [one for one in ends if one.what is not Beside.SUBTOTAL]
        return [*_around(mark, ends, rows), *_around(mark, whole, rows)]
    if mark.what not in _ENDS:
        return []
    ends = [one for one in marks if one.what in _ENDS[mark.what]]
    return [_between(mark.row.number, _next(mark, ends), rows)]


def _around(mark: Mark, ends: Sequence[Mark], rows: Rows) -> list[Rows]:
    """Return the rows since the end before the mark, and those until the end after it."""
    here = mark.row.number
    before = max((one.row.number for one in ends if one.row.number < here), default=0)
    above = _between(before, here, rows)
    below = _between(here, _next(mark, ends), rows)
    return [above, below] if above else [below]


def _next(mark: Mark, ends: Sequence[Mark]) -> int | None:
    here = mark.row.number
    return min((one.row.number for one in ends if one.row.number > here), default=None)


def _between(first: int, last: int | None, rows: Rows) -> Rows:
    start = bisect_right(rows, first, key=lambda row: row.number)
    end = len(rows) if last is None else bisect_left(rows, last, key=lambda row: row.number)
    return rows[start:end]
