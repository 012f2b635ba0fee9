"""Whether a disk takes no more: full, over its quota, or a file as long as it may be."""

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from store.refusals import LedgerUnavailableError, NotWrittenError

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def needed_for(action: str, place: Path) -> Generator[None]:
    """Say of a copy of the ledger that found no room which it was.

    Raises:
        NotWrittenError: when the disk takes no more while it is written.
    """
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise NotWrittenError(action, str(place)) from error
        raise
    except LedgerUnavailableError as error:
        if error.cause == "full":  # the ledger itself is only read
            raise NotWrittenError(action, str(place)) from error
        raise
