"""The made-up year, loaded once; only to be read."""

import shutil

import pytest

from commands.illustrated import year
from commands.illustrated.loading import load_year
from store.opening import open_office
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def script():
    return year.script(ROOT / "data")


@pytest.fixture(scope="session")
def made(tmp_path_factory, script):
    environ = {"PLAN_STATE": str(tmp_path_factory.mktemp("year")), "DATABASE_URL": ""}
    office = open_office(environ, ROOT, today=script.begins.date(), at=script.begins)
    load_year(office, actor="示例")
    yield office
    office.ledger.close()


@pytest.fixture
def the_year(made, tmp_path):
    """The made-up year in the state folder of the commands, as ``demo --year`` leaves it."""
    shutil.copytree(made.settings.state_folder, tmp_path / "state")
