"""Which months supervision looks at: those with reports, and those that were asked for since."""

from collections.abc import Callable
from datetime import date

from domain.periods import Period, between

NEAR_DAYS = 7  # so long before its due day a month is what supervision is about


def asked_months(reported: tuple[Period, ...], day: date) -> tuple[Period, ...]:
    """Return every month from the first reported one to that of ``day``, oldest first.

    None before the first report: nothing is expected then.

    >>> [str(one) for one in asked_months((Period(2026, 9),), date(2026, 11, 3))]
    ['2026-09', '2026-10', '2026-11']
    """
    if not reported:
        return ()
    return between(reported[0], max(reported[-1], Period(day.year, day.month)))


def opened_month(
    reported: tuple[Period, ...], day: date, due: Callable[[Period], date]
) -> Period | None:
    """Return the newest month that has reports or whose due day is near or past, None without.

    ``due`` gives the day by which the reports of a month are due.
    """
    for month in reversed(asked_months(reported, day)):
        if month <= reported[-1] or (due(month) - day).days <= NEAR_DAYS:
            return month
    return None
