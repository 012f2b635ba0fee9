"""Clauses of a sentence: those that only count to zero are padding, and are left out."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

_Counted = TypeVar("_Counted")
_COLON, _END = ("：", ": "), ("。", ".")
_MARK = re.compile(r"(：|，|、|；|。|: |, |; |\.(?:\s|$))")


@dataclass(slots=True)
class _Clause(Generic[_Counted]):
    """What stands up to a mark; the mark itself is told apart."""

    pieces: list[str | _Counted] = field(default_factory=list[str | _Counted])
    mark: str = ""

    @property
    def counts(self) -> list[_Counted]:
        return [one for one in self.pieces if not isinstance(one, str)]

    @property
    def leads(self) -> bool:
        """Tell whether it counts nothing and only leads to what follows."""
        return self.mark in _COLON and not self.counts


def without_zeros(
    pieces: tuple[str | _Counted, ...], is_zero: Callable[[_Counted], bool]
) -> tuple[str | _Counted, ...]:
    """Return a text without the clauses whose numbers are all zero.

    >>> read = lambda *said: "".join(map(str, without_zeros(said, lambda number: number == 0)))
    >>> read("其中：迟报 ", 4, " 份，未报 ", 0, " 份，雷同 ", 0, " 份。")
    '其中：迟报 4 份。'
    >>> read("问题共 ", 5, " 个，其中：逾期 ", 0, " 个。请抓紧。")
    '问题共 5 个。请抓紧。'
    >>> read("Of these: ", 0, " came late, ", 0, " were corrected.")
    ''
    """
    kept: list[str | _Counted] = []
    for sentence in _sentences(pieces):
        left = [one for one in sentence if not one.counts or not all(map(is_zero, one.counts))]
        while left and left[-1].leads:
            left.pop()
        if left:
            left[-1].mark = sentence[-1].mark
        for clause in left:
            kept += [*clause.pieces, clause.mark]
    return _joined(kept)


def _sentences(pieces: tuple[str | _Counted, ...]) -> list[list[_Clause[_Counted]]]:
    clause: _Clause[_Counted] = _Clause()
    sentences = [[clause]]
    for piece in pieces:
        for place, part in enumerate(_MARK.split(piece) if isinstance(piece, str) else [piece]):
            if isinstance(part, str) and place % 2:
                clause.mark, ended = part, part.startswith(_END)
                clause = _Clause()
                sentences += [[clause]] if ended else []
                if not ended:
                    sentences[-1].append(clause)
            elif part != "":
                clause.pieces.append(part)
    return [
        [one for one in said if one.pieces] for said in sentences if any(o.pieces for o in said)
    ]


def _joined(pieces: list[str | _Counted]) -> tuple[str | _Counted, ...]:
    """Join words that stand beside each other."""
    found: list[str | _Counted] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        elif piece != "":
            found.append(piece)
    return tuple(found)
