"""What an item's value in a period is, and where it stands."""

from collections import defaultdict
from dataclasses import replace
from statistics import fmean

import narwhals as nw
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.frames import lazy, schedule_percent
from analysis.metrics import progress, reporting
from analysis.metrics.columns import Counted
from domain import rules
from domain.columns import Assignments, Projects, Reports, Tasks
from domain.periods import Period, between
from domain.rulebook import Rulebook, RuleSet
from domain.rules import ScheduleRule

RULES = RuleSet("默认", "", Period(2020, 3), ScheduleRule.MONTHS, -5, -15, due_day=25)
ALWAYS = Rulebook((RULES,))
SINCE_JULY = RuleSet("宽", "", Period(2026, 7), ScheduleRule.DAYS, -10, -30, due_day=25)
INTEGERS = (
    Reports.PERCENT_PPM,
    Reports.DONE_TOTAL_YUAN,
    Reports.YEAR_PLAN_YUAN,
    Reports.DONE_YTD_YUAN,
    Reports.VERSION,
)
UNITS = ("经济发展局", "财政局", "关堤乡")


def reports(*rows):
    table = pd.DataFrame(
        [
            {
                Reports.PERIOD.value: "2026-10",
                Reports.KIND.value: "任务",
                Reports.ITEM_ID.value: "T01",
                Reports.RESPONSIBLE_UNIT.value: "财政局",
                **dict.fromkeys(INTEGERS),
                Reports.VERSION.value: 1,
                **{str(name): cell for name, cell in row.items()},
            }
            for row in rows
        ],
        columns=[
            *map(str, (Reports.PERIOD, Reports.KIND, Reports.ITEM_ID)),
            Reports.RESPONSIBLE_UNIT.value,
            *map(str, INTEGERS),
        ],
    )
    return table.astype(dict.fromkeys(map(str, INTEGERS), "Int64"))


def assignments(*pairs):
    columns = [str(column) for column in Assignments]
    return pd.DataFrame(
        [(task, unit, place, capacity) for place, (task, unit, capacity) in enumerate(pairs, 1)],
        columns=columns,
    )


def judged(table, carried=None, rulebook=ALWAYS):
    return progress.by_item(table, assignments() if carried is None else carried, rulebook)


def test_the_value_of_an_item_is_the_mean_of_its_units_with_the_spread_shown():
    row = judged(
        reports(
            {Reports.RESPONSIBLE_UNIT: "财政局", Reports.PERCENT_PPM: 600_000},
            {Reports.RESPONSIBLE_UNIT: "关堤乡", Reports.PERCENT_PPM: 700_000},
        )
    ).iloc[0]
    assert (row[Counted.PERCENT_DONE], row[Counted.SPREAD_POINTS]) == (65, 10)


def test_the_leading_units_report_speaks_for_the_item():
    row = judged(
        reports(
            {Reports.RESPONSIBLE_UNIT: "财政局", Reports.PERCENT_PPM: 600_000},
            {Reports.RESPONSIBLE_UNIT: "关堤乡", Reports.PERCENT_PPM: 700_000},
        ),
        assignments(("T01", "关堤乡", "lead"), ("T01", "财政局", "joint")),
    ).iloc[0]
    assert (row[Counted.PERCENT_DONE], row[Counted.UNITS_REPORTED]) == (70, 1)


def test_a_project_with_a_year_plan_is_judged_by_the_completion_of_the_plan():
    row = judged(
        reports(
            {
                Reports.KIND: "项目",
                Reports.PERCENT_PPM: 10_000,
                Reports.YEAR_PLAN_YUAN: 200,
                Reports.DONE_YTD_YUAN: 160,
            }
        )
    ).iloc[0]
    assert row[Counted.JUDGED_PERCENT] == 80
    assert row[Counted.LIGHT] == "green"


