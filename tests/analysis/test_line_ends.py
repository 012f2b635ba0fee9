"""Lines that lie near each other are told apart by names at their ends, or else by a legend."""

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.charts import line_ends, trend
from analysis.charts.words import Words
from domain.columns import ItemKind
from texts import catalogue

MONTHS = ["2026-08", "2026-09", "2026-10"]


@pytest.fixture
def drawn(illustrated_board):
    words = Words(catalogue("zh"), illustrated_board.plan)

    def draw(**percents: float) -> go.Figure:
        rows = [
            (name, month, percent) for name, percent in percents.items() for month in MONTHS[:2]
        ]
        table = pd.DataFrame(rows, columns=["subject", "period", "percent_done"])
        return trend.over_time(table, MONTHS, words)

    return draw


def named(figure: go.Figure) -> list[str]:
    return [note.text for note in figure.layout.annotations if note.name == line_ends.END]


def entries(figure: go.Figure) -> list[str]:
    return [one.name for one in figure.data if one.name and one.showlegend is not False]


def test_each_line_is_named_where_it_ends_and_the_legend_keeps_the_schedule_alone(drawn):
    figure = drawn(甲=40, 乙=41)
    ends = {note.text: (note.x, note.y) for note in figure.layout.annotations}
    assert ends == {"甲": ("2026-09", 40), "乙": ("2026-09", 41)}
    assert entries(figure) == ["序时进度"]
    assert figure.layout.margin.r > 30


def test_names_of_lines_that_meet_are_apart_and_in_the_order_of_the_lines(drawn):
    figure = drawn(甲=40, 乙=40.5, 丙=41)
    heights = [note.ay for note in figure.layout.annotations]
    low, high = figure.layout.yaxis.range
    percent_px = 350 / (high - low)
    apart = [(two - one) * percent_px for one, two in pairwise(heights)]
    assert all(px >= 15 for px in apart)


def test_names_without_room_go_to_the_legend(drawn):
    many = {
        f"河南高端装备智能制造研究院智能制造数字化车间{one}": 40.0 for one in "甲乙丙丁戊己庚辛"
    }
    figure = drawn(**many)
    assert named(figure) == []
    assert len(entries(figure)) == len(many) + 1


def test_a_lower_picture_breaks_names_less_before_it_gives_them_up(drawn):
    figure = drawn(示例冷链物流研发中心项目=40, 示例储能系统产业园项目=41)
    line_ends.place(figure, 50, 12, width_px=900)
    assert [name.count("<br>") for name in named(figure)] == [0, 0]
    assert figure.layout.margin.r > 13 * 12  # as wide as the longer name
    line_ends.place(figure, 20, 12, width_px=900)
    assert (named(figure), len(entries(figure))) == ([], 3)


def test_the_trend_of_units_averages_their_tasks_and_leaves_projects_to_their_year_plans(
    illustrated_board,
):
    tasks, plans = (illustrated_board.series[one] for one in ("units", "unit_projects"))
    reports = illustrated_board.reports
    of_tasks = reports[(reports["item_kind"] == ItemKind.TASK) & (reports["period"] == "2026-10")]
    means = of_tasks.groupby("responsible_unit")["percent_done_ppm"].mean() / 10_000
    shown = tasks[tasks["period"] == "2026-10"].set_index("subject")["percent_done"]
    assert shown.to_dict() == pytest.approx(means.to_dict())
    (row,) = plans[plans["period"] == "2026-10"].to_dict("records")
    rate = row["done_ytd_yuan"] * 100 / row["year_plan_yuan"]
    assert row["percent_done"] == pytest.approx(rate)
