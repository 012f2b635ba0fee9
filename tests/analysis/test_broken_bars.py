"""A bar that is far beyond the others is broken, and its true figure stands beside it."""

import pandas as pd
import pytest

from analysis.charts import bullets, progress
from analysis.charts.words import Words
from texts import catalogue


@pytest.fixture
def words(plan):
    return Words(catalogue("zh"), plan)


def projects(*rates):
    return pd.DataFrame(
        [
            {
                "item_id": f"P{number}",
                "item_name": f"{number}号",
                "chain": None,
                "projects": 1,
                "done_ytd_yuan": 10**8,
                "year_plan_yuan": 10**8,
                "completion_percent": rate,
                "schedule_percent": 75.0,
                "light": "green",
            }
            for number, rate in enumerate(rates, 1)
        ]
    )


def behind(*gaps):
    return pd.DataFrame(
        [
            {
                "item_kind": "task",
                "item_id": f"T{number}",
                "item_name": f"{number}号",
                "gap_points": gap,
                "light": "green" if gap > 0 else "red",
                "percent_done": 50.0,
                "done_total_yuan": None,
                "year_plan_yuan": None,
            }
            for number, gap in enumerate(gaps, 1)
        ]
    )


def ends_of(figure):
    starts = figure.data[0].base or [0] * len(figure.data[0].x)
    return [start + x for start, x in zip(starts, figure.data[0].x, strict=True)]


def test_a_rate_far_beyond_the_plan_leaves_the_others_their_length(words):
    figure = bullets.of_projects(projects(47.8, 106.9, 8399.6), words)
    assert ends_of(figure) == [47.8, 106.9, 126.0, 150.0]
    assert list(figure.data[0].y) == ["P1", "P2", "P3", "P3"]
    assert list(figure.layout.xaxis.range) == [0, 150]
    texts = next(one.text for one in figure.data if one.type == "scatter" and one.mode == "text")
    assert texts[-1].strip() == "8399.6%（+8324.6，超年度计划）"


def test_rates_of_one_size_are_whole_bars(words):
    figure = bullets.of_projects(projects(47.8, 106.9, 240.0), words)
    assert figure.data[0].base is None
    assert list(figure.data[0].x) == [47.8, 106.9, 240.0]


@pytest.mark.parametrize(
    ("rates", "broken"), [([8399.6, 60.0], True), ([240.0], False), ([], False)]
)
def test_the_caption_asks_whether_a_bar_is_broken(rates, broken):
    assert bullets.is_broken(rates) is broken


def test_who_is_far_ahead_leaves_what_is_behind_its_length(words):
    table = behind(-50.4, 12.6, 8316.3)
    figure = progress.gaps(table, words)
    ahead = next(one for one in figure.data if one.type == "bar" and "T3" in one.y)
    assert list(ahead.y) == ["T2", "T3", "T3"]
    assert [start + x for start, x in zip(ahead.base, ahead.x, strict=True)] == [12.6, 42.0, 50.0]
    assert list(ahead.textposition) == ["outside", "none", "outside"]
    assert ahead.text[-1] == "● +8316.3"
    assert progress.is_broken(table)
    assert not progress.is_broken(behind(-50.4, 90.0))
