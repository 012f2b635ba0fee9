"""A reader at the dashboard; a test that writes has a ledger of its own."""

import shutil
from pathlib import Path

import pytest

from commands.illustrated.loading import load_year
from commands.illustrated.year import script
from store.opening import open_office
from tests.pages.lending import Lending
from tests.pages.offices import ROOT, planted
from tests.pages.reader import Reader
from ui import cache


@pytest.fixture(scope="session")
def delivered(tmp_path_factory) -> Path:
    """The state folder of a ledger that holds the delivered plan and no report."""
    return planted(tmp_path_factory.mktemp("delivered"), samples=False)


@pytest.fixture(scope="session")
def illustrated(tmp_path_factory) -> Path:
    """The state folder of a ledger with the three illustrative months."""
    return planted(tmp_path_factory.mktemp("illustrated"), samples=True)


@pytest.fixture(scope="session")
def lending(tmp_path_factory):
    """The one office that tests which only read share."""
    lending = Lending(tmp_path_factory)
    yield lending
    lending.close()


@pytest.fixture
def state_folder(tmp_path, monkeypatch, lending):
    """A place for a ledger of this test's own; nothing is worked out yet."""
    lending.close()
    monkeypatch.setenv("PLAN_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    yield tmp_path / "state"
    cache.ledger().close()
    lending.close()


@pytest.fixture
def empty(request, delivered) -> Reader:
    """A reader of a ledger nobody has reported to."""
    yield from _reading(request, delivered)


@pytest.fixture
def illustrative(request, illustrated) -> Reader:
    """A reader of a ledger with illustrative reports."""
    yield from _reading(request, illustrated)


@pytest.fixture(scope="session")
def made_up_year(tmp_path_factory):
    """The state folder of the made-up year, whose projects have leaders and service officers."""
    folder = tmp_path_factory.mktemp("mine") / "state"
    begins = script(ROOT / "data").begins
    environ = {"PLAN_STATE": str(folder), "DATABASE_URL": ""}
    office = open_office(environ, ROOT, today=begins.date(), at=begins)
    load_year(office, actor="示例")
    office.ledger.close()
    return folder


@pytest.fixture
def of_the_year(request, made_up_year) -> Reader:
    """A reader of the ledger of the made-up year."""
    yield from _reading(request, made_up_year)


def _reading(request, made):
    """Lend an office, or give one of its own to a test that changes more than a ledger."""
    if {"state_folder", "monkeypatch"} & set(request.fixturenames):
        shutil.copytree(made, request.getfixturevalue("state_folder"))
        yield Reader()
    else:
        with request.getfixturevalue("lending").lend(made):
            yield Reader()
