"""One way to SQLite and PostgreSQL: an engine, a reading and a writing transaction."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event, exc

from store.refusals import (
    DamagedTextError,
    DriverMissingError,
    LedgerUnavailableError,
    RefusedRowsError,
    UnsupportedDatabaseError,
)

SQLITE, POSTGRESQL = "sqlite", "postgresql"
_WAIT_MS = 10_000
_CONNECT_SECONDS = "10"
_WRITE = "plan_write"
_NO_TEXT = "Could not decode to UTF-8"  # as Python's driver of SQLite begins to say it
_CAUSES = {  # SQLite's names, PostgreSQL's numbers
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "55P03": "locked",
    "SQLITE_FULL": "full",
    "SQLITE_IOERR_WRITE": "full",  # a quota; a dying disk says the same
    "SQLITE_IOERR_FSYNC": "full",
    "53100": "full",
    "SQLITE_READONLY": "readonly",
    "25006": "readonly",
}

# TRUNCATE and not WAL: SQLite 3.7.0 to 3.51.2 can lose commits when it resets a WAL.
_PRAGMAS = (
    f"busy_timeout={_WAIT_MS}",
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "foreign_keys=ON",
)


def engine_for(url: str) -> sa.Engine:
    """Return an engine; a SQLite file's folder is created.

    Raises:
        UnsupportedDatabaseError: for a URL that is neither SQLite in a file nor PostgreSQL.
        DriverMissingError: when the database's driver is not installed.
    """
    try:
        address = sa.make_url(url)
        if address.get_backend_name() == SQLITE and address.database:
            return _sqlite(address, Path(address.database))
        if address.get_backend_name() == POSTGRESQL:
            return _postgresql(address)
    except ModuleNotFoundError as error:
        raise DriverMissingError(error.name or str(error)) from error
    except exc.ArgumentError as error:
        raise UnsupportedDatabaseError(url.partition(":")[0]) from error
    raise UnsupportedDatabaseError(address.get_backend_name())


def address_of(engine: sa.Engine) -> str:
    """Name the database for a sentence: the file, or server and name without any secret.

    >>> address_of(engine_for("postgresql+psycopg://plan:secret@db/ledger?password=secret"))
    'postgresql://plan@db/ledger'
    """
    url = engine.url
    if url.get_backend_name() == SQLITE:
        return str(url.database)
    plain = sa.URL.create(
        url.get_backend_name(),
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
    )
    return plain.render_as_string()


@contextmanager
def reading(engine: sa.Engine) -> Generator[sa.Connection]:
    """Give one snapshot of the database to everything read inside.

    Raises:
        LedgerUnavailableError: when the database does not answer.
    """
    with errors_told(), _snapshot(engine).begin() as connection:
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Generator[sa.Connection]:
    """Give one transaction that commits whole or, on any exception, not at all.

    Raises:
        LedgerUnavailableError: when the database does not answer.
        RefusedRowsError: when a row breaks a constraint.
    """
    with errors_told(), engine.execution_options(**{_WRITE: True}).begin() as connection:
        yield connection


def _snapshot(engine: sa.Engine) -> sa.Engine:
    if engine.dialect.name == POSTGRESQL:
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine


@contextmanager
def errors_told() -> Generator[None]:
    """Say in the ledger's own words what the database refuses.

    Raises:
        DamagedTextError: when SQLite holds text that is none.
        LedgerUnavailableError, RefusedRowsError: as ``writing`` says.
    """
    try:
        yield
    except (exc.IntegrityError, exc.DataError) as error:
        raise RefusedRowsError(str(error.orig).splitlines()[0]) from error
    except (exc.DBAPIError, exc.TimeoutError) as error:
        reason = getattr(error, "orig", None) or error
        if str(reason).startswith(_NO_TEXT):
            raise DamagedTextError from error
        said = str(reason).splitlines() or [type(reason).__name__]
        raise LedgerUnavailableError(said[0], cause(reason)) from error


def cause(reason: object) -> str:
    """Return why a database takes nothing in: locked, full, readonly, or nothing for any other."""
    code = getattr(reason, "sqlite_errorname", None) or getattr(reason, "sqlstate", None) or ""
    return next((why for start, why in _CAUSES.items() if code.startswith(start)), "")


def _postgresql(address: sa.URL) -> sa.Engine:
    if "connect_timeout" not in address.query:
        address = address.update_query_dict({"connect_timeout": _CONNECT_SECONDS})
    engine = sa.create_engine(address, pool_pre_ping=True)

    def connect(raw: Any, _record: object) -> None:  # noqa: ANN401 - whatever the driver gives
        raw.cursor().execute(f"SET lock_timeout = {_WAIT_MS}")
        raw.commit()

    event.listen(engine, "connect", connect)
    return engine


def _sqlite(address: sa.URL, file: Path) -> sa.Engine:
    file.parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(address, max_overflow=20)

    # The driver must not open transactions by itself: it would begin them as readers.
    def connect(raw: Any, _record: object) -> None:  # noqa: ANN401 - whatever the driver gives
        raw.isolation_level = None
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}").close()

    def begin(connection: sa.Connection) -> None:
        write = connection.get_execution_options().get(_WRITE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    event.listen(engine, "connect", connect)
    event.listen(engine, "begin", begin)
    return engine
