"""The problems of the ledger, and those that reports state, as the pages show them."""

from datetime import date

from analysis.stated import Stated, of_board
from analysis.views.supervision import Watched
from domain.periods import Period
from domain.problems import Problem
from ui import cache, clock


def day() -> date:
    """Return the day the pages are of."""
    return cache.day()


def period() -> Period:
    """Return the newest month of the reports."""
    months = cache.board().periods
    return months[-1] if months else clock.last_finished_period()


def seen() -> Watched:
    """Return what supervision looks at on that day; it holds the problems of the ledger."""
    return cache.watched(period())


def problems() -> dict[int, Problem]:
    """Return the problems as they stand on that day, by number."""
    return {one.number: one for one in seen().problems}


def stated() -> list[Stated]:
    """Return the problems that reports state up to the newest month."""
    return of_board(cache.board())
