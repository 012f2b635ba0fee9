"""The right answer at 100,000 rows, worked out by hand: there a wrong one was once silent."""

from collections import defaultdict
from math import floor

import pytest

from analysis.metrics import progress
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.periods import Period
from tests.engines import made
from tests.engines.metrics import BY_MONTHS, RULES
from tests.engines.records import assert_same, records

ITEMS, MONTH = 10_000, "2026-02"
AMOUNTS = ("done_total_yuan", "year_plan_yuan", "done_ytd_yuan")


@pytest.fixture(scope="module")
def ledger():
    return made.many(ITEMS)


@pytest.fixture(scope="module")
def by_item(ledger):
    return progress.by_item(ledger["reports"], ledger["assignments"], BY_MONTHS)


@pytest.fixture(scope="module")
def by_hand(ledger):
    """The model: one dictionary per item and month, in plain Python."""
    leads = {
        (row["task_id"], row["responsible_unit"])
        for row in records(ledger["assignments"])
        if row["capacity"] == "lead"
    }
    reported = defaultdict(list)
    for row in records(ledger["reports"]):
        reported[row["item_kind"], row["item_id"], row["period"]].append(row)
    return [judged(key, reported[key], leads) for key in sorted(reported)]


def judged(key, rows, leads):
    rows = [row for row in rows if (row["item_id"], row["responsible_unit"]) in leads] or rows
    ppm = [row["percent_done_ppm"] for row in rows if row["percent_done_ppm"] is not None]
    amounts = {name: newest(name, rows) for name in AMOUNTS}
    done, plan = amounts["done_ytd_yuan"], amounts["year_plan_yuan"]
    percent = sum(ppm) / len(ppm) / 10_000 if ppm else None
    completion = done * 100 / plan if plan and done is not None else None
    due = BY_MONTHS.schedule_percent(Period.parse(key[2]))
    found = percent if completion is None else completion
    return {
        **dict(zip(progress.KEY, key, strict=True)),
        Counted.UNITS_REPORTED: len(rows),
        Counted.PERCENT_DONE: percent,
        Counted.SPREAD_POINTS: (max(ppm) - min(ppm)) / 10_000 if ppm else None,
        **amounts,
        Counted.COMPLETION_PERCENT: completion,
        Counted.SCHEDULE_PERCENT: due,
        Counted.JUDGED_PERCENT: found,
        Counted.GAP_POINTS: nine_decimals(found - due) if found is not None else None,
        Counted.LIGHT: light(percent, found, due),
    }


def newest(amount, rows):
    stated = [(row["version"], row[amount]) for row in rows if row[amount] is not None]
    return max(stated)[1] if stated else None


def nine_decimals(points):
    return floor(points * 1e9 + 0.5) / 1e9 if abs(points) < 1e6 else points


def light(percent, found, due):
    if percent is not None and percent >= 100:
        return "done"
    return RULES.lights.judge(
        percent_done=None if found is None else min(found, 99), schedule_percent=due
    )


def test_every_item_and_month_is_judged_as_by_hand(by_item, by_hand, ledger):
    assert len(ledger["reports"]) == 100_000
    assert records(by_item) == by_hand


def test_every_item_stands_as_by_hand(by_item, by_hand, ledger):
    items = progress.items(ledger["projects"], ledger["tasks"])
    last = {row[Reports.ITEM_ID]: row for row in by_hand if row[Reports.PERIOD] <= MONTH}
    standing = records(progress.standing(by_item, items, MONTH))
    assert [row[Reports.ITEM_ID] for row in standing] == list(last)
    for row in standing:
        model = last[row[Reports.ITEM_ID]]
        assert {name: row[name] for name in model.keys() - {Reports.PERIOD}} == {
            name: cell for name, cell in model.items() if name != Reports.PERIOD
        }
        assert (row[Counted.REPORTED_PERIOD], row[Counted.IS_CURRENT]) == (MONTH, True)


def test_duckdb_says_the_same(by_item, ledger, duckdb_engine):
    there = duckdb_engine(ledger)
    table = progress.by_item(there["reports"], there["assignments"], BY_MONTHS)
    assert_same(table, by_item)
    items = progress.items(there["projects"], there["tasks"])
    here = progress.items(ledger["projects"], ledger["tasks"])
    assert_same(progress.standing(table, items, MONTH), progress.standing(by_item, here, MONTH))
