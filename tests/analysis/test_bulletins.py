"""Published bulletins come out right from their raw numbers."""

import pandas as pd
import pytest

from analysis.metrics import progress
from analysis.metrics.columns import Counted
from domain.columns import Assignments, Reports
from domain.periods import Period
from domain.rulebook import Rulebook, RuleSet
from domain.rules import ScheduleRule

RULES = Rulebook((RuleSet("默认", "", Period(2020, 3), ScheduleRule.MONTHS, -5, -15, due_day=25),))
NOBODY = pd.DataFrame(columns=[str(column) for column in Assignments], dtype="str")


def judged(period, *, done_yi=None, plan_yi=None, percent=None):
    report = {
        Reports.PERIOD: [period],
        Reports.KIND: ["项目"],
        Reports.ITEM_ID: ["全区"],
        Reports.RESPONSIBLE_UNIT: ["经济发展局"],
        Reports.PERCENT_PPM: pd.array([percent and percent * 10_000], dtype="Int64"),
        Reports.DONE_TOTAL_YUAN: pd.array([None], dtype="Int64"),
        Reports.YEAR_PLAN_YUAN: pd.array([plan_yi and round(plan_yi * 10**8)], dtype="Int64"),
        Reports.DONE_YTD_YUAN: pd.array([done_yi and round(done_yi * 10**8)], dtype="Int64"),
        Reports.VERSION: [1],
    }
    table = pd.DataFrame({str(name): cells for name, cells in report.items()})
    return progress.by_item(table, NOBODY, RULES).iloc[0]


@pytest.mark.parametrize(
    ("period", "done_yi", "plan_yi", "rate", "ahead"),
    [("2026-10", 629.0, 647.4, 97.16, 13.8), ("2026-08", 697.38, 906, 76.97, 10.3)],
)
def test_rate_and_gap_of_a_bulletin(period, done_yi, plan_yi, rate, ahead):
    row = judged(period, done_yi=done_yi, plan_yi=plan_yi)
    assert round(row[Counted.COMPLETION_PERCENT], 2) == rate
    assert round(row[Counted.GAP_POINTS], 1) == ahead


def test_74_percent_at_august_is_7_33_points_ahead():
    assert round(judged("2026-08", percent=74)[Counted.GAP_POINTS], 2) == 7.33


@pytest.mark.parametrize(
    ("percent", "light"),
    [
        (100, "done"),
        (79, "green"),
        (78, "yellow"),
        (69, "yellow"),
        (68, "red"),
        (None, "unreported"),
    ],
)
def test_lights_follow_the_gap_to_the_schedule(percent, light):
    assert judged("2026-10", percent=percent)[Counted.LIGHT] == light


def test_a_gap_on_the_threshold_keeps_the_better_light():
    assert judged("2026-12", percent=95)[Counted.LIGHT] == "green"
    assert judged("2026-12", percent=85)[Counted.LIGHT] == "yellow"
