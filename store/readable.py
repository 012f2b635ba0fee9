"""An open ledger and everything that can be read from it without writing."""

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, time, tzinfo
from typing import Self
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from store import database, entries, migrations, schema, uploads
from store.refusals import DamagedError, UnknownVersionError
from store.rows import digest_of
from store.uploads import Upload
from store.writers import Writers

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Readable:
    """A ledger at an address, to be shared by the threads of one process."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self.writers = Writers()
        self.login_required = False  # whoever opens it for readers of a network sets it

    @classmethod
    def open(cls, url: str) -> Self:
        """Open the ledger at a SQLAlchemy URL and create or migrate its tables.

        Raises:
            NewerDatabaseError: when a newer release has written it.
            UnsupportedDatabaseError, DriverMissingError, LedgerUnavailableError: as they say.
        """
        engine = database.engine_for(url)
        try:
            migrations.migrate(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        """Return the ledger itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the ledger."""
        self.close()

    def reading(self) -> AbstractContextManager[sa.Connection]:
        """Give one snapshot of the whole ledger."""
        return database.reading(self.engine)

    @contextmanager
    def writing(self) -> Generator[sa.Connection]:
        """Give one transaction, written whole or not at all.

        Raises:
            LedgerUnavailableError: when the process is about to stop.
        """
        with self.writers.one(), database.writing(self.engine) as connection:
            yield connection

    def version(self) -> int:
        """Return the newest version, 0 for an empty ledger."""
        with self.reading() as connection:
            return entries.resolve(connection, None)

    def version_on(self, day: date, zone: tzinfo = SHANGHAI) -> int:
        """Return the newest version at the end of ``day`` in ``zone``, 0 before the first."""
        end = as_text(end_of(day, zone))
        query = sa.select(sa.func.max(schema.event.c.seq))
        with self.reading() as connection:
            return connection.scalar(query.where(schema.event.c.recorded_time <= end)) or 0

    def uploads(self, as_of: int | None = None) -> tuple[Upload, ...]:
        """Return the uploads up to ``as_of``, oldest first, withdrawn ones included.

        Raises:
            UnknownVersionError: when the ledger has not reached ``as_of``.
        """
        with self.reading() as connection:
            return uploads.read(connection, entries.resolve(connection, as_of))

    def upload(self, version: int) -> Upload:
        """Return one upload as it stands now.

        Raises:
            UnknownVersionError: when that version is no upload.
        """
        with self.reading() as connection:
            return uploads.one(connection, version)

    def original(self, version: int) -> bytes:
        """Return the bytes of an upload exactly as they came, withdrawn or not.

        Raises:
            UnknownVersionError: when that version is no upload.
            DamagedError: when what the disk gives back is not what was committed.
        """
        joined = schema.blob.join(schema.upload, schema.upload.c.sha256 == schema.blob.c.sha256)
        query = sa.select(schema.blob.c.sha256, schema.blob.c.content).select_from(joined)
        with self.reading() as connection:
            row = connection.execute(query.where(schema.upload.c.seq == version)).first()
            newest = entries.resolve(connection, None)
        if row is None:
            raise UnknownVersionError(version, newest)
        checksum, content = row
        if digest_of(content) != checksum:
            raise DamagedError("original", version=version)
        return bytes(content)


def end_of(day: date, zone: tzinfo = SHANGHAI) -> datetime:
    """Return the last moment of a day, by the zone's own clock."""
    return datetime.combine(day, time.max, zone)


def as_text(moment: datetime) -> str:
    """Write a moment as the ledger keeps it: UTC, to the microsecond, always as wide.

    >>> as_text(datetime(2026, 11, 22, 20, tzinfo=SHANGHAI))
    '2026-11-22T12:00:00.000000+00:00'

    Raises:
        ValueError: when the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError(moment)
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
