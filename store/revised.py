"""The day on which the plan's own tables were last replaced."""

from datetime import date

from store import schema, uploads
from store.readable import SHANGHAI, Readable
from store.seed import SEED_ACTOR
from store.shapes import PROJECTS, TASKS


def revised_on(ledger: Readable, as_of: int) -> date | None:
    """Return the day of the newest table of projects or tasks in force at version ``as_of``.

    None where the delivered plan stands; a day is that of the zone's own clock.
    """
    plan_tables = schema.upload.c.kind.in_([PROJECTS, TASKS])
    with ledger.reading() as connection:
        found = uploads.read(connection, as_of, plan_tables, uploads.effective(as_of))
    later = [upload.at for upload in found if upload.actor != SEED_ACTOR]
    return max(later).astimezone(SHANGHAI).date() if later else None
