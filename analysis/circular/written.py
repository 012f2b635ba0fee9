"""What a circular is made of: paragraphs of words and numbers, and the rows behind a number."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import TypeAlias

from analysis.charts.words import Words
from analysis.circular import clauses

_EDGE = "\0"  # no text holds it, so a sentence can be cut where its fields stand


@dataclass(frozen=True, slots=True)
class Source:
    """One row a number rests on: a report, an item, a warning or a unit's count of a month."""

    item_kind: str | None  # 项目 or 任务; None: the row is about a unit as a whole
    item_id: str | None
    item_name: str | None
    responsible_unit: str | None
    period: str
    said: str = ""  # what the row says, in the reader's words
    carried_by: tuple[str, ...] = ()  # the units of an item, where the row is about it as a whole

    @property
    def units(self) -> tuple[str, ...]:
        """The unit the row is of, else those that carry its item."""
        return (self.responsible_unit,) if self.responsible_unit else self.carried_by


@dataclass(frozen=True, slots=True)
class Number:
    """A computed number as it is written, with the rows it was counted from.

    ``rows`` are those that were counted or summed, ``of`` those of its denominator, empty where it
    has none; both may be many (``source_rows``). ``rule`` says how it was worked out.
    """

    name: str  # its own in the circular: received, completion, rank of 财政局…
    shown: str
    rows: Sequence[Source]
    of: Sequence[Source] = ()
    rule: str = ""


Piece: TypeAlias = str | Number
Filled: TypeAlias = Piece | tuple[Piece, ...]


class Style(StrEnum):
    """How a paragraph stands on the page."""

    MARK = "mark"  # that the data is illustrative
    HEADING = "heading"
    BODY = "body"
    HEAD = "head"  # the names of the columns of the rows below it
    ROW = "row"  # a row of a table, a unit each
    SIGNED = "signed"  # who and when, at the right


_TABLE = frozenset({Style.HEAD, Style.ROW})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words and numbers that stand together; in a table ``cells`` are its columns.

    The ``pieces`` of a row are what it says where there is no table; those of a head are none.
    """

    style: Style
    pieces: tuple[Piece, ...]
    cells: tuple[tuple[Piece, ...], ...] = ()

    @property
    def text(self) -> str:
        """The paragraph as it reads."""
        return _said(self.pieces)

    @property
    def cell_texts(self) -> list[str]:
        """The columns of a row as they read."""
        return [_said(cell) for cell in self.cells]

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers of the paragraph in the order they are read, each once."""
        found = {one.name: one for one in self.pieces if isinstance(one, Number)}
        return tuple(found.values())


def _said(pieces: tuple[Piece, ...]) -> str:
    return "".join(one if isinstance(one, str) else one.shown for one in pieces)


def blocks(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield each paragraph by itself, and the head and rows of a table together."""
    for is_table, found in groupby(paragraphs, key=lambda one: one.style in _TABLE):
        if is_table:
            yield list(found)
        else:
            yield from ([one] for one in found)


@dataclass(frozen=True, slots=True)
class Circular:
    """督查通报 of a month."""

    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """The whole circular as plain text, one paragraph a line."""
        return "\n".join([self.title, *self.lines])

    @property
    def lines(self) -> list[str]:
        """The paragraphs below the title as plain text."""
        return [one.text for one in self.paragraphs if one.text]

    @property
    def mark(self) -> str:
        """What says that the data is illustrative, empty where it is not."""
        return "".join(one.text for one in self.paragraphs if one.style is Style.MARK)

    @property
    def numbers(self) -> dict[str, Number]:
        """Every number by its name."""
        return {one.name: one for part in self.paragraphs for one in part.numbers}


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of the catalogue ``circular``, or an office's own, by key, in their place."""

    words: Words
    own: Mapping[str, str] = field(default_factory=dict[str, str])

    def fill(self, sentence: str, **values: Filled) -> tuple[Piece, ...]:
        """Return a sentence with its numbers still apart from the words around them.

        Raises:
            KeyError: when an office's own sentence names a field there is not.
        """
        marked = {name: _Marked(name, filled) for name, filled in values.items()}
        own = self.own.get(f"circular.{sentence}")
        text = own.format(**marked) if own else self.words.t(f"circular.{sentence}", **marked)
        pieces: list[Piece] = []
        for place, part in enumerate(text.split(_EDGE)):
            filled = values[part] if place % 2 else part
            pieces += filled if isinstance(filled, tuple) else [filled]
        return tuple(one for one in pieces if one)

    def counted(self, sentence: str, **values: Filled) -> tuple[Piece, ...]:
        """Return a sentence without the parts, from comma to comma, that only count to zero."""
        return clauses.without_zeros(self.fill(sentence, **values), _is_zero)

    def listed(self, parts: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
        """Join what is listed as the language does."""
        comma = self.words.t("circular.comma")
        pieces: list[Piece] = []
        for place, part in enumerate(parts):
            pieces += [comma, *part] if place else part
        return tuple(pieces)

    def month(self, year: int, month: int) -> str:
        """Name a month in full."""
        return self.words.t("chart.month_in_full", year=year, month=month)


def _is_zero(number: Number) -> bool:
    return number.shown == "0"


@dataclass(frozen=True, slots=True)
class _Marked:
    """A field's place in a sentence; read as text, which words may go by, it is what fills it."""

    name: str
    filled: Filled

    def __format__(self, _: str) -> str:
        return f"{_EDGE}{self.name}{_EDGE}"

    def __str__(self) -> str:
        return self.filled.shown if isinstance(self.filled, Number) else str(self.filled)
