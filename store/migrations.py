"""Numbered steps from an empty database to today's tables, each in one transaction."""

from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from store.database import POSTGRESQL, SQLITE, reading, writing
from store.refusals import NewerDatabaseError

_LOCK = 26_2020  # any number will do, as long as every starter asks for the same one
_FOLDER = Path(__file__).parent / "steps"

# Ids, months and times compare byte by byte on every database, whatever its locale.
_WORDS = {
    POSTGRESQL: {"WORD": 'TEXT COLLATE "C"', "BYTES": "BYTEA"},
    SQLITE: {"WORD": "TEXT", "BYTES": "BLOB"},
}
_STEP = sa.Table(
    "schema_version",
    sa.MetaData(),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
)


def migrate(engine: sa.Engine) -> None:
    """Bring the database to today's tables; several processes may start at once.

    Raises:
        NewerDatabaseError: when a newer release has written the database.
    """
    with reading(engine) as connection:
        done = _done(connection)
    while done < len(STEPS):
        with writing(engine) as connection:
            done = _take_one_step(connection)
    if done > len(STEPS):
        raise NewerDatabaseError(found=done, known=len(STEPS))


def _take_one_step(connection: sa.Connection) -> int:
    if connection.dialect.name == POSTGRESQL:  # SQLite has locked the file already
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    done = _done(connection)
    if done >= len(STEPS):
        return done
    _STEP.create(connection, checkfirst=True)
    STEPS[done](connection)
    connection.execute(_STEP.insert().values(version=done + 1))
    return done + 1


def _done(connection: sa.Connection) -> int:
    if not sa.inspect(connection).has_table(_STEP.name):
        return 0
    return connection.scalar(sa.select(sa.func.max(_STEP.c.version))) or 0


def _written_in(name: str) -> Callable[[sa.Connection], None]:
    """Return the step written in a file of store/steps, statement by statement.

    A step is text of its own and not today's store/schema.py, which a later step changes; one for
    which the databases have different words has a file for each.
    """

    def take(connection: sa.Connection) -> None:
        dialect = connection.dialect.name
        own, of_all = _FOLDER / f"{name}.{dialect}.sql", _FOLDER / f"{name}.sql"
        written = (own if own.exists() else of_all).read_text("utf-8")
        for word, meant in _WORDS[dialect].items():
            written = written.replace(f" {word} ", f" {meant} ")
        for statement in written.split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)

    return take


STEPS: tuple[Callable[[sa.Connection], None], ...] = (
    _written_in("01_ledger"),
    _written_in("02_mapping"),
    _written_in("03_acts"),
    _written_in("04_people"),
    _written_in("05_audit_kept"),
)
