"""The same code path on Spark: each metric has the same records as on pandas."""

import pyarrow as pa
import pytest

from tests.engines import made
from tests.engines.metrics import METRICS, ledger_tables, worked_out
from tests.engines.records import assert_same

MONTH = "2026-09"


@pytest.fixture(scope="session")
def spark_engine(spark):
    return lambda tables: {
        name: spark.createDataFrame(pa.Table.from_pandas(table, preserve_index=False))
        for name, table in tables.items()
    }


@pytest.fixture(scope="session")
def on_pandas(illustrated_board):
    return worked_out(ledger_tables(illustrated_board), MONTH)


@pytest.fixture(scope="session")
def on_spark(illustrated_board, spark_engine):
    return worked_out(spark_engine(ledger_tables(illustrated_board)), MONTH, settled=once)


def once(table):
    """Work a table out and keep it; else every table made of it would work it out again."""
    return table.localCheckpoint()


@pytest.mark.parametrize("name", METRICS)
def test_a_metric_has_the_same_records(name, on_spark, on_pandas):
    assert_same(on_spark[name], on_pandas[name])


def test_ten_thousand_made_up_reports_have_the_same_records(spark_engine, illustrated_board):
    tables = {**ledger_tables(illustrated_board), **made.many(items=1000)}
    here, there = (
        worked_out(tables, "2026-02"),
        worked_out(spark_engine(tables), "2026-02", settled=once),
    )
    for name in ("progress.standing", "series.of_units", "series.of_chains"):
        assert_same(there[name], here[name])
