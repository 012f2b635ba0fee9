from pathlib import Path

import pytest
import sqlalchemy as sa

from store import database, migrations
from store.ledger import Ledger
from store.opening import open_office
from store.refusals import (
    BrokenChainError,
    DriverMissingError,
    LedgerUnavailableError,
    NewerDatabaseError,
    UnsupportedDatabaseError,
)
from store.settings import Settings
from store.verification import verify
from tests.conftest import ROOT, TODAY
from tests.store.made import NOON, a_report, commit, progress


def test_a_database_from_a_newer_release_is_refused_and_left_alone(url):
    with Ledger.open(url) as ledger, ledger.writing() as connection:
        connection.execute(sa.text("INSERT INTO schema_version VALUES (99)"))
    with pytest.raises(NewerDatabaseError) as caught:
        Ledger.open(url)
    assert (caught.value.found, caught.value.known) == (99, len(migrations.STEPS))


def test_a_step_that_fails_leaves_nothing_behind(url, monkeypatch):
    def half_a_step(connection):
        connection.execute(sa.text("CREATE TABLE half (one INTEGER)"))
        raise KeyboardInterrupt

    Ledger.open(url).close()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, half_a_step))
    with pytest.raises(KeyboardInterrupt):
        Ledger.open(url)
    engine = database.engine_for(url)
    with database.reading(engine) as connection:
        assert not sa.inspect(connection).has_table("half")
    engine.dispose()


def test_a_later_step_runs_once_on_a_ledger_in_use(url, monkeypatch):
    with Ledger.open(url) as ledger:
        commit(ledger, progress(a_report()))
    taken = []
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, taken.append))
    for _ in range(2):
        with Ledger.open(url) as ledger:
            assert ledger.version() == 1
    assert len(taken) == 1


def test_the_folder_of_a_new_sqlite_file_is_created(tmp_path):
    settings = Settings.from_environment({"PLAN_STATE": "deep/state"}, tmp_path)
    assert not settings.state_folder.exists()
    Ledger.open(settings.database_url).close()
    assert (tmp_path / "deep/state/ledger.sqlite3").exists()


def test_an_absolute_state_folder_stays_where_it_is(tmp_path):
    settings = Settings.from_environment({"PLAN_STATE": str(tmp_path)}, Path("/srv/plan"))
    assert settings.state_folder == tmp_path


def test_sqlite_waits_syncs_and_holds_foreign_keys(sqlite_ledger):
    with sqlite_ledger.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert found == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }


@pytest.mark.parametrize("url", ["mysql+pymysql://h/d", "sqlite://", "no address", ""])
def test_another_kind_of_database_is_refused(url):
    with pytest.raises((UnsupportedDatabaseError, DriverMissingError)):
        Ledger.open(url)


def test_a_missing_driver_is_named():
    with pytest.raises(DriverMissingError) as caught:
        Ledger.open("postgresql+asyncpg://h/d")
    assert caught.value.driver == "asyncpg"


def test_a_file_that_is_no_database_is_unavailable_and_unharmed(tmp_path):
    file = tmp_path / "ledger.sqlite3"
    file.write_bytes(b"this is a letter, not a database" * 100)
    before = file.read_bytes()
    with pytest.raises(LedgerUnavailableError):
        Ledger.open(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_a_server_that_is_away_is_unavailable(tmp_path):
    with pytest.raises(LedgerUnavailableError):
        Ledger.open(f"postgresql+psycopg://plan@/plan?host={tmp_path}")


def interrupted(ledger):
    with ledger.writing() as connection:
        connection.execute(sa.text("UPDATE head SET seq = 5"))
        raise KeyboardInterrupt


def test_an_interrupted_transaction_writes_nothing(ledger):
    with pytest.raises(KeyboardInterrupt):
        interrupted(ledger)
    assert ledger.version() == 0


def test_an_office_whose_ledger_was_changed_behind_its_back_stays_shut(tmp_path):
    environ = {"PLAN_STATE": str(tmp_path)}
    opened = open_office(environ, ROOT, today=TODAY, at=NOON)
    with opened.ledger as ledger, ledger.writing() as connection:
        connection.execute(sa.text("UPDATE event SET actor = '别人' WHERE seq = 2"))
    with pytest.raises(BrokenChainError) as caught:
        open_office(environ, ROOT, today=TODAY, at=NOON)
    assert caught.value.version == 2
    unchecked = open_office(environ, ROOT, today=TODAY, at=NOON, checked=False)
    with unchecked.ledger as ledger:
        assert [one.code for one in verify(ledger)] == ["seal"]
