"""When an item would be finished at its own pace, and when nothing can be said."""

from dataclasses import replace
from itertools import combinations
from statistics import median

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.charts.words import Words
from analysis.conclusions import progress as conclusions
from analysis.exhibits import past as exhibited
from analysis.exhibits import progress
from analysis.metrics import pace
from analysis.views import past
from analysis.views.supervision import Watched
from domain.columns import ItemKind
from domain.periods import Period
from tests.analysis.submitted import submissions
from texts import catalogue

ITEMS = pd.DataFrame({"item_kind": ["项目"], "item_id": ["P1"], "item_name": ["园区"]})
FIRST = Period(2026, 1)


def reported(percents):
    """One report a month from January 2026; None is a month without a report."""
    rows = [
        ("项目", "P1", str(FIRST.earlier(-at)), float(percent))
        for at, percent in enumerate(percents)
        if percent is not None
    ]
    columns = ["item_kind", "item_id", "period", "percent_done"]
    return pd.DataFrame(rows, columns=columns).astype(
        {"item_kind": "str", "item_id": "str", "period": "str", "percent_done": "float"}
    )


def paced(percents, period="2030-12"):
    return pace.of_items(reported(percents), ITEMS, period).iloc[0]


def finish(percents):
    table = pace.finishes(pace.of_items(reported(percents), ITEMS, "2030-12"))
    row = table.iloc[0]
    months = (row["earliest_finish_month"], row["likely_finish_month"], row["latest_finish_month"])
    return [None if pd.isna(one) else str(Period(*_split(int(one)))) for one in months]


def _split(index):
    year, month = divmod(index, 12)
    return year, month + 1


def test_a_steady_item_is_finished_when_its_pace_says_so():
    assert paced([10, 20, 30, 40])["points_a_month"] == 10
    assert finish([10, 20, 30, 40]) == ["2026-07", "2026-10", "2027-04"]


def test_slow_and_fast_are_half_and_double_the_pace_however_steady_it_was():
    row = paced([10, 20, 30, 40])
    assert row[["slow_points_a_month", "fast_points_a_month"]].tolist() == [5, 20]


def test_where_the_reports_lie_further_apart_their_own_quartiles_are_slow_and_fast():
    row = paced([0, 10, 12])  # slopes 10, 6 and 2
    assert row[["slow_points_a_month", "points_a_month", "fast_points_a_month"]].tolist() == [
        2,
        6,
        12,
    ]
    assert finish([0, 10, 12]) == ["2026-11", "2027-06", "2029-11"]


def test_one_odd_report_does_not_carry_the_pace_away():
    assert paced([10, 20, 90, 40, 50, 60])["points_a_month"] == 10


def test_a_month_without_a_report_counts_as_time():
    assert paced([10, None, 30, None, 50])["points_a_month"] == 10


@pytest.mark.parametrize("percents", [[], [40], [40, 50]])
def test_fewer_than_three_reports_are_not_enough(percents):
    row = paced(percents)
    assert pd.isna(row["points_a_month"])
    assert row["reported_months"] == len(percents)


def test_an_item_that_stands_still_reaches_no_month():
    assert finish([30, 30, 30]) == [None, None, None]


def test_an_item_nobody_reported_is_not_forecast_but_listed():
    assert finish([]) == [None, None, None]


def test_an_item_that_is_done_is_not_forecast():
    assert pace.finishes(pace.of_items(reported([80, 90, 100]), ITEMS, "2030-12")).empty


def test_later_reports_than_the_period_are_not_known_yet():
    assert paced([10, 20, 30, 90, 95], period="2026-03")["points_a_month"] == 10


@pytest.mark.parametrize(
    ("percents", "month", "year_end"),
    [
        ([(8, 40), (9, 45), (10, 50)], None, 60),
        ([(8, 70), (9, 80), (10, 90)], "2026-11", 100),
    ],
)
def test_a_task_reaches_no_month_after_december_but_a_percent(percents, month, year_end):
    row = task_at([(f"2026-{at:02}", done) for at, done in percents], "2026-10")
    likely = row["likely_finish_month"]
    assert (None if pd.isna(likely) else str(Period(*_split(int(likely))))) == month
    assert row["year_end_percent"] == pytest.approx(year_end)


def test_the_pace_of_a_task_begins_anew_in_january():
    stated = [("2025-11", 90), ("2025-12", 100), ("2026-01", 4), ("2026-02", 8), ("2026-03", 12)]
    row = task_at(stated, "2026-03")
    assert (row["reported_months"], row["points_a_month"]) == (3, pytest.approx(4))
    assert row["year_end_percent"] == pytest.approx(48)


