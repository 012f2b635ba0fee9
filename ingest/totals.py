"""Whether the total a plan table states is the sum of its rows."""

import re
from collections.abc import Sequence

from domain.findings import Finding
from domain.money import in_yi
from ingest.aliases import column_named
from ingest.characters import key_of
from ingest.codes import Code, found
from ingest.headers import Header
from ingest.numbers import money_yuan
from ingest.tables import RawRow, RawTable
from ingest.typed import TypedRow

_TOTAL = re.compile(r"(?:合\s*计|总\s*计)")


def total_findings(
    table: RawTable, header: Header, rows: Sequence[TypedRow], measures: dict[str, str]
) -> list[Finding]:
    """Say which stated totals differ from the sum of the rows that were read."""
    return [
        finding
        for raw in table.filled()
        if raw.number > header.row.number and any(map(_TOTAL.match, _labels(raw)))
        for column, measure in measures.items()
        if (finding := _mismatch(table.sheet, raw, header, rows, (column, measure)))
    ]


def _labels(raw: RawRow) -> list[str]:
    return [cell.strip() for cell in raw.cells if cell.strip()][:1]


def _mismatch(
    sheet: str | None,
    raw: RawRow,
    header: Header,
    rows: Sequence[TypedRow],
    money: tuple[str, str],
) -> Finding | None:
    column, measure = money
    position = header.position(column)
    text = "" if position is None else key_of(raw.text(position))
    stated = money_yuan(text, measure).whole
    amounts = [row.entries[column] for row in rows]
    summed = sum(amount for amount in amounts if isinstance(amount, int))
    if stated is None or stated == summed:
        return None
    place = (raw.number, column_named(header.kind, column).header, text)
    return found(Code.W_TOTAL_MISMATCH, *place, sheet=sheet, sum=f"{in_yi(summed)}亿元")
