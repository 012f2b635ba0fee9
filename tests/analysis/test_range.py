"""How often what items do later lies within the range that was estimated for them."""

from random import Random

import pandas as pd
import pytest

from analysis.metrics import pace
from commands.illustrated.course import drawn
from domain.periods import Period

ITEMS, SEED = 400, 20261126
FIRST = Period(2023, 11)  # the first month of a made-up course
LAST_MONTH = 60
STATED = range(3, 30)  # months in which estimates are made
COLUMNS = ["item_kind", "item_id", "period", "percent_done"]
KEY = ["item_kind", "item_id"]


@pytest.fixture(scope="module")
def history():
    """Four hundred made-up projects, month by month, five reports in a hundred missing."""
    random = Random(SEED)  # noqa: S311 - no secret
    rows = []
    for number in range(ITEMS):
        course = drawn(random)
        for month in range(LAST_MONTH):
            percent = course.percent(month)
            if percent > 0 and random.random() > 0.05:
                rows.append(("项目", f"P{number:03}", str(FIRST.earlier(-month)), percent))
    return pd.DataFrame(rows, columns=COLUMNS)


@pytest.fixture(scope="module")
def estimated(history):
    """One row per project and month with an estimate, and the month in which it really ended."""
    items = history[KEY].drop_duplicates().assign(item_name="园区")
    done = history[history["percent_done"] >= 100]
    ended = {item: Period.parse(month).index for item, month in _firsts(done)}
    every = []
    for month in STATED:
        period = str(FIRST.earlier(-month))
        table = pace.finishes(pace.of_items(history, items, period))
        current = table[table["reported_period"] == period]
        every.append(current.assign(month=FIRST.index + month, ended=current["item_id"].map(ended)))
    return pd.concat(every).dropna(subset=["likely_finish_month", "ended"])


def _firsts(done):
    firsts = done.groupby("item_id")["period"].min()
    return zip(firsts.index, firsts, strict=True)


def within(table, months):
    latest = table["latest_finish_month"].fillna(2**20)
    return float(((table["earliest_finish_month"] <= months) & (months <= latest)).mean())


def test_three_of_four_projects_end_within_the_range_estimated_for_them(estimated):
    assert len(estimated) > 1_000
    assert within(estimated, estimated["ended"]) > 0.75


@pytest.mark.parametrize("later", [3, 6])
def test_two_of_three_later_estimates_lie_within_the_range_of_the_earlier_one(estimated, later):
    then = estimated[[*KEY, "month", "likely_finish_month"]].assign(
        month=estimated["month"] - later
    )
    both = estimated.merge(then, on=[*KEY, "month"], suffixes=("", "_later"))
    assert within(both, both["likely_finish_month_later"]) > 0.66
