"""Every test that asks for a ledger runs on SQLite and on PostgreSQL."""

import shutil

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
def new_url(request, tmp_path):
    """Make an empty place for a ledger, or a copy of the place at ``model``."""
    if request.param == "sqlite":
        yield lambda model=None: _sqlite(tmp_path / "ledger.sqlite3", model)
        return
    address = request.getfixturevalue("postgresql_socket")
    made = []

    def new(model=None):
        how = f"TEMPLATE {postgresql.parts(model)['database']}" if model else ""
        made.append(postgresql.new_database(address, how))
        return made[-1]

    yield new
    for url in made:
        postgresql.drop_database(address, url)


def _sqlite(file, model):
    if model:
        shutil.copyfile(model.removeprefix("sqlite:///"), file)
    return f"sqlite:///{file}"


@pytest.fixture
def url(new_url):
    return new_url()


@pytest.fixture(scope="session")
def models():
    """The place of each model that was made, by its kind of database and what filled it."""
    return {}


@pytest.fixture
def copied(request, new_url, models, tmp_path_factory):
    """Give the URL of a ledger as ``filled`` left one, once; all others are copies of it."""

    def copied_(filled):
        key = request.node.callspec.params["new_url"], filled
        if key not in models:
            models[key] = _model(request, key[0], tmp_path_factory)
            with Ledger.open(models[key]) as ledger:
                filled(ledger)
        return new_url(models[key])

    return copied_


def _model(request, kind, tmp_path_factory):
    if kind == "sqlite":
        return _sqlite(tmp_path_factory.mktemp("model") / "ledger.sqlite3", None)
    return postgresql.new_database(request.getfixturevalue("postgresql_socket"))


def nothing(ledger):
    """Leave a ledger as it is made."""


@pytest.fixture
def ledger(copied):
    with Ledger.open(copied(nothing)) as ledger:
        yield ledger


@pytest.fixture
def sqlite_ledger(tmp_path):
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.sqlite3'}") as ledger:
        yield ledger
