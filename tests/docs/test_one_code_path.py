"""docs/decisions/narwhals.md: every metric gives the same rows on pandas and on DuckDB."""

from itertools import count

import duckdb
import pandas as pd
import pytest

from analysis import plan_tables
from analysis.metrics import investment, load, overview, progress, reporting, series
from domain import rules
from domain.columns import ItemKind
from domain.periods import Period

OCTOBER = Period(2026, 10)


def metrics(board, taken_in):
    """Work every metric out on the board's tables as ``taken_in`` hands them over."""
    plan = board.plan
    projects, tasks = taken_in(board.projects), taken_in(board.tasks)
    assignments, reports = taken_in(board.assignments), taken_in(board.reports)
    units, chains = (
        taken_in(listed(plan)) for listed in (plan_tables.responsible_units, plan_tables.chains)
    )
    schedule = rules.schedule_percent(OCTOBER, plan.schedule_rule)
    items = progress.items(projects, tasks)
    by_item = progress.by_item(reports, assignments, plan.schedule_rule, plan.light_rule)
    standing = progress.standing(by_item, items, str(OCTOBER))
    expected = reporting.expected(projects, tasks, assignments)
    owed = reporting.owed(expected, reports, str(OCTOBER))
    return {
        "items": items,
        "by_item": by_item,
        "standing": standing,
        "expected": expected,
        "owed": owed,
        "owed_by_unit": reporting.by_unit(owed, units),
        "load": load.by_unit(assignments, units),
        "load_by_section": load.by_unit_and_section(assignments, tasks),
        "investment": investment.by_chain(projects, standing, chains),
        "overview": overview.key_figures(projects, standing, owed, schedule_percent=schedule),
        "projects_over_time": series.of_items(by_item, items, ItemKind.PROJECT),
        "units_over_time": series.of_units(reports, plan.schedule_rule),
        "chains_over_time": series.of_chains(by_item, projects),
    }


@pytest.fixture(scope="module")
def on_duckdb(illustrated_board):
    database, number = duckdb.connect(), count()

    def taken_in(table: pd.DataFrame):
        name = f"t{next(number)}"
        database.register(name, table.astype(dict.fromkeys(table.select_dtypes("str"), object)))
        return database.table(name)

    yield metrics(illustrated_board, taken_in)
    database.close()


@pytest.fixture(scope="module")
def on_pandas(illustrated_board):
    return metrics(illustrated_board, lambda table: table)


def rows_of(table: pd.DataFrame, columns):
    return sorted(
        tuple(_cell(row[column]) for column in columns) for row in table.to_dict("records")
    )


def _cell(cell):
    if pd.isna(cell):
        return ""
    return cell if isinstance(cell, str) else f"{float(cell):.6f}"


def test_every_metric_gives_the_same_rows(on_pandas, on_duckdb):
    for name, table in on_pandas.items():
        relation = on_duckdb[name]
        assert isinstance(relation, duckdb.DuckDBPyRelation)
        same = rows_of(relation.df(), table.columns)
        assert rows_of(table, table.columns) == same, name
