"""The setting ENGINE is judged at the start, in one sentence."""

from importlib.util import find_spec

import pytest

from store.boards import board_of
from store.engine_refusals import EngineMissingError, EngineUnknownError
from store.opening import open_office
from store.tables import tables
from tests.conftest import NOON, ROOT, TODAY, opened_in
from texts import catalogue


def opened_with(tmp_path, **environ):
    said = {"PLAN_STATE": str(tmp_path / "state"), **environ}
    return open_office(said, ROOT, today=TODAY, at=NOON)


@pytest.mark.skipif(find_spec("pyspark") is not None, reason="Spark is installed here")
@pytest.mark.parametrize("engine", ["spark://10.0.0.5:7077", "local[2]", "local[*]", "local"])
def test_without_spark_the_start_says_what_to_install(engine, tmp_path, t):
    with pytest.raises(EngineMissingError) as refused:
        opened_with(tmp_path, ENGINE=engine)
    sentence = t(refused.value.text_key, **refused.value.more)
    assert engine in sentence
    assert "requirements-spark.txt" in sentence
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize(
    "engine", ["yarn", "spark://", "spark://host", "http://host:1", "local[x]"]
)
def test_what_is_no_master_is_refused(engine, tmp_path):
    with pytest.raises(EngineUnknownError) as refused:
        opened_with(tmp_path, ENGINE=engine)
    assert engine in catalogue("en")(refused.value.text_key, **refused.value.more)


def test_without_the_setting_nothing_is_exported_and_nothing_kept(tmp_path):
    office = opened_in(tmp_path / "state")
    with office.ledger:
        board = board_of(office, tables(office.ledger))
    assert (board.engine, board.shelf) == (None, None)
    assert not [path for path in (tmp_path / "state").iterdir() if path.is_dir()]
