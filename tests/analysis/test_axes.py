"""Axes: whole ticks for counts, clean ones for money, none for nothing; a year is a line."""

import re

import pandas as pd
import pytest

from analysis.charts import reporting, spoken, style, trend
from analysis.charts.money import money_axis
from analysis.charts.months import YIELDS, broken
from analysis.charts.words import Words
from analysis.exhibits import pace
from analysis.gallery import EXHIBITS
from domain.periods import Period
from texts import LANGUAGES, catalogue
from texts.amounts import written_amount, yuan_per_unit

OCTOBER = Period(2026, 10)
WINTER = ["2025-11", "2025-12", "2026-01"]


@pytest.mark.parametrize("most", [1, 2, 3, 7, 12, 99, 500])
def test_a_count_has_whole_ticks_and_at_most_six_of_them(most):
    step = style.count_axis(most)["dtick"]
    assert step == int(step) >= 1
    assert most / step <= 5


def test_one_report_owed_is_counted_in_ones(illustrated_board):
    table = pd.DataFrame(
        [("财政局", 0, 1, 1)],
        columns=["responsible_unit", "received_reports", "missing_reports", "expected_reports"],
    )
    figure = reporting.owed(table, Words(catalogue("zh"), illustrated_board.plan))
    assert figure.layout.xaxis.dtick == 1


def test_an_axis_on_which_nothing_is_counted_has_no_ticks(illustrated_board):
    table = pd.DataFrame(
        [("财政局", 0, 0, 0)],
        columns=["responsible_unit", "received_reports", "missing_reports", "expected_reports"],
    )
    figure = reporting.owed(table, Words(catalogue("zh"), illustrated_board.plan))
    assert figure.layout.xaxis.showticklabels is False


@pytest.mark.parametrize("key", ["investment", "projects", "phases", "changed_done", "curve"])
def test_amounts_on_an_axis_are_written_without_rounding_errors(key, illustrated_board):
    words = Words(catalogue("zh"), illustrated_board.plan)
    layout = EXHIBITS[key].draw(illustrated_board, OCTOBER, words).layout
    assert style.PLAIN_TICKS["tickformat"] in {layout.xaxis.tickformat, layout.yaxis.tickformat}


def test_december_is_not_joined_to_january(illustrated_board):
    table = pd.DataFrame(
        [("T01", month, 90.0, 100.0) for month in WINTER],
        columns=["subject", "period", "percent_done", "schedule_percent"],
    )
    figure = trend.over_time(table, WINTER, Words(catalogue("zh"), illustrated_board.plan))
    for line in figure.data[:2]:  # the third is the key of the second
        assert line.x == ("2025-11", "2025-12", None, "2026-01")
        assert line.y[2] is None
        assert line.connectgaps is False


def test_a_year_from_january_on_has_no_gap():
    months = [f"2026-{month:02d}" for month in range(1, 13)]
    assert broken(months, months) == months


def test_months_of_the_curve_are_named_as_months_and_its_headline_names_what_is_drawn(
    illustrated_board,
):
    figure = pace.s_curve(
        illustrated_board, OCTOBER, Words(catalogue("zh"), illustrated_board.plan)
    )
    assert figure.layout.xaxis.ticktext[0] == "1月<br>2026年"
    names = figure.layout.xaxis.ticktext[1:]
    assert [name.removesuffix(YIELDS) for name in names] == [f"{month}月" for month in range(2, 13)]
    on_a_phone = [name for name in names if not name.endswith(YIELDS)]
    assert on_a_phone == ["4月", "7月", "10月", "12月"]
    names = {trace.name for trace in figure.data}
    headline = figure.layout.annotations[0].text
    assert ("已填报项目的计划" in headline) <= ("已填报项目的计划" in names)


def test_chains_are_followed_in_the_plan_s_order_behind_their_numbers(illustrated_board):
    words = Words(catalogue("zh"), illustrated_board.plan)
    figure = EXHIBITS["trend_chains"].draw(illustrated_board, OCTOBER, words)
    numbers = [trace.name[0] for trace in figure.data[1:]]
    assert numbers == sorted(numbers)
    symbols = {trace.marker.symbol for trace in figure.data[1:]}
    assert not symbols & set(style.LIGHT_SYMBOLS.values())


@pytest.mark.parametrize("key", sorted(EXHIBITS))
def test_an_entry_of_a_legend_has_one_mark(key, illustrated_board):
    figure = EXHIBITS[key].draw(
        illustrated_board, OCTOBER, Words(catalogue("zh"), illustrated_board.plan)
    )
    entries = [
        one for one in (figure.data if figure else ()) if one.name and one.showlegend is not False
    ]
    for one in entries:
        assert one.type == "bar" or one.mode in {"lines", "markers"}, one.name
        assert one.name[0] not in style.LIGHT_SHAPES.values(), one.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentence_axis_and_table_of_a_language_count_in_one_unit(language, illustrated_board):
    words = Words(catalogue(language), illustrated_board.plan)
    axis, yuan = money_axis([11_000_000_000, 65_000_000], words), 11_000_000_000
    assert axis.yuan == yuan_per_unit(words.t)
    assert axis.amount(yuan) == words.amount(yuan)
    assert float(written_amount(yuan, words.t).replace(",", "")) == axis.place(yuan)
    units = {said for said in words.t.every() if "CNY" in said or "¥" in said}
    assert all(re.search(r"CNY (m\b|\{amount\} m)", said) for said in units)


def test_small_amounts_in_english_keep_the_unit(illustrated_board):
    words = Words(catalogue("en"), illustrated_board.plan)
    axis = money_axis([35_000_000, 8_500_000], words)
    assert [axis.number(yuan) for yuan in (35_000_000, 8_500_000)] == ["35.0", "8.5"]
    assert axis.unit_of_measure == "CNY m"


@pytest.mark.parametrize("dark", [False, True])
def test_no_axis_abbreviates_thousands_by_a_letter(dark):
    layout = style.template(dark=dark).layout
    for axis in (layout.xaxis, layout.yaxis):
        assert (axis.exponentformat, axis.separatethousands) == ("none", True)


@pytest.mark.parametrize(("language", "said"), [("zh", "本年累计完成"), ("en", " this year")])
def test_the_curve_says_everywhere_that_it_counts_from_january(language, said, illustrated_board):
    words = Words(catalogue(language), illustrated_board.plan)
    figure = EXHIBITS["curve"].draw(illustrated_board, OCTOBER, words)
    (note,) = figure.layout.annotations
    (key,) = (one.name for one in figure.data if one.x == (None,))
    aloud = spoken.spoken(figure, words.t)
    scatters = [one for one in figure.data if one.type == "scatter"]
    hovers = [text for one in scatters if one.customdata for text in one.hovertext if text]
    for text in (note.text, key, aloud, *hovers):
        assert said in text.replace("<br>", " ")
