"""The rows a number of a circular rests on, counted at once and put into words when looked at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, overload

import pandas as pd

from analysis.charts.rows import Row, rows_of
from analysis.circular.written import Source


@dataclass(frozen=True, eq=False, slots=True)
class SourceRows(Sequence[Source]):
    """Rows of a metric table, of which there may be 100,000: nobody opens most of them.

    ``places`` are those of ``table`` that are meant, in their order; ``say`` puts one into words.
    The numbers of a circular share its tables, so that each costs only its places.
    """

    table: pd.DataFrame
    say: Callable[[Row], Source]
    places: "pd.Index[int]"

    @classmethod
    def of(cls, table: pd.DataFrame, say: Callable[[Row], Source]) -> "SourceRows":
        """Return all rows of a table."""
        return cls(table, say, pd.RangeIndex(len(table)))

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.places)

    @overload
    def __getitem__(self, place: int) -> Source: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Source]: ...

    def __getitem__(self, place: int | slice) -> Source | Sequence[Source]:
        """Return a row in words, or some rows that are yet to be put into words."""
        if isinstance(place, slice):
            return replace(self, places=self.places[place])
        return self.say(rows_of(self.table.iloc[[self.places[place]]])[0])

    def __iter__(self) -> Iterator[Source]:
        """Put every row into words."""
        return map(self.say, self.rows())

    def where(self, flags: "pd.Series[Any]") -> "SourceRows":
        """Return the rows of which a column of ``table`` is true or 1; empty counts as neither."""
        chosen = flags.fillna(0).to_numpy(dtype=bool)
        return replace(self, places=self.places[chosen[self.places]])

    def by(self, column: str) -> dict[Any, "SourceRows"]:
        """Return the rows by what stands in a column, in the order it first stands there."""
        numbers, values = pd.factorize(self.table[column].iloc[self.places])
        return {
            value: replace(self, places=self.places[numbers == number])
            for number, value in enumerate(values)
        }

    def rows(self, most: int | None = None) -> list[Row]:
        """Return the rows as they are, or the first of them."""
        return rows_of(self.table.iloc[self.places[:most]])

    def said_by(self, say: Callable[[Source], Source]) -> "SourceRows":
        """Return the rows with something more said of each."""

        def both(row: Row) -> Source:
            return say(self.say(row))

        return replace(self, say=both)


def together(parts: Sequence[Sequence[Source]]) -> Sequence[Source]:
    """Return the rows of several numbers, one after the other."""
    first, *others = parts or [()]
    if isinstance(first, SourceRows) and all(
        isinstance(one, SourceRows) and one.table is first.table for one in others
    ):
        more = [one.places for one in others if isinstance(one, SourceRows)]
        return replace(first, places=first.places.append(more))
    return tuple(chain.from_iterable(parts))
