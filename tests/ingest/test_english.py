"""English headings: those of our own workbooks and no others."""

import pytest

from ingest.aliases import COLUMNS
from ingest.aliases.english import in_chinese
from ingest.headings import plain_header
from texts import catalogue

ENGLISH = catalogue("en")
OTHERS = ("serial", "reporting_unit", "year_plan", "completion", "gap", "judged_by", "light")


@pytest.mark.parametrize(
    ("name", "headings"),
    [(c.name, {c.header, *c.aliases}) for columns in COLUMNS.values() for c in columns],
)
def test_the_english_name_of_a_column_means_the_column(name, headings):
    assert plain_header(ENGLISH(f"column.{name}")) in headings


@pytest.mark.parametrize("name", OTHERS)
def test_a_heading_that_only_our_workbook_has_means_its_chinese_one(name):
    known = plain_header(catalogue("zh")(f"workbook.{name}"))
    assert plain_header(ENGLISH(f"workbook.{name}")) == known


def test_a_heading_of_somebody_else_stays_as_it_is():
    assert in_chinese("Projectbudget") == "Projectbudget"
    assert plain_header("project") == "project"
