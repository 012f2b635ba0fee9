"""What the ledger says at this moment, asked once in a run of a page."""

from datetime import date

from store import acts
from store.ledger import Ledger
from ui.moment import once_a_run


@once_a_run
def newest(ledger: Ledger) -> int:
    """Return the newest version."""
    return ledger.version()


@once_a_run
def version_on(ledger: Ledger, day: date) -> int:
    """Return the newest version at the end of a day, 0 before the first."""
    return ledger.version_on(day)


@once_a_run
def newest_act(ledger: Ledger) -> int:
    """Return the number of the newest act, 0 before the first."""
    return acts.newest(ledger)
