"""Numbered steps from an empty database to today's tables, each in one transaction."""

from collections.abc import Callable

import sqlalchemy as sa

from store import schema
from store.database import POSTGRESQL, reading, writing
from store.refusals import NewerDatabaseError

_LOCK = 26_2020  # any number will do, as long as every starter asks for the same one
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


def _first_tables(connection: sa.Connection) -> None:
    """Create everything of 0.1.0; a later table comes with the step that first had it."""
    later = {schema.mapping}
    first = [table for table in schema.METADATA.sorted_tables if table not in later]
    schema.METADATA.create_all(connection, tables=first)
    connection.execute(schema.head.insert().values(one=1, seq=0))


def _mappings(connection: sa.Connection) -> None:
    schema.mapping.create(connection)


STEPS: tuple[Callable[[sa.Connection], None], ...] = (_first_tables, _mappings)
