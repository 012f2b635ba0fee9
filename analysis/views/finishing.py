"""When projects would be finished: how many when, and what has no month to be named together."""

from typing import NamedTuple

import pandas as pd

from analysis.board import Board
from analysis.memo import once
from analysis.metrics.columns import Counted
from analysis.metrics.pace import FAR, FAR_YEARS, STILL
from analysis.views import past
from domain.columns import ItemKind
from domain.periods import MONTHS, Period

MOST_APART = 15  # projects, as many as a sheet has rows for: each has a row, whatever its month is


class Finishes(NamedTuple):
    """One row per project that has a row of its own, and the others by what they share.

    ``together`` has ``FAR``, whose month is too far off to be named, and ``STILL``, which make no
    progress; neither where there is none.
    """

    apart: pd.DataFrame
    together: dict[str, pd.DataFrame]


class When(NamedTuple):
    """How many projects would be finished when; each that is not done is in one of the counts.

    ``of_years`` is by the year of the likely month, the nearest first; ``beyond`` counts what is
    too far off to name one, ``still`` what makes no progress, ``ahead`` what makes none since its
    planned start lies ahead, ``unknown`` what has too few reports.
    """

    of_years: dict[int, int]
    beyond: int
    still: int
    ahead: int
    unknown: int

    @property
    def every(self) -> int:
        """How many projects are not done."""
        return sum((*self.of_years.values(), self.beyond, self.still, self.ahead, self.unknown))


@once
def of_projects(board: Board, period: Period, sought: str = "") -> Finishes:
    """Return the projects found that are not done, in the order of ``past.finishes``.

    Of more than a sheet holds, those too far off to name a month would fill whole sheets with the
    same words: they are taken together.
    """
    table = past.found(past.finishes(board, period, ItemKind.PROJECT), sought)
    if len(table) <= MOST_APART:
        return Finishes(table, {})
    kinds = past.unnamed(board, period, table)
    together = {one: table[kinds == one] for one in (FAR, STILL)}
    return Finishes(
        table[kinds.isna()], {name: rows for name, rows in together.items() if len(rows)}
    )


@once
def when(board: Board, period: Period) -> When:
    """Count when their own pace would finish the projects that are not done."""
    table = past.finishes(board, period, ItemKind.PROJECT)
    months, paces = table[Counted.LIKELY], table[Counted.PACE]
    near = months[months <= period.index + FAR_YEARS * MONTHS].astype(int) // MONTHS
    still = int((past.unnamed(board, period, table) == STILL).sum())
    counts = near.value_counts().sort_index()
    return When(
        of_years=dict(zip(counts.index.tolist(), counts.tolist(), strict=True)),
        beyond=int(months.notna().sum()) - len(near),
        still=still,
        ahead=int((paces.notna() & months.isna()).sum()) - still,
        unknown=int(paces.isna().sum()),
    )
