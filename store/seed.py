"""The delivered plan as the first two versions of an empty ledger."""

from datetime import datetime

from store.ledger import Ledger
from store.submission import Submission

SEED_ACTOR = "seed"  # nobody's name: a page shows the catalogue's words for it


def plant(ledger: Ledger, projects: Submission, tasks: Submission, *, at: datetime) -> None:
    """Commit the delivered projects and tasks; do nothing when the ledger is not empty.

    Any number of processes may start at once: one of them plants both tables in one transaction.

    Raises:
        RefusedRowsError: when a table breaks a rule of the ledger; nothing is written then.
    """
    files = [(file, f"{SEED_ACTOR}-{file.kind}-{file.sha256}") for file in (projects, tasks)]
    if ledger.version() == 0:
        ledger.commit_first(files, actor=SEED_ACTOR, at=at)
