"""A ledger that cannot be written, or must not be believed: a sentence, and the rest goes on."""

import sqlite3
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import event
from streamlit.testing.v1 import AppTest

from tests.pages.reader import charts, key_figures
from tests.pages.test_history import withdrawn
from texts import catalogue
from ui import cache

t = catalogue("zh")


@contextmanager
def changed_behind_its_back(file, statement):
    """Change a ledger where nobody should, and mend it afterwards."""
    sound = file.read_bytes()
    with closing(sqlite3.connect(file)) as meddler:
        meddler.execute(statement)
        meddler.commit()
    yield
    file.write_bytes(sound)


def test_a_read_only_ledger_refuses_in_a_sentence_and_pages_go_on_reading(illustrative):
    app = illustrative.open("history")

    def begin(connection):
        connection.exec_driver_sql("PRAGMA query_only=ON")

    event.listen(cache.ledger().engine, "begin", begin)
    withdrawn(app, who="王五", why="报错月份")
    assert [error.value for error in app.error] == [t("ledger.unavailable_readonly")]
    overview = illustrative.open("overview")
    assert not overview.exception
    assert key_figures(overview)[t("key.done")] == "79.85 亿元"


def test_a_locked_ledger_refuses_in_a_sentence_and_pages_go_on_reading(illustrative, state_folder):
    app = illustrative.open("history")
    ledger = cache.ledger()
    ledger.engine.dispose()
    event.listen(ledger.engine, "connect", lambda raw, _: raw.execute("PRAGMA busy_timeout=20"))
    file = state_folder / "ledger.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        withdrawn(app, who="王五", why="报错月份")
        assert [error.value for error in app.error] == [t("ledger.unavailable_locked")]
        assert not illustrative.open("overview").exception
    assert ledger.version() == 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE batch SET content = zeroblob(9)",
        "UPDATE event SET actor = '别人' WHERE seq = 3",
        "UPDATE upload SET kind = 'tasks' WHERE seq = 4",
    ],
)
def test_a_damaged_ledger_is_never_shown_as_data(illustrative, state_folder, statement):
    with changed_behind_its_back(state_folder / "ledger.sqlite3", statement):
        app = illustrative.open("overview")
    assert len(app.exception) == 1
    assert charts(app) == {}
    assert key_figures(app) == {}


@pytest.mark.parametrize("refusal", ["DamagedError", "BrokenChainError", "LedgerUnavailableError"])
def test_the_reader_of_a_page_that_cannot_be_read_is_told_in_one_sentence(refusal):
    def page(refusal):
        from store import refusals  # noqa: PLC0415 - the function is run as a script
        from ui import door  # noqa: PLC0415 - as above

        door.answer_trouble(getattr(refusals, refusal)(3))

    app = AppTest.from_function(page, args=(refusal,)).run()
    assert not app.exception
    assert len(app.error) == 1
    assert "。" in app.error[0].value
