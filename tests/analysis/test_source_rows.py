"""The rows of a number are counted as they are, and put into words only when they are looked at."""

import pandas as pd
import pytest

from analysis.circular.source_rows import SourceRows, together
from analysis.circular.written import Source

TABLE = pd.DataFrame({"unit": ["甲", "乙", None, "甲"], "late": [1, 0, 1, pd.NA]}).astype(
    {"unit": "str", "late": "Int64"}
)


@pytest.fixture
def worded():
    """What was put into words so far."""
    return []


@pytest.fixture
def every(worded):
    def say(row):
        worded.append(row["unit"])
        return Source(None, None, None, row["unit"], "2026-10")

    return SourceRows.of(TABLE, say)


def units(found):
    return [one.responsible_unit for one in found]


def test_counting_and_choosing_puts_nothing_into_words(every, worded):
    assert (len(every), len(every.where(TABLE["late"])), len(every.by("unit")["甲"])) == (4, 2, 2)
    assert worded == []


def test_a_row_that_is_looked_at_is_put_into_words_alone(every, worded):
    assert every[1].responsible_unit == "乙"
    assert worded == ["乙"]
    assert units(every[2:]) == [None, "甲"]


def test_rows_stand_by_unit_in_the_order_of_the_table_and_nobodys_under_none(every):
    assert {unit: units(found) for unit, found in every.by("unit").items()} == {
        "甲": ["甲", "甲"],
        "乙": ["乙"],
    }


def test_the_rows_of_several_numbers_follow_each_other(every):
    of_unit = every.by("unit")
    assert units(together([of_unit["乙"], of_unit["甲"]])) == ["乙", "甲", "甲"]
    assert units(together([(), of_unit["乙"]])) == ["乙"]
    assert units(together([])) == []
