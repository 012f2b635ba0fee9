"""The only look at a clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from domain.periods import Period

ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day in the zone's own time."""
    return datetime.now(ZONE).date()


def last_finished_period() -> Period:
    """Return the month before this one in the zone's own time."""
    day = today()
    return Period(day.year, day.month).earlier(1)
