"""The keys of many rows: counted at once, spelled out when they are looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, overload

import pandas as pd

Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Keys(Sequence[Key]):
    """One key per row of ``frame``, which has the columns of the key alone and in its order.

    A ledger may have gained 100,000 reports of which a page shows twenty.

    >>> keys = Keys(pd.DataFrame({"project_id": ["P01", "P02", "P03"]}))
    >>> len(keys), keys[1], keys[1:]
    (3, ('P02',), (('P02',), ('P03',)))
    """

    frame: pd.DataFrame

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.frame)

    @overload
    def __getitem__(self, place: int) -> Key: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Key, ...]: ...

    def __getitem__(self, place: int | slice) -> Key | tuple[Key, ...]:
        """Spell out one key or some."""
        if isinstance(place, slice):
            return tuple(Keys(self.frame.iloc[place]))
        return next(iter(Keys(self.frame.iloc[[place]])))

    def __iter__(self) -> Iterator[Key]:
        """Spell out every key."""
        columns = (self.frame[name].tolist() for name in self.frame.columns)
        return (tuple(map(str, key)) for key in zip(*columns, strict=True))
