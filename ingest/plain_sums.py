"""Sums of columns that are not read: figures all the same, and wrong ones are worth a word."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from domain.findings import Finding
from domain.money import plain
from ingest.beside import Beside, Mark
from ingest.characters import key_of
from ingest.codes import Code, found
from ingest.headers import Header
from ingest.numbers import is_placeholder, plain_number
from ingest.tables import RawRow
from ingest.typed import TypedRow

_NO_SUMS = ("%", "率", "比", "占", "序号", "年限", "时间", "日期", "年份", "进度", "编号", "代码")


def plain_mismatches(
    mark: Mark, about: Sequence[TypedRow], header: Header, data: Mapping[int, RawRow]
) -> list[Finding]:
    """Say which figure of a total is not the sum of a column that holds nothing but figures.

    ``data`` are the rows as they stand, by their number.
    """
    if mark.what is Beside.NOTE or not about:
        return []
    rows = [data[row.number] for row in about if row.number in data]
    findings: list[Finding] = []
    for cell in header.cells:
        if cell.column is not None or any(word in cell.typed for word in _NO_SUMS):
            continue
        stated = plain_number(key_of(mark.row.text(cell.position - 1)))
        summed = _sum(rows, cell.position - 1)
        if stated is not None and summed is not None and _differ(stated, summed):
            more = {"sum": plain(summed), "label": mark.label}
            place = (mark.row.number, cell.typed, plain(stated))
            findings.append(found(Code.W_TOTAL_MISMATCH, *place, sheet=about[0].sheet, **more))
    return findings


def _sum(rows: Sequence[RawRow], place: int) -> Decimal | None:
    """Return the sum of a column; None where anything but a figure stands in it."""
    total, figures = Decimal(), 0
    for row in rows:
        text = key_of(row.text(place))
        if is_placeholder(text) or text == "无":
            continue
        number = plain_number(text)
        if number is None:
            return None
        total, figures = total + number, figures + 1
    return total if figures else None


def _differ(stated: Decimal, summed: Decimal) -> bool:
    """Tell whether two sums differ by more than the rounding of the stated one."""
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent)) if "." in str(stated) else Decimal()
    return abs(stated - summed) * 2 > step
