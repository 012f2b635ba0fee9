"""The engines: each takes pandas tables in and hands out its own lazy ones."""

from itertools import count

import duckdb
import pyarrow as pa
import pytest

from tests.store import postgresql

_BY_CODE_POINT = "TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'"


def arrow(tables):
    return {name: pa.Table.from_pandas(t, preserve_index=False) for name, t in tables.items()}


@pytest.fixture(scope="session")
def duckdb_engine():
    with duckdb.connect() as connection:
        yield lambda tables: {n: connection.from_arrow(t) for n, t in arrow(tables).items()}


@pytest.fixture(scope="session")
def postgresql_engine():
    """PostgreSQL through Ibis; its text is ordered by code point, as every other engine's is."""
    import ibis  # noqa: PLC0415 - takes two seconds, which only these tests need

    with postgresql.server() as address:
        url = postgresql.new_database(address, _BY_CODE_POINT)
        database = ibis.postgres.connect(**postgresql.parts(url))
        number = count()
        yield lambda tables: {
            name: database.create_table(f"{name}_{next(number)}", table)
            for name, table in arrow(tables).items()
        }
        database.disconnect()


@pytest.fixture(
    scope="session",
    params=["duckdb", pytest.param("postgresql", marks=pytest.mark.xdist_group("postgresql"))],
)
def engine(request):
    return request.getfixturevalue(f"{request.param}_engine")