def task_at(stated, period):
    table = reported([done for _, done in stated])
    table = table.assign(item_kind="任务", period=[month for month, _ in stated])
    return pace.finishes(pace.of_items(table, ITEMS.assign(item_kind="任务"), period)).iloc[0]


def test_only_the_last_six_reports_count():
    assert paced([0, 0, 0, 0, 10, 20, 30, 40, 50, 60])["points_a_month"] == 10


percents = st.lists(st.one_of(st.none(), st.integers(0, 99)), max_size=14)


@given(percents)
def test_the_pace_is_the_median_of_all_slopes_as_plain_python_has_it(drawn):
    known = [(at, percent) for at, percent in enumerate(drawn) if percent is not None][-6:]
    slopes = sorted((b - a) / (n - m) for (m, a), (n, b) in combinations(known, 2))
    row = paced(drawn)
    if len(known) < 3:
        assert pd.isna(row["points_a_month"])
        return
    assert row["points_a_month"] == pytest.approx(median(slopes))
    pace, slow, fast = (
        row[name] for name in ("points_a_month", "slow_points_a_month", "fast_points_a_month")
    )
    assert min(slopes[0], pace / 2) <= slow <= min(pace, pace / 2)
    assert max(pace, pace * 2) <= fast <= max(slopes[-1], pace * 2)


def test_what_is_too_far_off_to_name_a_month_or_reaches_none_comes_before_what_has_one(
    illustrated_board,
):
    percents = {"P01": (1, 2, 3), "P02": (10, 20, 30), "P03": (30, 40, 50), "P04": (7, 7, 7)}
    rows = [
        (f"2026-{8 + at:02}", item, "财政局", {"percent_done_ppm": round(percent * 10_000)})
        for item, stated in percents.items()
        for at, percent in enumerate(stated)
    ]
    board = replace(illustrated_board, reports=submissions(*rows))
    listed = past.finishes(board, Period(2026, 10), ItemKind.PROJECT)["item_id"].tolist()
    assert listed[:4] == ["P01", "P04", "P02", "P03"]
    assert past.too_far(board, Period(2026, 10), ItemKind.PROJECT) == 2


def test_a_picture_of_estimates_has_pages_for_what_is_not_done_alone(illustrated_board):
    rows = [
        (f"2026-{month:02}", item, "财政局", {"percent_done_ppm": done * 10_000})
        for item, done in (("P01", 100), ("P02", 30))
        for month in (8, 9, 10)
    ]
    board, october = replace(illustrated_board, reports=submissions(*rows)), Period(2026, 10)
    every, open_ones = (
        exhibited.listed(view, board, october, subjects="projects")
        for view in ("heatmap", "finishes")
    )
    assert (every, open_ones) == (len(board.projects), len(board.projects) - 1)


@pytest.mark.parametrize(
    ("due", "done", "said"),
    [("2027-01", (1, 2, 2), "晚 5 年以上"), ("2031-09", (6, 7, 9), "要到 5 年以后")],
)
def test_beyond_five_years_a_conclusion_says_nothing_in_months(
    illustrated_board, plan, due, done, said
):
    rows = [
        (f"2026-{8 + at:02}", "P01", "财政局", {"percent_done_ppm": percent * 10_000})
        for at, percent in enumerate(done)
    ]
    projects = illustrated_board.projects.assign(planned_finish=due)
    board = replace(illustrated_board, reports=submissions(*rows), projects=projects)
    watched = Watched(board, board.reports, "2026-11-01", {})
    sentence = conclusions.finishes(ItemKind.PROJECT)(
        watched, Period(2026, 10), Words(catalogue("zh"), plan)
    )
    assert said in sentence
    assert "个月" not in sentence


def test_a_finished_item_is_not_among_the_slowest_lines(illustrated_board):
    stated = {"P01": 100, "P02": 30, "P03": 10}
    rows = [
        ("2026-10", item, "财政局", {"percent_done_ppm": percent * 10_000})
        for item, percent in stated.items()
    ]
    board, month = replace(illustrated_board, reports=submissions(*rows)), Period(2026, 10)
    names = dict(zip(board.items["item_id"], board.items["item_name"], strict=True))
    lines = progress.followable(board, month, "projects")
    assert progress.behind_most(board, lines, month, "projects") == [names["P03"], names["P02"]]
