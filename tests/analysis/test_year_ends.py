"""The picture of how far tasks come in their year: what is told apart, and what is never a fact."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.charts import forecast_words, year_end_words, year_ends
from analysis.charts.rows import rows_of
from analysis.charts.spoken import spoken
from analysis.charts.words import Words
from analysis.exhibits import past as exhibited
from domain.periods import Period
from tests.analysis.submitted import submissions
from texts import catalogue

OCTOBER = Period(2026, 10)
NOVEMBER, DECEMBER = OCTOBER.index + 1, OCTOBER.index + 2
COLUMNS = (
    "percent_done",
    "points_a_month",
    "earliest_finish_month",
    "likely_finish_month",
    "latest_finish_month",
    "year_end_percent",
    "year_end_percent_at_slow_pace",
    "year_end_percent_at_fast_pace",
)
MISSED = (72.0, 8.0, None, None, None, 88.0, 86.8, 88.7)
FALLING = (60.0, -2.0, None, None, None, 56.0, 50.0, 58.0)
FASTER = (80.0, 9.0, DECEMBER, None, None, 98.1, 92.2, 100.0)
REACHED = (90.0, 7.0, NOVEMBER, DECEMBER, DECEMBER, 100.0, 100.0, 100.0)
SLOWER = (80.0, 10.0, DECEMBER, DECEMBER, None, 100.0, 91.2, 100.0)
TOO_FEW = (35.0, *[None] * 7)
SILENT = (None,) * 8
DONE = (100.0, 11.0, *[None] * 6)


@pytest.fixture
def words(plan):
    return Words(catalogue("zh"), plan)


def table(*rows):
    listed = pd.DataFrame(rows, columns=list(COLUMNS), dtype="object")
    numbers = range(1, len(rows) + 1)
    return listed.assign(
        item_kind="任务",
        item_id=[f"T{number}" for number in numbers],
        item_name=[f"事项{number}" for number in numbers],
        planned_finish_period=None,
        reported_period=["2026-10" if row[0] is not None else None for row in rows],
        reported_months=6,
    )


def row(cells):
    return rows_of(table(cells))[0]


def named(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


def ranges(figure):
    lines = [trace for trace in figure.data if trace.type == "scatter"]
    return {tuple(trace.x) for trace in lines if trace.mode == "lines+markers"}


@pytest.mark.parametrize(
    ("cells", "said", "short"),
    [
        (MISSED, "✕ 年底 86.8%—88.7%", "✕ 86.8%—88.7%"),
        ((60.0, 0.0, None, None, None, 60.0, 60.0, 60.0), "✕ 年底约 60.0%", "✕ 约 60.0%"),
        (FASTER, "✕ 约 98.1%，快则12月", "✕ 约 98.1%，快则12月"),
        (REACHED, "✓ 11—12月完成", "✓ 11—12月完成"),
        (SLOWER, "✓ 约12月，慢则 91.2%", "✓ 约12月，慢则 91.2%"),
        (TOO_FEW, "? 上报不足 3 个月", "? 上报不足 3 个月"),
        (DONE, "★ 已完成", "★ 已完成"),
    ],
)
def test_each_outlook_has_its_own_sign_and_few_words(words, cells, said, short):
    assert year_end_words.beside(row(cells), words) == said
    assert year_end_words.beside(row(cells), words, short=True) == short


def test_the_solid_bar_ends_at_what_is_reported_and_the_estimate_is_a_tint_of_its_own(words):
    figure = year_ends.by_december(table(MISSED, REACHED, TOO_FEW, SILENT, DONE), OCTOBER, words)
    reported = named(figure, "最近上报进度")
    assert list(zip(reported.y, reported.x, strict=True)) == [
        ("T1", 72.0),
        ("T2", 90.0),
        ("T3", 35.0),
        ("T5", 100.0),
    ]
    missed, reached = (named(figure, sign) for sign in ("✕ 推算年内完不成", "✓ 推算年内能完成"))
    assert (list(missed.base), [round(one, 1) for one in missed.x]) == ([72.0], [16.0])
    assert (list(reached.base), list(reached.x)) == ([90.0], [10.0])
    assert missed.marker.pattern.shape
    assert not reached.marker.pattern.shape


def test_a_range_short_of_the_whole_has_a_mark_at_both_ends_and_one_at_the_whole_none(words):
    figure = year_ends.by_december(table(MISSED, REACHED), OCTOBER, words)
    assert ranges(figure) == {(86.8, 88.7, None)}


def test_a_pace_that_falls_draws_no_more_than_is_reported_and_its_range_within(words):
    figure = year_ends.by_december(table(FALLING), OCTOBER, words)
    assert list(named(figure, "✕ 推算年内完不成").x) == [None]
    assert ranges(figure) == {(50.0, 58.0, None)}


def test_rows_are_read_aloud_with_what_becomes_of_each(words):
    said = spoken(year_ends.by_december(table(MISSED, SILENT), OCTOBER, words), words.t)
    assert said == (
        "事项1：最近上报进度 72.0%（2026年10月），推算年内完不成，年底 86.8%—88.7%。"
        "事项2：本年未上报进度，上报不足 3 个月"
    )


def test_pointing_anywhere_in_a_row_says_all_of_it(words):
    figure = year_ends.by_december(table(MISSED, REACHED, DONE), OCTOBER, words)
    assert all(trace.hoverinfo == "skip" for trace in figure.data[1:])
    assert list(figure.data[0].x) == [100] * 3
    assert figure.data[0].hovertext[0].split("<br>") == [
        "事项1",
        "最近上报进度 72.0%（2026年10月）",
        "按近 6 个月自身进度推算，非计划：年内完不成（年底约 88.0%，86.8%—88.7%）",
    ]


def test_a_slow_pace_that_does_not_end_in_the_year_says_how_far_it_comes(words):
    assert forecast_words.within(row(SLOWER), OCTOBER, words) == (
        "约2026年12月，快则2026年12月，慢则年底 91.2%"
    )


def test_a_task_that_is_done_has_the_last_row_and_one_without_reports_stands_before_it(
    illustrated_board,
):
    rows = [
        (f"2026-{month:02}", item, "财政局", {"percent_done_ppm": done * 10_000})
        for item, percents in (("T01", (80, 90, 100)), ("T02", (10, 20, 30)))
        for month, done in zip((8, 9, 10), percents, strict=True)
    ]
    board = replace(illustrated_board, reports=submissions(*rows))
    listed = exhibited.estimated(board, OCTOBER, subjects="tasks").apart["item_id"].tolist()
    assert len(listed) == len(board.tasks)
    assert (listed[0], listed[-1]) == ("T02", "T01")
