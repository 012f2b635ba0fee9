"""A ledger that was to be received and was not: what was made for it is taken away again."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa

from store.database import SQLITE
from store.settings import Settings


@contextmanager
def leaving_nothing(settings: Settings) -> Generator[None]:
    """Remove the ledger's file and folders when what is done inside fails and they are new."""
    url = sa.make_url(settings.database_url)
    at = Path(url.database) if url.get_backend_name() == SQLITE and url.database else None
    if at is None or at.exists():
        yield
        return
    new = [folder for folder in at.parents if not folder.exists()]
    try:
        yield
    except BaseException:
        for file in (at, *at.parent.glob(f"{at.name}-*")):
            file.unlink(missing_ok=True)
        for folder in new:
            with suppress(OSError):  # somebody else has put something there
                folder.rmdir()
        raise
