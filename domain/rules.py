"""Rules that judge progress: the schedule (序时进度) and the lights (红黄绿)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.periods import MONTHS, Period


class ScheduleRule(StrEnum):
    """How much of a year's work is due by the end of a period."""

    MONTHS = "months"
    DAYS = "days"


class Light(StrEnum):
    """What a light says, best first."""

    DONE = "done"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    NOT_DUE = "not_due"  # 未到开工时间: the planned start lies ahead, so nothing is held against it
    UNREPORTED = "unreported"


@dataclass(frozen=True, slots=True)
class LightRule:
    """A named rule; thresholds are gaps to the schedule in percentage points (百分点).

    The default follows the conventions of published bulletins: at least −5 points is green,
    −5 to −15 yellow, below −15 red; done is blue and not reported is grey. Whether an item is due
    to begin is not asked here but in ``analysis.metrics.starting``.

    >>> rule = LightRule("默认", yellow_below=-5, red_below=-15)
    >>> rule.judge(percent_done=78.3, schedule_percent=83.3).value
    'green'
    >>> rule.judge(percent_done=65, schedule_percent=83.3).value
    'red'
    >>> rule.judge(percent_done=None, schedule_percent=83.3).value
    'unreported'
    """

    name: str
    yellow_below: float
    red_below: float
    english: str = ""

    def judge(self, *, percent_done: float | None, schedule_percent: float) -> Light:
        """Return the light of an item that is ``percent_done`` when the schedule says otherwise."""
        if percent_done is None:
            return Light.UNREPORTED
        if percent_done >= 100:  # noqa: PLR2004 - a hundred percent is not a setting
            return Light.DONE
        gap = round(percent_done - schedule_percent, 9)
        if gap < self.red_below:
            return Light.RED
        return Light.YELLOW if gap < self.yellow_below else Light.GREEN


def schedule_percent(period: Period, rule: ScheduleRule = ScheduleRule.MONTHS) -> float:
    """Return the share of the year that has passed at the end of ``period``, 0 to 100.

    Source: months elapsed ÷ 12, the convention of published bulletins; or days ÷ days of the year.

    >>> round(schedule_percent(Period(2026, 10)), 2)
    83.33
    >>> round(schedule_percent(Period(2026, 10), ScheduleRule.DAYS), 2)
    83.29
    """
    if rule is ScheduleRule.MONTHS:
        return period.month * 100 / MONTHS
    year_end = date(period.year, 12, 31).timetuple().tm_yday
    return last_day(period).timetuple().tm_yday * 100 / year_end


def last_day(period: Period) -> date:
    """Return the day a month ends.

    >>> last_day(Period(2024, 2))
    datetime.date(2024, 2, 29)
    """
    following = period.earlier(-1)
    return date(following.year, following.month, 1) - timedelta(days=1)
