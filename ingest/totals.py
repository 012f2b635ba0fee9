"""Whether the totals a sheet states, of money and of items, are those of its rows."""

from collections.abc import Sequence
from decimal import Decimal

from domain.findings import Finding
from domain.money import in_yi
from ingest.aliases import column_named
from ingest.beside import Beside, Mark
from ingest.characters import key_of
from ingest.codes import Code, found
from ingest.headers import Header
from ingest.numbers import money_yuan
from ingest.typed import TypedRow

_GROUPS = (Beside.GROUP, Beside.SUBGROUP)
_ENDS = {
    Beside.GROUP: (Beside.GROUP,),
    Beside.SUBGROUP: _GROUPS,
    Beside.SUBTOTAL: (*_GROUPS, Beside.SUBTOTAL),
}


def total_findings(
    header: Header, marks: Sequence[Mark], rows: Sequence[TypedRow], measures: dict[str, str]
) -> list[Finding]:
    """Say which stated sums and counts differ from those of the rows they are about."""
    findings: list[Finding] = []
    for mark in marks:
        about = _rows_of(mark, marks, rows)
        if about is None:
            continue
        findings += _miscounted(mark, about)
        findings += [
            finding
            for column, measure in measures.items()
            if (finding := _mismatch(mark, header, about, (column, measure)))
        ]
    return findings


def _rows_of(
    mark: Mark, marks: Sequence[Mark], rows: Sequence[TypedRow]
) -> Sequence[TypedRow] | None:
    """Return the rows a mark sums up: all, its group's, or those since the last heading."""
    if mark.what is Beside.TOTAL:
        return rows
    if mark.what not in _ENDS:
        return None
    ends = [one.row.number for one in marks if one.what in _ENDS[mark.what]]
    here = mark.row.number
    before = max((end for end in ends if end < here), default=0)
    after = min((end for end in ends if end > here), default=None)
    above = [row for row in rows if before < row.number < here]
    below = [row for row in rows if row.number > here and (after is None or row.number < after)]
    return above if mark.what is Beside.SUBTOTAL and above else below


def _miscounted(mark: Mark, rows: Sequence[TypedRow]) -> list[Finding]:
    if mark.stated is None or mark.stated == len(rows):
        return []
    more = {"stated": str(mark.stated), "counted": str(len(rows))}
    sheet = rows[0].sheet if rows else None
    return [found(Code.W_COUNT_MISMATCH, mark.row.number, None, mark.label, sheet=sheet, **more)]


def _mismatch(
    mark: Mark, header: Header, rows: Sequence[TypedRow], money: tuple[str, str]
) -> Finding | None:
    column, measure = money
    position = header.position(column)
    text = "" if position is None else key_of(mark.row.text(position))
    stated = money_yuan(text, measure).whole
    amounts = [row.entries[column] for row in rows]
    summed = sum(amount for amount in amounts if isinstance(amount, int))
    if stated is None or abs(stated - summed) * 2 <= _last_digit(text, measure):
        return None
    label = column_named(header.kind, column).header
    more = {"sum": f"{in_yi(summed)}亿元", "label": mark.label}
    sheet = rows[0].sheet if rows else None
    return found(Code.W_TOTAL_MISMATCH, mark.row.number, label, text, sheet=sheet, **more)


def _last_digit(text: str, measure: str) -> int:
    """Return what one step of the last written digit is worth in 元: totals are rounded."""
    decimals = len(text.partition(".")[2].rstrip("亿万元"))
    whole = money_yuan("1", measure).whole or 0
    return int(Decimal(whole).scaleb(-decimals)) if decimals else 0
