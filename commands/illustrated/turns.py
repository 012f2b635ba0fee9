"""What the made-up year consists of, as data/samples/year.toml says it.

A turn is a row that goes otherwise than planned, each for one warning to show.
"""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from commands.illustrated.course import Course
from commands.illustrated.problems import MadeStep, Saying, made_steps, sayings
from domain.periods import Period
from domain.warnings import Warned

Row = list[str]
PERCENT, DONE, YTD = 5, 6, 11  # places of the columns of a progress sheet


@dataclass(frozen=True, slots=True)
class Turn:
    """One row that turns; a ``unit`` of None means every row of the item."""

    warning: Warned
    period: Period
    item_id: str
    unit: str | None
    percent: str
    done: str
    ytd: str

    def touches(self, row: Row) -> bool:
        """Tell whether a row of a sheet is meant."""
        return (row[0], row[2]) == (str(self.period), self.item_id) and self.unit in {None, row[4]}

    def change(self, row: Row, before: Row) -> Row | None:
        """Return the row as it turned out, None for a report that never came.

        ``before`` is the row of the month before.
        """
        if self.warning is Warned.MISSING:
            return None
        if self.warning is Warned.SAME_AS_LAST:
            return [row[0], *before[1:]]
        if self.warning is Warned.STAGNATING:
            return _with(row, {place: before[place] for place in (PERCENT, DONE, YTD)})
        said = {PERCENT: self.percent, DONE: self.done, YTD: self.ytd}
        return _with(row, {place: text for place, text in said.items() if text})


@dataclass(frozen=True, slots=True)
class Correction:
    """One row that was first sent with a slip in it, and the moment it was sent again, right."""

    period: Period
    item_id: str
    unit: str
    said_first: str  # percent done
    at: datetime

    def touches(self, row: Row) -> bool:
        """Tell whether a row of a sheet is meant."""
        return (row[0], row[2], row[4]) == (str(self.period), self.item_id, self.unit)

    def slipped(self, row: Row) -> Row:
        """Return a row of a sheet as it was first sent."""
        return _with(row, {PERCENT: self.said_first}) if self.touches(row) else row


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that is made up about the year."""

    begins: datetime
    months: int
    in_time_day: int
    leaders: tuple[str, ...]
    officers: tuple[str, ...]
    courses: dict[str, Course]  # the total is that of the plan
    due: dict[str, str]
    moved: dict[str, Any]
    apart: tuple[dict[str, Any], ...]  # units that report on a day of their own
    turns: tuple[Turn, ...]
    corrections: tuple[Correction, ...]
    stated: tuple[Saying, ...]  # problems in the reports
    steps: tuple[MadeStep, ...]  # of the ledger of problems

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read data/samples/year.toml.

        Raises:
            KeyError: when an entry is missing.
            ValueError: when an entry cannot be read.
        """
        said = tomllib.loads(text)
        return cls(
            begins=said["begins"],
            months=said["months"],
            in_time_day=said["in_time_day"],
            leaders=tuple(said["leaders"]),
            officers=tuple(said["officers"]),
            courses={item: Course(None, *course) for item, course in said["courses"].items()},
            due=said["due"],
            moved=said["moved"],
            apart=tuple(said["apart"]),
            turns=tuple(map(_turn, said["turn"])),
            corrections=tuple(map(_correction, said["corrected"])),
            stated=sayings(said["stated"]),
            steps=made_steps(said["problem"]),
        )


def _turn(said: dict[str, str]) -> Turn:
    return Turn(
        Warned(said["warning"]),
        Period.parse(said["period"]),
        said["item"],
        said.get("unit"),
        said.get("percent", ""),
        said.get("done", ""),
        said.get("ytd", ""),
    )


def _correction(said: dict[str, Any]) -> Correction:
    period = Period.parse(said["period"])
    return Correction(period, said["item"], said["unit"], said["first"], said["at"])


def _with(row: Row, cells: dict[int, str]) -> Row:
    return [cells.get(place, cell) for place, cell in enumerate(row)]
