"""A reader at the dashboard; a test that writes has a ledger of its own."""

import shutil
from pathlib import Path

import pytest

from tests.pages.lending import Lending
from tests.pages.offices import planted
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


def _reading(request, made):
    """Lend an office, or give one of its own to a test that changes more than a ledger."""
    if {"state_folder", "monkeypatch"} & set(request.fixturenames):
        shutil.copytree(made, request.getfixturevalue("state_folder"))
        yield Reader()
    else:
        with request.getfixturevalue("lending").lend(made):
            yield Reader()
