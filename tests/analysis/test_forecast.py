"""The picture of estimated finishes: what is overdue, where now is, how sure a month is."""

from itertools import pairwise

import pandas as pd
import pytest

from analysis.charts import forecast, forecast_words
from analysis.charts.months import YIELDS
from analysis.charts.words import Words
from domain.periods import Period
from texts import catalogue

OCTOBER = Period(2026, 10)


@pytest.fixture
def words(plan):
    return Words(catalogue("zh"), plan)


def drawn(words, *due, months=(1.0, 1.0, 1.0)):
    """One item per month due; the earliest, likely and latest finish in months after October."""
    earliest, likely, latest = (OCTOBER.index + one for one in months)
    table = pd.DataFrame(
        {
            "item_id": [f"T{number}" for number in range(len(due))],
            "item_name": [f"事项{number}" for number in range(len(due))],
            "planned_finish_period": list(due),
            "points_a_month": 5.0,
            "reported_months": 6,
            "earliest_finish_month": earliest,
            "likely_finish_month": likely,
            "latest_finish_month": latest,
        }
    )
    return forecast.finishes(table, OCTOBER, words)


def marks(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


def test_the_axis_begins_with_the_earliest_month_due_so_that_what_is_overdue_is_seen(words):
    figure = drawn(words, "2026-06", "2027-03")
    assert figure.layout.xaxis.range[0] < Period(2026, 6).index
    assert list(marks(figure, "计划完成").x) == [Period(2026, 6).index, Period(2027, 3).index]


def test_what_was_due_more_than_a_year_ago_has_an_arrow_at_the_edge(words):
    figure = drawn(words, "2024-01", "2027-03")
    arrow = marks(figure, "计划完成早于所示月份")
    assert list(arrow.x) == [Period(2025, 10).index]
    assert arrow.marker.symbol == "triangle-left"


def test_an_overdue_item_says_for_how_long_beside_its_name(words):
    names = [note.text for note in drawn(words, "2026-06", "2026-10").layout.annotations]
    assert names == ["事项0　逾期 4 个月", "事项1"]


def months_apart(places):
    return {after - before for before, after in pairwise(places)}


@pytest.mark.parametrize(
    ("due", "wide", "on_a_phone"), [("2031-09", 12, 24), ("2028-09", 3, 12), ("2027-05", 1, 3)]
)
def test_ticks_stand_an_equal_step_apart_with_the_month_of_the_reports_among_them(
    words, due, wide, on_a_phone
):
    axis = drawn(words, due).layout.xaxis
    named = dict(zip(axis.tickvals, axis.ticktext, strict=True))
    kept = [place for place, name in named.items() if not name.endswith(YIELDS)]
    assert (months_apart(named), months_apart(kept)) == ({wide}, {on_a_phone})
    assert OCTOBER.index in kept
    assert all("年" in name for name in named.values())


def test_what_ends_beyond_the_edge_at_a_fast_pace_too_is_an_arrow_alone(words):
    figure = drawn(words, "2027-03", months=(70.0, 80.0, 90.0))
    assert list(figure.data[0].x) == [None]
    assert not figure.data[0].showlegend
    assert marks(figure, "较慢在图外")


def test_a_line_and_a_word_mark_the_month_of_the_reports(words):
    figure = drawn(words, "2026-06")
    assert figure.layout.shapes[0].x0 == OCTOBER.index
    assert [tick for tick in figure.layout.xaxis.ticktext if "本期" in tick] == [
        "10月<br>2026年<br><b>本期</b>"
    ]


def test_a_steady_pace_is_no_surer_than_the_month_it_was_reported_by(words):
    bar = drawn(words, None).data[0]
    assert (bar.base[0], bar.x[0]) == (OCTOBER.index + 0.5, 1.0)


def test_a_slow_end_beyond_the_edge_has_an_arrow_that_says_when(words):
    figure = drawn(words, "2027-03", months=(12.0, 24.0, 90.0))
    arrow = marks(figure, "较慢在图外")
    assert list(arrow.x) == [OCTOBER.index + 60 + 0.5]
    assert "约2028年10月，快则2027年10月，慢要到5 年以后" in arrow.text[0]


def test_a_slow_end_within_the_edge_has_none(words):
    figure = drawn(words, "2027-03", months=(12.0, 24.0, 40.0))
    assert "较慢在图外" not in [trace.name for trace in figure.data]


@pytest.mark.parametrize(
    ("months", "label", "sentence"),
    [
        ((6, 9, 15), "2027.4—2028.1", "约2027年7月，快则2027年4月，慢则2028年1月"),
        ((3, 4, 6), "2027.1—4", "约2027年2月，快则2027年1月，慢则2027年4月"),
        ((9, 9, 9), "快慢同月", "约2027年7月，快慢均为此月"),
        ((6, 9, None), "2027.4以后", "约2027年7月，快则2027年4月，慢则推算不出完成时间"),
        ((50, 70, 90), None, "5 年以后，快则2030年12月"),
        ((70, 80, 90), None, "5 年以后"),
    ],
)
def test_no_forecast_stands_as_a_bare_date(words, months, label, sentence):
    ends = zip(("earliest", "likely", "latest"), months, strict=True)
    row = {
        f"{end}_finish_month": None if one is None else OCTOBER.index + one for end, one in ends
    } | {"points_a_month": 5.0}
    assert forecast_words.within(row, OCTOBER, words) == sentence
    beside = forecast_words.behind(row, words, OCTOBER.index + 60).split("<br>")
    assert beside[1:] == ([label] if label else [])


def test_the_line_of_now_stays_within_the_bars_below_the_names(words):
    figure = drawn(words, "2026-06", "2027-03")
    lines = [(line.yref, line.y0, line.y1) for line in figure.layout.shapes]
    assert [(yref, round((y0 + y1) / 2, 9)) for yref, y0, y1 in lines] == [("y", 0), ("y", 1)]
    assert all(y1 - y0 == pytest.approx(1 - figure.layout.bargap) for _, y0, y1 in lines)
