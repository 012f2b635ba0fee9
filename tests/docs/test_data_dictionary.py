"""The data dictionary says what the code reads."""

import tomllib

import pytest

from domain.columns import Projects, Reports, Tasks
from ingest.aliases import COLUMNS
from tests.conftest import ROOT
from tests.docs.data_dictionary import PAGE, page

WRITTEN = PAGE.read_text("utf-8")
PLAN = tomllib.loads((ROOT / "data/plan.toml").read_text("utf-8"))


def entries_of(table, path=""):
    for name, inside in table.items():
        here = f"{path}{name}"
        if isinstance(inside, dict):
            yield from entries_of(inside, f"{here}.")
        elif isinstance(inside, list) and isinstance(inside[0], dict):
            for one in inside:
                yield from entries_of(one, f"{here}.")
        else:
            yield here


def test_the_page_is_what_the_code_would_write():
    assert page() == WRITTEN, "run: python -m tests.docs.data_dictionary"


@pytest.mark.parametrize("column", [*Projects, *Tasks, *Reports])
def test_every_column_is_named(column):
    assert f"`{column}`" in WRITTEN


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_standard_header_is_named(kind):
    for column in COLUMNS[kind]:
        assert f"| {column.header} | `{column.name}` |" in WRITTEN


@pytest.mark.parametrize("entry", sorted(set(entries_of(PLAN))))
def test_every_entry_of_the_plan_is_named(entry):
    assert f"| `{entry}` |" in WRITTEN


@pytest.mark.parametrize("name", ["projects", "tasks"])
def test_every_header_of_the_delivered_tables_is_named(name):
    first = (ROOT / f"data/{name}.csv").read_text("utf-8-sig").splitlines()[0]
    for header in first.split(","):
        assert f"| {header.removesuffix('(亿元)')} |" in WRITTEN
