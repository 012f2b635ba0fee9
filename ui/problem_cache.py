"""The problems of the ledger, and those that reports state, as the pages show them."""

from analysis.stated import Stated, of_board
from domain.problems import Problem
from store.problem_acts import problems as problems_until
from store.readable import end_of
from ui import cache, state


def problems() -> dict[int, Problem]:
    """Return the problems of the ledger as they stood on the day the pages are of."""
    day = state.as_of()
    return problems_until(cache.ledger(), until=None if day is None else end_of(day))


def stated() -> list[Stated]:
    """Return the problems that reports state up to the newest month."""
    return of_board(cache.board())
