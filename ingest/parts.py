"""Whether the 其中 rows of a sheet agree with the total they are a part of.

A part may not be more than its total. Where its name is that of a phase or of a group, it is the
sum of those rows; parts that together count as many items as their total add up to its money.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.columns import Projects
from domain.findings import Finding
from domain.money import in_yi
from ingest.beside import Beside, Mark
from ingest.characters import fold, key_of
from ingest.codes import Code, found
from ingest.counts import count_of
from ingest.headers import Header
from ingest.numbers import money_yuan
from ingest.phases import phase_named
from ingest.sorting import Sorted
from ingest.summed import rows_of
from ingest.typed import TypedRow

_CALLED = re.compile(
    r"^其\s*中\s*[:：]?|[(（].*?[)）]|共?\s*\d+\s*[个项].*$|^[一二三四五六七八九十]+[、.]|\s"
)
_ROUNDING = 1_000  # parts of an amount: each 其中 is rounded for itself
_SUMMED = frozenset({Beside.TOTAL, Beside.SUBTOTAL, Beside.GROUP, Beside.SUBGROUP, Beside.HEADING})


@dataclass(frozen=True, slots=True)
class _Figures:
    """What a row beside the data states: items, and money in 元 by column."""

    mark: Mark
    count: int | None
    yuan: dict[str, int]

    def told(self, code: Code, label: str | None, **more: str) -> Finding:
        """Build a finding about this row."""
        return found(code, self.mark.row.number, label, self.mark.label, **more)


def part_findings(
    sorted_: Sorted, header: Header, rows: Sequence[TypedRow], measures: Mapping[str, str]
) -> list[Finding]:
    """Say which 其中 rows are more than their total, or not the sum of what they name."""
    findings: list[Finding] = []
    groups = sorted_.groups()
    for total, parts in _families(sorted_.beside):
        about = rows_of(total, sorted_.beside, rows)[0]
        whole = _figures(total, header, measures)
        figures = [_figures(part, header, measures) for part in parts]
        for part in figures:
            own = _named(part.mark, about, groups)
            findings += _too_much(part, whole, header) or _not_its_rows(part, own, header)
        findings += _not_the_whole(figures, whole, header)
    return [replace(one, sheet=rows[0].sheet if rows else None) for one in findings]


def _families(marks: Sequence[Mark]) -> list[tuple[Mark, list[Mark]]]:
    families: list[tuple[Mark, list[Mark]]] = []
    for mark in marks:
        if mark.what in _SUMMED:
            families.append((mark, []))
        elif mark.what is Beside.PART and families:
            families[-1][1].append(mark)
    return [family for family in families if family[1]]


def _figures(mark: Mark, header: Header, measures: Mapping[str, str]) -> _Figures:
    yuan: dict[str, int] = {}
    for column, measure in measures.items():
        place = header.position(column)
        text = "" if place is None else key_of(mark.row.text(place))
        if (amount := money_yuan(text, measure).whole) is not None:
            yuan[column] = amount
    return _Figures(mark, count_of(mark, header), yuan)


def _too_much(part: _Figures, whole: _Figures, header: Header) -> list[Finding]:
    findings = [
        part.told(Code.W_PART_OVER_TOTAL, _label(header, column), total=whole.mark.label)
        for column, amount in part.yuan.items()
        if amount > whole.yuan.get(column, amount)
    ]
    if part.count is not None and whole.count is not None and part.count > whole.count:
        findings.append(part.told(Code.W_PART_OVER_TOTAL, None, total=whole.mark.label))
    return findings


def _named(
    part: Mark, rows: Sequence[TypedRow], groups: Mapping[int, str]
) -> list[TypedRow] | None:
    """Return the rows of the phase or the group that a part names, None when it names neither."""
    called = _CALLED.sub("", fold(part.label))
    phase = phase_named(called)
    in_phase = [row for row in rows if phase and row.entries.get(Projects.PHASE) == phase]
    in_group = [row for row in rows if _CALLED.sub("", fold(groups.get(row.number, ""))) == called]
    return in_phase or (in_group if called else None) or None


def _not_its_rows(part: _Figures, rows: list[TypedRow] | None, header: Header) -> list[Finding]:
    if rows is None:
        return []
    findings: list[Finding] = []
    if part.count is not None and part.count != len(rows):
        more = {"stated": str(part.count), "counted": str(len(rows))}
        findings.append(part.told(Code.W_COUNT_MISMATCH, None, **more))
    for column, amount in part.yuan.items():
        amounts = [row.entries[column] for row in rows]
        summed = sum(one for one in amounts if isinstance(one, int))
        if abs(summed - amount) * _ROUNDING > amount:
            more = {"sum": _yi(summed), "total": _yi(amount)}
            findings.append(part.told(Code.W_PART_MISMATCH, _label(header, column), **more))
    return findings


def _not_the_whole(parts: Sequence[_Figures], whole: _Figures, header: Header) -> list[Finding]:
    """Say that parts which are all the items are not all the money."""
    counts = [part.count for part in parts if part.count is not None]
    if len(parts) == 1 or len(counts) < len(parts) or sum(counts) != whole.count:
        return []
    findings: list[Finding] = []
    for column, amount in whole.yuan.items():
        summed = sum(part.yuan.get(column, 0) for part in parts)
        stated = all(column in part.yuan for part in parts)
        if stated and abs(summed - amount) * _ROUNDING > len(parts) * amount:
            more = {"sum": _yi(summed), "total": _yi(amount)}
            findings.append(whole.told(Code.W_PARTS_MISMATCH, _label(header, column), **more))
    return findings


def _label(header: Header, column: str) -> str | None:
    cell = header.cell(column)
    return cell.standard if cell else None


def _yi(yuan: int) -> str:
    return f"{in_yi(yuan)}亿元"
