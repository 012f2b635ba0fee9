"""A board whose large tables are worked out by another engine tells the same."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.catalogue import METRICS
from analysis.engine import Elsewhere, Fed
from domain.columns import ItemKind
from domain.periods import Period
from store.spark import fetched

MONTH = Period(2026, 9)
NAMES = ("projects", "tasks", "assignments", "reports")


@pytest.fixture
def elsewhere(illustrated_board, duckdb_engine):
    """The illustrative board, its large tables worked out by DuckDB."""
    tables = {name: getattr(illustrated_board, name) for name in NAMES}
    plan = illustrated_board.plan
    empty = Fed(plan, **{name: table.iloc[:0] for name, table in tables.items()})
    engine = Elsewhere(lambda: Fed(plan, **duckdb_engine(tables)), empty, fetched)
    without = replace(illustrated_board, reports=illustrated_board.reports.copy())
    return without.backed_by(engine=engine)


def assert_same(found, expected):
    """Rows, order and types are equal; only pandas' own row numbers may differ."""
    expected = expected.reset_index(drop=True)
    pd.testing.assert_frame_equal(found.reset_index(drop=True), expected, check_exact=True)


@pytest.mark.parametrize("name", METRICS)
def test_every_table_is_the_same_to_the_last_digit(name, elsewhere, illustrated_board):
    assert_same(METRICS[name](elsewhere, MONTH), METRICS[name](illustrated_board, MONTH))


@pytest.mark.parametrize("kind", ItemKind)
def test_what_is_told_of_items_over_time_is_the_same(kind, elsewhere, illustrated_board):
    assert_same(elsewhere.of_items(kind), illustrated_board.of_items(kind))


def test_the_engine_is_asked_only_when_a_table_is(illustrated_board):
    def never() -> Fed:
        raise AssertionError

    empty = Fed(illustrated_board.plan, *(getattr(illustrated_board, n).iloc[:0] for n in NAMES))
    board = replace(illustrated_board).backed_by(engine=Elsewhere(never, empty, fetched))
    assert len(board.load) == len(illustrated_board.load)
    with pytest.raises(AssertionError):
        board.standing(MONTH)