def test_a_year_plan_of_zero_gives_no_rate():
    row = judged(reports({Reports.YEAR_PLAN_YUAN: 0, Reports.DONE_YTD_YUAN: 5})).iloc[0]
    assert pd.isna(row[Counted.COMPLETION_PERCENT])


def test_an_item_without_a_report_in_the_period_keeps_its_last_figure_and_says_so():
    table = judged(
        reports(
            {Reports.PERIOD: "2025-12", Reports.DONE_TOTAL_YUAN: 900, Reports.DONE_YTD_YUAN: 300}
        )
    )
    listed = pd.DataFrame({"item_kind": ["任务"], "item_id": ["T01"], "item_name": ["绿化"]})
    row = progress.standing(table, listed, "2026-01").iloc[0]
    assert (row[Reports.DONE_TOTAL_YUAN], row[Counted.REPORTED_PERIOD]) == (900, "2025-12")
    assert pd.isna(row[Reports.DONE_YTD_YUAN])  # another year
    assert (row[Counted.LIGHT], bool(row[Counted.IS_CURRENT])) == ("unreported", False)


def test_no_report_gives_no_row_and_no_exception():
    assert judged(reports()).empty


def schedules(months, rulebook):
    table = pd.DataFrame({"period": [str(month) for month in months]})
    column = lazy(table).select(schedule_percent(nw.col("period"), rulebook)).collect()
    return column.to_native().iloc[:, 0].tolist()


@pytest.mark.parametrize("rule", list(ScheduleRule))
def test_the_schedule_of_a_column_is_the_schedule_of_the_rules(rule):
    months = between(Period(2023, 11), Period(2025, 2))
    expected = [rules.schedule_percent(month, rule) for month in months]
    rulebook = Rulebook((replace(RULES, schedule=rule),))
    assert schedules(months, rulebook) == pytest.approx(expected)


def test_the_schedule_of_each_month_is_that_of_its_time():
    months = between(Period(2025, 12), Period(2026, 12))
    rulebook = Rulebook((RULES, SINCE_JULY))
    expected = [rulebook.schedule_percent(month) for month in months]
    assert schedules(months, rulebook) == pytest.approx(expected)
    assert expected[6:8] == [50, 212 * 100 / 365]  # June by months, July by days


def forty_percent(*months):
    return reports(*({Reports.PERIOD: month, Reports.PERCENT_PPM: 400_000} for month in months))


def test_a_past_month_is_judged_by_the_rule_of_its_time():
    table = judged(
        forty_percent("2026-06", "2026-07", "2026-09"), rulebook=Rulebook((RULES, SINCE_JULY))
    )
    gaps = [-10, 40 - 212 * 100 / 365, 40 - 273 * 100 / 365]  # half a year, 212 and 273 of 365 days
    assert table[Counted.GAP_POINTS].tolist() == pytest.approx(gaps)
    assert table[Counted.LIGHT].tolist() == ["yellow", "yellow", "red"]
    by_the_first = judged(forty_percent("2026-06", "2026-07", "2026-09"))
    assert by_the_first[Counted.LIGHT].tolist() == ["yellow", "red", "red"]


@settings(max_examples=15)  # each judges a year three times
@given(
    st.lists(st.integers(0, 1_000_000), min_size=12, max_size=12),
    st.builds(Period, st.just(2026), st.integers(1, 12)),
    st.sampled_from(ScheduleRule),
    st.floats(-60, 0),
    st.floats(-60, 0),
)
def test_a_set_from_a_month_on_changes_no_row_before_it(percents, since, schedule, one, other):
    table = reports(
        *(
            {Reports.PERIOD: f"2026-{month:02d}", Reports.PERCENT_PPM: ppm}
            for month, ppm in enumerate(percents, 1)
        )
    )
    later = RuleSet("新", "", since, schedule, max(one, other), min(one, other), due_day=25)
    before = judged(table)
    after = judged(table, rulebook=Rulebook((RULES, later)))
    earlier = before[Reports.PERIOD] < str(since)
    pd.testing.assert_frame_equal(after[earlier], before[earlier], check_exact=True)
    alone = judged(table, rulebook=Rulebook((later,)))
    pd.testing.assert_frame_equal(after[~earlier], alone[~earlier], check_exact=True)


