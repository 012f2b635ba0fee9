import plotly.graph_objects as go
import pytest

from analysis.charts.headline import headline
from texts import catalogue


@pytest.fixture
def t():
    return catalogue("zh")


def test_the_longest_series_is_said_and_how_many_points_it_has(t):
    few = go.Bar(name="滞后", orientation="h", x=[-6], y=["丁"])
    many = go.Bar(
        name="严重滞后", orientation="h", x=[-40, -30, -20, -18, -16], y=list("甲乙丙戊己")
    )
    said = headline(go.Figure([few, many]), t)
    assert said == "严重滞后：甲 -40，乙 -30，丙 -20，戊 -18，等 5 项"


def test_lines_are_said_where_they_stand_in_the_last_month(t):
    months = ["2026-09", "2026-10"]
    lines = [
        go.Scatter(name=name, mode="lines", x=months, y=[40, to])
        for name, to in (("甲", 50), ("乙", 61.25))
    ]
    assert headline(go.Figure(lines), t) == "2026-10：甲 50，乙 61.2"


def test_columns_over_months_are_said_as_they_stand_now(t):
    bars = [
        go.Bar(name=name, x=["9月", "10月"], y=[3, now])
        for name, now in (("■ 严重滞后", 4), ("● 正常", 6))
    ]
    assert headline(go.Figure(bars), t) == "10月：■ 严重滞后 4，● 正常 6"


def test_lines_without_a_name_are_left_to_the_picture(t):
    assert headline(go.Figure(go.Scatter(mode="lines", x=[1, 2], y=[3, 4])), t) == ""


def test_a_sentence_has_no_more_than_two_lines(t):
    names = [f"新乡高新区第{n}个名称很长很长很长很长很长很长的建设项目" for n in range(9)]
    said = headline(go.Figure(go.Bar(orientation="h", x=list(range(9)), y=names)), t)
    assert len(said) < 90
    assert said.endswith("等 9 项")
