"""One code path: each metric has the same records on every engine as on pandas."""

import inspect
import pkgutil
from importlib import import_module

import pyarrow as pa
import pytest

from analysis import metrics
from analysis.frames import UnsafeTableError
from analysis.metrics import progress
from tests.engines import made
from tests.engines.metrics import METRICS, ledger_tables, worked_out
from tests.engines.records import assert_same, records

REPORTED, LATER = "2026-09", "2027-01"  # a reported month, and a later year in which nothing is


@pytest.fixture(scope="session", params=[REPORTED, LATER])
def month(request):
    return request.param


@pytest.fixture(scope="session")
def on_pandas(illustrated_board, month):
    return worked_out(ledger_tables(illustrated_board), month)


@pytest.fixture(scope="session")
def on_the_engine(illustrated_board, engine, month):
    """In the reported month each metric is one query down to the ledger's tables."""
    tables = engine(ledger_tables(illustrated_board))
    if month == REPORTED:
        return worked_out(tables, month)
    return worked_out(tables, month, settled=engine.settled)


@pytest.mark.parametrize("name", METRICS)
def test_a_metric_has_the_same_records(name, on_the_engine, on_pandas):
    assert_same(on_the_engine[name], on_pandas[name])


SUMS = ("overview.key_figures", "schedule.same_projects")  # one row, whatever is summed


def test_every_metric_stands_in_the_table():
    home = "analysis.metrics."
    public = {
        f"{module.name.removeprefix(home)}.{name}"
        for module in pkgutil.walk_packages(metrics.__path__, home)
        for name, value in vars(import_module(module.name)).items()
        if inspect.isfunction(value) and not name.startswith("_")
        if value.__module__ == module.name
    }
    assert public == {name.split()[0] for name in METRICS}


def test_a_thousand_made_up_reports_have_the_same_records(engine, illustrated_board):
    tables = {**ledger_tables(illustrated_board), **made.many(items=100)}
    here = worked_out(tables, "2026-02")
    there = worked_out(engine(tables), "2026-02", settled=engine.settled)
    assert len(records(here["progress.by_item"])) == 500
    for name in METRICS:
        assert_same(there[name], here[name])


def test_a_table_without_rows_has_none_on_any_engine(engine, illustrated_board):
    tables = {name: table.iloc[:0] for name, table in ledger_tables(illustrated_board).items()}
    here = worked_out(tables, REPORTED)
    there = worked_out(engine(tables), REPORTED, settled=engine.settled)
    for name in METRICS:
        assert_same(there[name], here[name])
        assert len(here[name]) == name.startswith(SUMS)


def test_a_pyarrow_table_is_refused():
    table = pa.table({"project_id": ["P01"]})
    with pytest.raises(UnsafeTableError):
        progress.items(table, table)