def test_judged_again_it_is_as_judged_from_the_reports():
    table = forty_percent("2026-06", "2026-07", "2026-09")
    rulebook = Rulebook((RULES, SINCE_JULY))
    again = progress.judged(judged(table), rulebook)
    pd.testing.assert_frame_equal(again, judged(table, rulebook=rulebook), check_exact=True)


rows = st.builds(
    lambda unit, item, month, percent: {
        Reports.RESPONSIBLE_UNIT: unit,
        Reports.ITEM_ID: f"T{item}",
        Reports.PERIOD: f"2026-{month:02d}",
        Reports.PERCENT_PPM: percent,
    },
    st.sampled_from(UNITS),
    st.integers(1, 3),
    st.integers(1, 12),
    st.one_of(st.none(), st.integers(0, 1_000_000)),
)


@given(st.lists(rows, max_size=12))
def test_means_and_spreads_agree_with_plain_python(drawn):
    groups = defaultdict(list)
    for row in drawn:
        groups[row[Reports.ITEM_ID], row[Reports.PERIOD]].append(row[Reports.PERCENT_PPM])
    table = judged(reports(*drawn))
    assert len(table) == len(groups)
    for row in table.to_dict("records"):
        known = [ppm for ppm in groups[row["item_id"], row["period"]] if ppm is not None]
        if known:
            assert row["percent_done"] == pytest.approx(fmean(known) / 10_000)
            assert row["spread_points"] == pytest.approx((max(known) - min(known)) / 10_000)
        else:
            assert row["light"] == "unreported"


def test_a_task_is_owed_by_each_unit_and_a_project_by_any():
    expected = pd.DataFrame(
        [
            ("任务", "T01", "绿化", "财政局"),
            ("任务", "T01", "绿化", "关堤乡"),
            ("项目", "P01", "园区", "财政局"),
        ],
        columns=["item_kind", "item_id", "item_name", "responsible_unit"],
    )
    came = reports(
        {Reports.RESPONSIBLE_UNIT: "财政局"},
        {Reports.ITEM_ID: "P01", Reports.KIND: "项目", Reports.RESPONSIBLE_UNIT: "关堤乡"},
    )
    marked = reporting.owed(expected, came, "2026-10")
    owing = marked[marked[Counted.RECEIVED] == 0]
    assert owing[["item_id", "responsible_unit"]].to_numpy().tolist() == [["T01", "关堤乡"]]


def test_a_project_is_expected_from_its_own_unit_before_its_tasks_first_named():
    projects = pd.DataFrame(
        {
            Projects.ID.value: ["P01", "P02"],
            Projects.NAME.value: ["甲", "乙"],
            Projects.RESPONSIBLE_UNITS.value: ["关堤乡、财政局", None],
            Projects.SOURCE_TASK.value: ["T01", "T01"],
        }
    )
    tasks = pd.DataFrame({Tasks.ID.value: ["T01"], Tasks.NAME.value: ["绿化"]})
    carried = assignments(("T01", "经济发展局", "first_named"), ("T01", "财政局", "joint"))
    listed = reporting.expected(projects, tasks, carried)
    of_projects = listed[listed[Reports.KIND] == "项目"]
    assert of_projects[Reports.RESPONSIBLE_UNIT].tolist() == ["关堤乡", "经济发展局"]


def test_a_later_report_without_an_amount_takes_none_away():
    row = judged(
        reports(
            {Reports.DONE_TOTAL_YUAN: 900, Reports.VERSION: 3},
            {Reports.RESPONSIBLE_UNIT: "关堤乡", Reports.PERCENT_PPM: 500_000, Reports.VERSION: 4},
        )
    ).iloc[0]
    assert row[Reports.DONE_TOTAL_YUAN] == 900
