"""Reports nobody thought of are judged alike on pandas and on DuckDB."""

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.metrics import progress, series
from domain.columns import ItemKind
from domain.periods import Period
from domain.rulebook import RuleSet
from domain.rules import ScheduleRule
from tests.engines import made
from tests.engines.metrics import BY_DAYS, BY_MONTHS
from tests.engines.records import assert_same

ITEMS = (("项目", "P01"), ("项目", "P02"), ("任务", "T01"), ("任务", "T02"))
PERIODS = ("2023-12", "2024-02", "2024-03", "2025-01", "2025-12")
SINCE = RuleSet("宽", "", Period(2024, 3), ScheduleRule.MONTHS, -10, -30, due_day=25)
BOOKS = (BY_MONTHS, BY_DAYS, BY_DAYS.with_set(SINCE))
ALL = made.ledger(
    made.reports(
        [{"period": "2024-02", "item_kind": kind, "item_id": item} for kind, item in ITEMS]
    )
)

yuan = st.none() | st.integers(0, 5) | st.integers(0, 10**15)
report = st.fixed_dictionaries(
    {
        "item": st.sampled_from(ITEMS),
        "period": st.sampled_from(PERIODS),
        "responsible_unit": st.sampled_from(made.UNITS),
        "percent_done_ppm": st.none() | st.integers(0, 1_000_000),
        "done_total_yuan": yuan,
        "year_plan_yuan": yuan,
        "done_ytd_yuan": yuan,
        "version": st.integers(3, 6),
    }
)
tables = st.lists(
    report, max_size=40, unique_by=lambda row: (row["item"], row["period"], row["responsible_unit"])
).map(
    lambda rows: made.reports(
        [{**row, "item_kind": row["item"][0], "item_id": row["item"][1]} for row in rows]
    )
)


def followed(t, rulebook, month):
    """What is told of every item over time, and where it stands."""
    by_item = progress.by_item(t["reports"], t["assignments"], rulebook)
    items = progress.items(t["projects"], t["tasks"])
    return {
        "by_item": by_item,
        "standing": progress.standing(by_item, items, month),
        "of_items": series.of_items(by_item, items, ItemKind.PROJECT),
        "of_units": series.of_units(t["reports"], rulebook),
        "of_chains": series.of_chains(by_item, t["projects"]),
    }


@settings(max_examples=20)  # each plans five queries
@given(reports=tables, rulebook=st.sampled_from(BOOKS), month=st.sampled_from(PERIODS))
def test_random_reports_have_the_same_records(duckdb_engine, reports, rulebook, month):
    ledger = {**ALL, "reports": reports}
    here, there = (
        followed(ledger, rulebook, month),
        followed(duckdb_engine(ledger), rulebook, month),
    )
    for name, table in here.items():
        assert_same(there[name], table)
