"""The engines: each takes pandas tables in and hands out its own lazy ones."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from tests.store import postgresql

_BY_CODE_POINT = "TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'"


@dataclass(frozen=True)
class Engine:
    """Holds tables; ``settled`` works a lazy one out and keeps its rows on the engine."""

    hold: Callable[[pa.Table], Any]
    settled: Callable[[Any], Any]

    def __call__(self, tables):
        frames = {name: pa.Table.from_pandas(t, preserve_index=False) for name, t in tables.items()}
        return {name: self.hold(frame) for name, frame in frames.items()}


@pytest.fixture(scope="session")
def duckdb_engine():
    with duckdb.connect() as connection:
        yield Engine(connection.from_arrow, lambda table: table.materialize())


@pytest.fixture(scope="session")
def postgresql_engine():
    """PostgreSQL through Ibis; its text is ordered by code point, as every other engine's is."""
    import ibis  # noqa: PLC0415 - takes two seconds, which only these tests need

    with postgresql.server() as address:
        url = postgresql.new_database(address, _BY_CODE_POINT)
        database = ibis.postgres.connect(**postgresql.parts(url))
        number = count()

        def hold(table):
            return database.create_table(f"table_{next(number)}", table)

        yield Engine(hold, hold)
        database.disconnect()


@pytest.fixture(
    scope="session",
    params=["duckdb", pytest.param("postgresql", marks=pytest.mark.xdist_group("postgresql"))],
)
def engine(request):
    return request.getfixturevalue(f"{request.param}_engine")
