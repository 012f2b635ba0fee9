"""How far the reading of a sheet has come, for whoever shows it to a person who waits."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What is being done with a sheet, in this order."""

    OPENING = "opening"  # bytes become cells
    ROWS = "rows"  # cells become values
    COMPARING = "comparing"  # values are held against the ledger


@dataclass(frozen=True, slots=True)
class Step:
    """One sign of life: ``done`` rows of ``of``; both 0 where rows are not counted."""

    stage: Stage
    done: int = 0
    of: int = 0


Heard = Callable[[Step], None]


def unheard(_: Step) -> None:
    """Take a step that nobody waits for."""
