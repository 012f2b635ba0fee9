"""A reader at the dashboard; every test has a ledger of its own."""

import shutil
from pathlib import Path

import pytest
import streamlit as st

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


@pytest.fixture
def state_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAN_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    _forget()
    yield tmp_path / "state"
    cache.ledger().close()
    _forget()


@pytest.fixture
def empty(state_folder, delivered) -> Reader:
    """A reader of a ledger nobody has reported to."""
    shutil.copytree(delivered, state_folder)
    return Reader()


@pytest.fixture
def illustrative(state_folder, illustrated) -> Reader:
    """A reader of a ledger with illustrative reports."""
    shutil.copytree(illustrated, state_folder)
    return Reader()


def _forget() -> None:
    """Empty every cache: they belong to the process, and a test must not inherit a ledger."""
    st.cache_resource.clear()
