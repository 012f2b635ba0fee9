"""A ledger as one SQLite file, taken while it is in use, and put back; checked on both ways."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, cast

from store import acts, database, digests, entries
from store.copying import copy
from store.database import SQLITE
from store.durable import put_in_place
from store.ledger import Ledger
from store.readable import Readable
from store.refusals import DamagedError, LedgerUnavailableError, NotEmptyError
from store.room import needed_for
from store.verification import verify


class Backup(NamedTuple):
    """A file that was checked: the newest version in it, and the digest of both its books."""

    file: Path
    version: int
    digest: str


def backup(ledger: Readable, target: Path) -> Backup:
    """Copy the ledger to the SQLite file ``target``.

    SQLite lets writers wait for the copy; from PostgreSQL one snapshot is read while they go on.

    Raises:
        NotEmptyError: when the file is there already.
        DamagedError: when the copy does not verify.
        NotWrittenError: when the disk takes no more.
        LedgerUnavailableError: when the ledger cannot be read.

    Whatever is raised, no file is left.
    """
    if target.exists():
        raise NotEmptyError(str(target))
    with needed_for("backup", target):
        target.parent.mkdir(parents=True, exist_ok=True)
        return _backed_up(ledger, target)


def _backed_up(ledger: Readable, target: Path) -> Backup:
    part = target.with_name(target.name + ".part")
    try:
        _remove(part)
        _write(ledger, part)
        version, digest = _must_be_sound(part)
        _remove(part.with_name(part.name + "-journal"))  # SQLite leaves it, empty
        return Backup(put_in_place(part, target), version, digest)
    finally:
        _remove(part, part.with_name(part.name + "-journal"))


def restore(kept: Path, ledger: Ledger) -> str:
    """Bring a backup into an empty ledger, all or nothing, and return the digest.

    The backup is verified before anything is written, what was written is verified after; the file
    itself is only read, and may be that of an older release.

    Raises:
        NotEmptyError: when the ledger is not empty.
        DamagedError: when the backup, or what the disk gives back afterwards, is not sound.
        OSError: when the file cannot be read.
    """
    if not _is_empty(ledger):
        raise NotEmptyError(database.address_of(ledger.engine))
    with TemporaryDirectory() as folder:
        part = Path(shutil.copyfile(kept, Path(folder) / kept.name))
        _must_be_sound(part, named=kept)
        with Readable.open(f"sqlite:///{part}") as source:
            if _is_empty(source):  # as an empty file opens
                raise DamagedError(str(kept))
            digest = copy(source, ledger)
    if verify(ledger):
        raise DamagedError(database.address_of(ledger.engine))
    return digest


def _is_empty(ledger: Readable) -> bool:
    return not ledger.version() and not acts.newest(ledger)


def _write(ledger: Readable, part: Path) -> None:
    if ledger.engine.dialect.name != SQLITE:
        with Ledger.open(f"sqlite:///{part}") as copied:
            copy(ledger, copied)
        return
    try:
        pooled = closing(ledger.engine.raw_connection())
        with pooled as source, closing(sqlite3.connect(part)) as made:
            cast("sqlite3.Connection", source.driver_connection).backup(made)
    except sqlite3.Error as error:
        raise LedgerUnavailableError(str(error), database.cause(error)) from error


def _remove(*files: Path) -> None:
    for file in files:
        file.unlink(missing_ok=True)


def _must_be_sound(file: Path, *, named: Path | None = None) -> tuple[int, str]:
    """Return the newest version and the digest of a file that is sound."""
    try:
        with Readable.open(f"sqlite:///{file}") as copied:
            if not verify(copied):
                with copied.reading() as connection:
                    return entries.resolve(connection, None), digests.present(connection)
    except LedgerUnavailableError as error:  # it does not even open
        raise DamagedError(str(named or file)) from error
    raise DamagedError(str(named or file))
