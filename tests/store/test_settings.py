"""Which database is meant: DATABASE_URL, else Streamlit's file of secrets, else a file."""

import subprocess
import sys

import pytest

from store.ledger import Ledger
from store.refusals import SecretsUnreadableError
from store.settings import Settings
from tests.conftest import ROOT
from tests.store.made import a_report, commit, progress

PARTS = """
[connections.sql]
dialect = "postgresql"
host = "db.internal"
port = "5433"
database = "plan"
username = "zone"
password = "p@ss/word"
query = { sslmode = "require" }
"""
BY_PARTS = "postgresql+psycopg://zone:p%40ss%2Fword@db.internal:5433/plan?sslmode=require"
TWO = """
[connections.warehouse]
url = "postgresql://warehouse/gdp"
[connections.ledger]
url = "postgres://db/plan"
[connections.files]
key = "not a database"
"""


@pytest.fixture
def meant(tmp_path):
    def meant_(secrets, **environ):
        file = tmp_path / ".streamlit/secrets.toml"
        file.parent.mkdir()
        file.write_text(secrets, "utf-8")
        return Settings.from_environment(environ, tmp_path).database_url

    return meant_


def test_the_parts_of_a_connection_are_put_together_as_streamlit_does(meant):
    assert meant(PARTS) == BY_PARTS


def test_of_several_connections_the_one_named_ledger_is_meant(meant):
    assert meant(TWO) == "postgresql+psycopg://db/plan"


def test_database_url_wins_over_the_secrets(meant):
    assert meant(PARTS, DATABASE_URL="postgresql://other/plan") == (
        "postgresql+psycopg://other/plan"
    )


def test_secrets_about_other_things_leave_the_ledger_in_its_file(meant, tmp_path):
    said = 'token = "x"\n[connections.files]\nkey = "y"\n'
    assert meant(said) == f"sqlite:///{tmp_path}/var/ledger.sqlite3"


@pytest.mark.parametrize(
    ("secrets", "why"),
    [
        ("[connections.sql\n", "line 1"),
        ('[connections.sql]\ndialect = "postgresql"\npassword = "geheim"\n', "username, host"),
        (PARTS.replace('"5433"', '"many"'), "connections.sql"),
        (TWO.replace(".ledger", ".other"), "other / warehouse"),
    ],
)
def test_secrets_that_leave_the_database_open_are_refused_and_not_repeated(meant, secrets, why):
    with pytest.raises(SecretsUnreadableError) as caught:
        meant(secrets)
    assert why in caught.value.more["why"]
    assert "geheim" not in str(caught.value.more)
    assert "p@ss" not in str(caught.value.more)


def test_the_ledger_of_the_secrets_is_opened(meant, url):
    with Ledger.open(meant(f'[connections.sql]\nurl = "{url}"\n')) as ledger:
        assert commit(ledger, progress(a_report())).version == 1


def test_the_settings_are_read_without_streamlit():
    looked = "import sys, store.settings; sys.exit('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", looked], cwd=ROOT, check=False)
    assert done.returncode == 0
