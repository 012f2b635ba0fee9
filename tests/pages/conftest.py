"""A reader at the dashboard; every test has a ledger of its own."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import streamlit as st

from store import intake
from store.opening import open_office
from tests.pages.reader import ROOT, Reader
from ui import cache

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def delivered(tmp_path_factory) -> Path:
    """The state folder of a ledger that holds the delivered plan and no report."""
    return _office(tmp_path_factory.mktemp("delivered"), samples=False)


@pytest.fixture(scope="session")
def illustrated(tmp_path_factory) -> Path:
    """The state folder of a ledger with the three illustrative months."""
    return _office(tmp_path_factory.mktemp("illustrated"), samples=True)


@pytest.fixture
def state_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAN_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    st.cache_resource.clear()
    yield tmp_path / "state"
    cache.ledger().close()
    st.cache_resource.clear()


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


def _office(folder: Path, *, samples: bool) -> Path:
    office = open_office({"PLAN_STATE": str(folder)}, ROOT, today=TODAY, at=NOON)
    with office.ledger as ledger:
        if samples:
            sheets = office.data / "samples"
            intake.load_samples(
                ledger, office.plan, sheets, actor="示例数据", today=TODAY, at=NOON
            )
    return folder
