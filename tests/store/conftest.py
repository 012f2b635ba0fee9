"""Every test that asks for a ledger runs on SQLite and on PostgreSQL."""

import pytest

from store.ledger import Ledger
from tests.store import postgresql


@pytest.fixture(scope="session")
def postgresql_socket():
    with postgresql.server() as address:
        yield address


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.xdist_group("postgresql"))]
)
def url(request, tmp_path):
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'ledger.sqlite3'}"
        return
    address = request.getfixturevalue("postgresql_socket")
    url = postgresql.new_database(address)
    yield url
    postgresql.drop_database(address, url)


@pytest.fixture
def ledger(url):
    with Ledger.open(url) as ledger:
        yield ledger


@pytest.fixture
def sqlite_ledger(tmp_path):
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.sqlite3'}") as ledger:
        yield ledger
