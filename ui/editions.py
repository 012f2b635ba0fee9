"""Versions of the ledger as readers look at them: whatever is worked out of one is kept with it."""

from datetime import datetime

from analysis.memo import forget, the_last, wanted_of
from domain.rulebook import Rulebook
from store.contacts import Eyes
from store.ledger import Ledger

_JUDGED = tuple[Rulebook, datetime | None, Eyes]  # what a board of an edition is asked for by


class Edition:
    """One version of the ledger; the boards made of it are kept among its attributes."""

    def __init__(self, version: int) -> None:
        self.version = version


@the_last(
    6, gone=forget
)  # the one that is shown, the next, and those that meetings and looks back hold
def edition(_: Ledger, version: int) -> Edition:
    """Return the one edition of a version."""
    return Edition(version)


def eyes_on(one: Edition) -> dict[Eyes, int]:
    """Return the eyes of those who follow the ledger and asked for a board of an edition.

    Beside them: for how many versions before it nobody did.
    """
    asked: list[tuple[_JUDGED, int]] = [
        (place.question.args, place.unasked) for place in wanted_of(one)
    ]
    return {seen_by: unasked for (_, until, seen_by), unasked in asked if until is None}
