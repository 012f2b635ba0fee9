"""The days on which reports are due, month by month, and what moved each."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.periods import Period
from domain.rulebook import Rulebook
from domain.workdays import Workdays, asked_for


class Moved(StrEnum):
    """What moved a due day to a later one."""

    BY_HOLIDAY = "holiday"
    BY_WEEKEND = "weekend"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class DueDay:
    """When the reports of a month are due; ``is_known`` is False in a year not yet published."""

    period: Period
    asked: date  # the due day of the rules, before it moves
    due: date
    moved: Moved
    is_known: bool


def due_days(first: Period, months: int, rulebook: Rulebook, workdays: Workdays) -> list[DueDay]:
    """Return the due days of ``months`` months from ``first`` on, each by the rules of its time."""
    periods = (first.earlier(-number) for number in range(months))
    return [_due_day(period, rulebook.at(period).due_day, workdays) for period in periods]


def _due_day(period: Period, due_day: int, workdays: Workdays) -> DueDay:
    asked, due = asked_for(period, due_day), workdays.due(period, due_day)
    if due == asked:
        moved = Moved.NOT
    else:
        moved = Moved.BY_HOLIDAY if asked in workdays.off else Moved.BY_WEEKEND
    known = workdays.knows(asked.year) and workdays.knows(due.year)
    return DueDay(period, asked, due, moved, known)
