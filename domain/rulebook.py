"""The rules of the plan by month: a past month is always judged by the rule of its time."""

from dataclasses import dataclass, replace
from typing import Self

from domain import rules
from domain.periods import Period
from domain.rules import LightRule, ScheduleRule

STAGNANT_PERIODS = 2
SPREAD_POINTS = 10.0
_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A named set of rules and the first month it judges; thresholds are 百分点.

    A gap to the schedule below ``yellow_below`` is yellow, below ``red_below`` red. An item without
    an increase in ``stagnant_periods`` months stagnates; the lead unit and the joint units disagree
    from ``spread_points`` on. Reports are due on ``due_day`` of the month.
    """

    name: str
    english: str
    effective: Period
    schedule: ScheduleRule
    yellow_below: float
    red_below: float
    due_day: int
    stagnant_periods: int = STAGNANT_PERIODS
    spread_points: float = SPREAD_POINTS

    def __post_init__(self) -> None:
        """Refuse thresholds that contradict each other or that no month can meet.

        Raises:
            ValueError: its first argument is the entry, its second what it says.
        """
        sound = {  # each says what must hold, so that a threshold that is no number fails too
            "red_below": self.red_below <= self.yellow_below,
            "due_day": 1 <= self.due_day <= _LONGEST_MONTH,
            "stagnant_periods": self.stagnant_periods >= 1,
            "spread_points": self.spread_points > 0,
        }
        for entry, holds in sound.items():
            if not holds:
                raise ValueError(entry, getattr(self, entry))

    @property
    def lights(self) -> LightRule:
        """The rule of the lights of this set."""
        return LightRule(self.name, self.yellow_below, self.red_below, self.english)

    @property
    def judging(self) -> tuple[ScheduleRule, float, float]:
        """What decides a light: sets that are equal in this give every item the same one."""
        return self.schedule, self.yellow_below, self.red_below


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every set of rules there was; of two from the same month the one that stands later counts.

    >>> first = RuleSet("一", "", Period(2020, 3), ScheduleRule.MONTHS, -5, -15, due_day=25)
    >>> second = RuleSet("二", "", Period(2026, 7), ScheduleRule.DAYS, -10, -30, due_day=20)
    >>> book = Rulebook((first,)).with_set(second)
    >>> [book.at(Period(*month)).name for month in ((2019, 1), (2026, 6), (2026, 7))]
    ['一', '一', '二']
    """

    sets: tuple[RuleSet, ...]

    def __post_init__(self) -> None:
        """Refuse a book without rules.

        Raises:
            ValueError: when there is no set.
        """
        if not self.sets:
            raise ValueError("sets", self.sets)

    @property
    def in_order(self) -> tuple[RuleSet, ...]:
        """The sets that count, the earliest month first, one for each month."""
        counting = {one.effective: one for one in self.sets}
        return tuple(counting[month] for month in sorted(counting))

    def at(self, period: Period) -> RuleSet:
        """Return the set in force in ``period``; the first one in a month before all sets."""
        first, *later = self.in_order
        return next((one for one in reversed(later) if one.effective <= period), first)

    def only_at(self, period: Period) -> Self:
        """Return the set in force in ``period`` alone: it judges this month as the book does."""
        return type(self)((self.at(period),))

    def with_set(self, one: RuleSet) -> Self:
        """Return a book with one more set, in place of another from the same month."""
        return type(self)((*self.sets, one))

    def bearing_name_of(self, one: RuleSet) -> RuleSet | None:
        """Return the set of another month that bears the name of ``one``, None where none does.

        A set for the same month takes its place, and may keep its name.

        >>> first = RuleSet("一", "One", Period(2020, 3), ScheduleRule.MONTHS, -5, -15, due_day=25)
        >>> later = RuleSet("one", "", Period(2026, 7), ScheduleRule.MONTHS, -1, -2, due_day=25)
        >>> Rulebook((first,)).bearing_name_of(later).name
        '一'
        """
        asked = _names(one)
        others = (known for known in reversed(self.sets) if known.effective != one.effective)
        return next((known for known in others if _names(known) & asked), None)

    def judges_alike(self, one: RuleSet) -> bool:
        """Tell whether a set says what is in force in its month already, whatever its name.

        >>> first = RuleSet("一", "", Period(2020, 3), ScheduleRule.MONTHS, -5, -15, due_day=25)
        >>> later = RuleSet("二", "", Period(2026, 7), ScheduleRule.MONTHS, -5, -15, due_day=25)
        >>> book = Rulebook((first,))
        >>> book.judges_alike(later), book.judges_alike(replace(later, due_day=20))
        (True, False)
        """
        now = self.at(one.effective)
        same = replace(one, name=now.name, english=now.english, effective=now.effective)
        return same == now

    def schedule_percent(self, period: Period) -> float:
        """Return 序时进度 of ``period`` by the rule of its time, 0 to 100."""
        return rules.schedule_percent(period, self.at(period).schedule)


def _names(one: RuleSet) -> set[str]:
    return {name.strip().casefold() for name in (one.name, one.english)} - {""}
