"""The setting ENGINE: the pages tell the same figures, worked out on Spark."""

from dataclasses import replace

import pandas as pd
import pytest
import streamlit as st

from analysis.catalogue import METRICS
from domain.columns import ItemKind
from domain.periods import Period
from store.boards import board_of
from store.engine_refusals import EngineAwayError
from store.parquet import NAMES
from store.tables import tables
from tests.conftest import illustrate, opened_in
from tests.pages.reader import Reader, charts, key_figures
from ui import cache

MONTH = Period(2026, 9)


@pytest.fixture(scope="module")
def master(spark):
    return spark.sparkContext.master


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """An office that works everything out in this process."""
    office = opened_in(tmp_path_factory.mktemp("spark-office") / "state")
    illustrate(office)
    yield office
    office.ledger.close()


@pytest.fixture
def there(here, master, tmp_path):
    """The same office with the setting, and a state folder in which nothing is kept yet."""
    return sent_to(master, here, tmp_path)


@pytest.fixture(scope="module")
def boards(here, master, tmp_path_factory):
    """The board worked out on Spark, each table once, and the one worked out here."""
    there = sent_to(master, here, tmp_path_factory.mktemp("sent"))
    now = tables(here.ledger)
    return board_of(there, now), board_of(here, now)


def sent_to(master, here, folder):
    settings = replace(
        here.settings, engine=master, engine_folder=folder / "parquet", state_folder=folder
    )
    return replace(here, settings=settings)


@pytest.mark.parametrize("name", METRICS)
def test_a_table_is_the_same_to_the_last_digit(name, boards):
    there, here = boards
    assert_same(METRICS[name](there, MONTH), METRICS[name](here, MONTH))


@pytest.mark.parametrize("kind", ItemKind)
def test_what_is_told_of_every_item_over_time_is_the_same(kind, boards):
    there, here = boards
    assert_same(there.of_items(kind), here.of_items(kind))


def assert_same(found, expected):
    """Hold that rows, order and types are equal; only pandas' own row numbers may differ."""
    expected = expected.reset_index(drop=True)
    pd.testing.assert_frame_equal(found.reset_index(drop=True), expected, check_exact=True)


def test_a_version_is_exported_once_and_the_newest_few_stay(here, there):
    for version in range(1, here.ledger.version() + 1):
        now = tables(here.ledger, version)
        assert board_of(there, now).engine is not None
        assert board_of(there, now).engine is not None
    ledgers = list(there.settings.engine_folder.iterdir())
    versions = sorted(ledgers[0].iterdir())
    assert [path.name[:9] for path in versions] == ["000000003", "000000004", "000000005"]
    assert {path.stem for path in versions[-1].iterdir()} == set(NAMES)
    assert len(ledgers) == 1


def test_a_second_start_finds_the_tables_and_asks_nobody(here, there):
    now = tables(here.ledger)
    board_of(there, now).overview(MONTH)
    away = replace(there, settings=replace(there.settings, engine="spark://127.0.0.1:1"))
    found = board_of(away, now).overview(MONTH)
    assert_same(found, board_of(here, now).overview(MONTH))


def test_the_first_page_tells_the_same(here, master, tmp_path, monkeypatch):
    monkeypatch.setenv("PLAN_STATE", str(here.settings.state_folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ENGINE_FOLDER", str(tmp_path / "parquet"))
    told = []
    for engine in ("", master):
        monkeypatch.setenv("ENGINE", engine)
        st.cache_resource.clear()
        page = Reader().open("overview", period=str(MONTH))
        assert not page.exception
        assert (cache.board().engine is None) == (engine == "")
        told.append((key_figures(page), charts(page)))
        cache.ledger().close()
    st.cache_resource.clear()
    assert told[0] == told[1]
    assert list((tmp_path / "parquet").iterdir())


def test_a_master_that_does_not_answer_is_said_so(here, there, monkeypatch):
    pyspark = pytest.importorskip("pyspark.sql")
    monkeypatch.setattr(pyspark.SparkSession, "getActiveSession", lambda: None)
    away = replace(there, settings=replace(there.settings, engine="spark://127.0.0.1:1"))
    with pytest.raises(EngineAwayError):
        board_of(away, tables(here.ledger)).standing(MONTH)
