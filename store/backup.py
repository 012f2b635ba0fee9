"""A copy of a SQLite ledger taken while it is in use, and checked before it is called a backup."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import cast

from store.database import SQLITE
from store.readable import Readable
from store.refusals import DamagedError, NotEmptyError, UnsupportedDatabaseError
from store.verification import verify


def backup(ledger: Readable, target: Path) -> Path:
    """Copy the ledger to the file ``target`` and return it; writers wait for the copy only.

    Raises:
        UnsupportedDatabaseError: on PostgreSQL, which has pg_dump.
        NotEmptyError: when the file is there already.
        DamagedError: when the copy does not verify; no file is left under that name then.
    """
    if ledger.engine.dialect.name != SQLITE:
        raise UnsupportedDatabaseError(ledger.engine.dialect.name)
    if target.exists():
        raise NotEmptyError(str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    _copy(ledger, part)
    with Readable.open(f"sqlite:///{part}") as copy:
        problems = verify(copy)
    if problems:
        raise DamagedError(str(part))
    return part.rename(target)


def _copy(ledger: Readable, part: Path) -> None:
    with closing(ledger.engine.raw_connection()) as pooled, closing(sqlite3.connect(part)) as copy:
        cast("sqlite3.Connection", pooled.driver_connection).backup(copy)
