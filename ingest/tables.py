"""A sheet before it means anything: rows of text with the row numbers Excel shows."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

_LAST_COLUMN = 300  # a table ends long before
Cell = tuple[int, int]  # row as Excel shows it, column counted from 0


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row of text cells; ``number`` counts as Excel does."""

    number: int
    cells: tuple[str, ...]

    def __reduce__(self) -> tuple[type[Self], tuple[int, tuple[str, ...]]]:
        """Pickle as the call that makes it: a dataclass with slots would be taken apart slowly."""
        return type(self), (self.number, self.cells)

    @property
    def width(self) -> int:
        """How many cells there are up to the last one with text."""
        width = len(self.cells)
        while width and not self.cells[width - 1].strip():
            width -= 1
        return width

    def text(self, position: int) -> str:
        """Return the cell at ``position``, counted from 0; empty beyond the end."""
        return self.cells[position] if position < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, all ends included; columns count from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        """Tell whether the cell lies in the range."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class Merges:
    """The merged ranges of a sheet, found by cell; Excel lets no two of them overlap."""

    def __init__(self, ranges: Iterable[Merge] = ()) -> None:
        self._by_column: dict[int, list[Merge]] = {}
        for merge in sorted(ranges, key=lambda one: one.top):
            for column in range(merge.left, min(merge.right, _LAST_COLUMN) + 1):
                self._by_column.setdefault(column, []).append(merge)

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return bool(self._by_column)

    def over(self, row: int, column: int) -> Merge | None:
        """Return the range that covers a cell other than as its first cell."""
        merges = self._by_column.get(column)
        if not merges:
            return None
        place = bisect_right(merges, row, key=lambda one: one.top) - 1
        if place < 0 or not merges[place].covers(row, column):
            return None
        return None if (row, column) == (merges[place].top, merges[place].left) else merges[place]


class Visibility(StrEnum):
    """Whether Excel shows a worksheet; one that is very hidden is not even in its list."""

    SHOWN = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "veryHidden"


@dataclass(frozen=True, slots=True)
class RawTable:
    """One sheet as text; a text file has one sheet without a name.

    ``too_many_rows`` and ``too_many_columns`` say that reading stopped at the limit.
    """

    rows: tuple[RawRow, ...]
    sheet: str | None = None
    merges: Merges = field(default_factory=Merges)
    hidden_rows: frozenset[int] = frozenset()
    computed: frozenset[Cell] = frozenset()  # a formula with the value it had
    uncomputed: frozenset[Cell] = frozenset()  # a formula that was never calculated
    too_many_rows: bool = False
    too_many_columns: bool = False
    visibility: Visibility = Visibility.SHOWN
    ragged_matters: bool = False  # a text file: a shifted row is told by its length

    @property
    def hidden(self) -> bool:
        """Tell whether Excel does not show the worksheet."""
        return self.visibility is not Visibility.SHOWN

    @property
    def is_plain(self) -> bool:
        """Tell whether every cell is what it says: none is merged, none is a formula."""
        return not (self.merges or self.computed or self.uncomputed)

    @property
    def is_empty(self) -> bool:
        """Tell whether no cell holds any text."""
        return not any(True for _ in self.filled())

    def filled(self) -> Iterator[RawRow]:
        """Give the rows that hold any text."""
        return (row for row in self.rows if row.width)

    def text_at(self, number: int, position: int) -> str:
        """Return the text of a cell by the row number Excel shows; empty where there is none."""
        place = bisect_left(self.rows, number, key=lambda row: row.number)
        there = place < len(self.rows) and self.rows[place].number == number
        return self.rows[place].text(position) if there else ""
