"""Whether the totals a sheet states, of money and of items, are those of its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.findings import Finding
from domain.money import plain
from ingest.aliases import column_named
from ingest.beside import Beside, Mark
from ingest.characters import key_of
from ingest.codes import Code, found
from ingest.counts import count_of
from ingest.headers import Header
from ingest.numbers import money_yuan
from ingest.parts import part_findings
from ingest.plain_sums import plain_mismatches
from ingest.sorting import Sorted
from ingest.summed import rows_of
from ingest.typed import TypedRow

_MANY = 300  # rows beside the data, for which every column is still summed


@dataclass(frozen=True, slots=True)
class Sums:
    """A sheet whose stated sums and counts are compared with its rows."""

    header: Header
    sorted: Sorted
    rows: Sequence[TypedRow]
    measures: dict[str, str]  # of each money column

    @property
    def sheet(self) -> str | None:
        """The worksheet, to say where a doubt is."""
        return self.rows[0].sheet if self.rows else None


@dataclass(frozen=True, slots=True)
class Checked:
    """What comparing came to; ``compared`` totals stated a figure that has its like in the rows."""

    findings: list[Finding]
    compared: int

    @property
    def agreed(self) -> int:
        """How many totals agree with their rows, 0 where any does not."""
        return 0 if self.findings else self.compared


def checked_totals(sums: Sums, stated: int | None) -> Checked:
    """Say which stated sums and counts differ from those of the rows they are about.

    ``stated`` is how many items a title says there are. Columns that are not read are only summed
    where there are at most 300 totals and headings.
    """
    marks = sums.sorted.beside
    few = len(marks) <= _MANY
    as_typed = {row.number: row for row in sums.sorted.data} if few else {}
    findings, compared = _miscounted_title(sums, stated), int(stated is not None)
    for mark in marks:
        about = _about(mark, sums)
        if about is None:
            continue
        compared += _is_comparable(mark, sums)
        findings += _miscounted(mark, about, sums)
        findings += [
            finding
            for column, measure in sums.measures.items()
            if (finding := _mismatch(mark, about, sums, (column, measure)))
        ]
        findings += plain_mismatches(mark, about, sums.header, as_typed)
    findings += part_findings(sums.sorted, sums.header, sums.rows, sums.measures)
    return Checked(findings, compared)


def _about(mark: Mark, sums: Sums) -> Sequence[TypedRow] | None:
    """Return the rows a mark is about; those before it or after it, whichever it sums up."""
    ways = rows_of(mark, sums.sorted.beside, sums.rows)
    fitting = (way for way in ways if not _wrong(mark, way, sums))
    return next(fitting, ways[0]) if ways else None


def _is_comparable(mark: Mark, sums: Sums) -> bool:
    """Tell whether a total states a number of items or an amount of money."""
    stated = (_stated_yuan(mark, sums, money) for money in sums.measures.items())
    return count_of(mark, sums.header) is not None or any(one is not None for one in stated)


def _wrong(mark: Mark, about: Sequence[TypedRow], sums: Sums) -> bool:
    moneys = sums.measures.items()
    return any(_mismatch(mark, about, sums, money) for money in moneys) or bool(
        _miscounted(mark, about, sums)
    )


def _miscounted_title(sums: Sums, stated: int | None) -> list[Finding]:
    if stated is None or stated == len(sums.rows):
        return []
    more = {"stated": str(stated), "counted": str(len(sums.rows))}
    return [found(Code.W_COUNT_MISMATCH, None, None, "标题", sheet=sums.sheet, **more)]


def _miscounted(mark: Mark, rows: Sequence[TypedRow], sums: Sums) -> list[Finding]:
    stated = count_of(mark, sums.header)
    if stated is None or stated == len(rows):
        return []
    more = {"stated": str(stated), "counted": str(len(rows))}
    return [
        found(Code.W_COUNT_MISMATCH, mark.row.number, None, mark.label, sheet=sums.sheet, **more)
    ]


def _mismatch(
    mark: Mark, rows: Sequence[TypedRow], sums: Sums, money: tuple[str, str]
) -> Finding | None:
    column, measure = money
    stated = _stated_yuan(mark, sums, money)
    if stated is None:
        return None
    text = key_of(mark.row.text(sums.header.position(column) or 0))
    amounts = [row.entries[column] for row in rows]
    summed = sum(amount for amount in amounts if isinstance(amount, int))
    if abs(stated - summed) * 2 <= _last_digit(text, measure):
        return None
    label = column_named(sums.header.kind, column).header
    more = {"sum": f"{plain(Decimal(summed) / _one(measure))}{measure}", "label": mark.label}
    return found(Code.W_TOTAL_MISMATCH, mark.row.number, label, text, sheet=sums.sheet, **more)


def _stated_yuan(mark: Mark, sums: Sums, money: tuple[str, str]) -> int | None:
    """Return the amount a total states in a column, in 元; a note states none."""
    column, measure = money
    position = sums.header.position(column)
    if position is None or mark.what is Beside.NOTE:
        return None
    return money_yuan(key_of(mark.row.text(position)), measure).whole


def _last_digit(text: str, measure: str) -> int:
    """Return what one step of the last written digit is worth in 元: totals are rounded."""
    decimals = len(text.partition(".")[2].rstrip("亿万元"))
    return int(Decimal(_one(measure)).scaleb(-decimals)) if decimals else 0


def _one(measure: str) -> int:
    return money_yuan("1", measure).whole or 1
