"""Every chart says in words what it shows, in both languages."""

import plotly.graph_objects as go
import pytest

from analysis.charts.spoken import spoken
from analysis.charts.words import Words
from domain.periods import Period
from tests.analysis.submitted import CHARTS
from texts import catalogue

OCTOBER = Period(2026, 10)
ZH = catalogue("zh")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("key", CHARTS)
def test_every_chart_says_at_least_one_figure_and_no_markup(key, language, illustrated_board):
    t = catalogue(language)
    drawn = CHARTS[key].draw(illustrated_board, OCTOBER, Words(t, illustrated_board.plan))
    said = spoken(drawn, t)
    assert any(letter.isdigit() for letter in said), said
    assert "<" not in said


def test_bars_are_said_by_name_wherever_they_lie():
    lying = go.Figure(
        go.Bar(x=[110, 20.5], y=["生命科学", "动力电池"], orientation="h", name="总投资")
    )
    standing = go.Figure(go.Bar(y=[110, 20.5], x=["生命科学", "动力电池"], name="总投资"))
    assert spoken(lying, ZH) == spoken(standing, ZH) == "总投资：生命科学 110.0，动力电池 20.5"


def test_a_line_is_said_by_its_ends_and_many_points_are_counted():
    months = [f"{month} 月" for month in range(1, 21)]
    line = go.Figure(go.Scatter(x=months, y=list(range(20)), mode="lines", name="实际"))
    assert spoken(line, ZH) == "实际：1 月 0，20 月 19"
    bars = go.Figure(go.Bar(x=months, y=list(range(20)), name="实际"))
    assert spoken(bars, ZH).endswith("，等 20 项")


def test_what_nobody_reported_is_not_said():
    assert spoken(go.Figure(go.Bar(x=["甲", "乙"], y=[None, 3], name="完成")), ZH) == "完成：乙 3"


def test_a_bullet_is_read_aloud_with_its_value_its_schedule_and_the_gap(illustrated_board):
    words = Words(ZH, illustrated_board.plan)
    said = spoken(CHARTS["completion"].draw(illustrated_board, OCTOBER, words), ZH)
    assert "序时进度 83.3%" in said
    assert "个百分点" in said
    assert "（" not in said.split("：完成 ")[1].split("。")[0]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_curve_first_says_what_its_last_month_amounts_to(language, illustrated_board):
    t = catalogue(language)
    drawn = CHARTS["curve"].draw(illustrated_board, OCTOBER, Words(t, illustrated_board.plan))
    month = t("chart.month_in_full", year=2026, month=10)
    assert spoken(drawn, t).startswith(month)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_reported_is_named_before_the_counts_of_the_curve(language, illustrated_board):
    t = catalogue(language)
    drawn = CHARTS["curve"].draw(illustrated_board, OCTOBER, Words(t, illustrated_board.plan))
    assert t("figure.alt_series", name=t("chart.axis_reported", count=8), points="") in spoken(
        drawn, t
    )
