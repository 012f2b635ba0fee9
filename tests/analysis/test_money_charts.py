"""Charts of money and pace in the states a zone can be in: none, one, ten, five hundred."""

import dataclasses
from datetime import date

import pandas as pd
import pytest

from analysis.charts import bullets, curve, portfolio
from analysis.charts.money import money_axis
from analysis.charts.months import YIELDS
from analysis.charts.spoken import spoken
from analysis.charts.words import Words
from analysis.exhibits import investment, pace
from analysis.gallery import EXHIBITS
from domain.columns import Projects
from domain.periods import Period
from export.captions import caption
from texts import catalogue

OCTOBER, TODAY = Period(2026, 10), date(2026, 11, 1)


@pytest.fixture
def words(plan):
    return Words(catalogue("zh"), plan)


def board_of(plan_board, amounts):
    """The delivered plan with other projects: one per amount in 元, in four chains and none."""
    chains = [*plan_board.plan.chain_names, None]
    phases = ["谋划", "新开工", "在建", "竣工", None]
    table = pd.DataFrame(
        {
            **dict.fromkeys(plan_board.projects.columns),
            Projects.ID.value: [f"P{number:03}" for number in range(len(amounts))],
            Projects.NAME.value: [f"第{number}个项目" for number in range(len(amounts))],
            Projects.CHAIN.value: [chains[number % 5] for number in range(len(amounts))],
            Projects.PHASE.value: [phases[number % 5] for number in range(len(amounts))],
            Projects.TOTAL_YUAN.value: amounts,
        }
    )
    projects = table.astype(plan_board.projects.dtypes.to_dict())
    return dataclasses.replace(plan_board, projects=projects)


def rows_named(figure):
    return [note.text for note in figure.layout.annotations]


def test_of_500_projects_the_largest_stand_alone_and_the_others_in_one_row(plan_board, words):
    board = board_of(plan_board, [None if n % 5 == 0 else n * 10**7 for n in range(500)])
    figure = investment.largest_projects(board, OCTOBER, words)
    assert rows_named(figure)[0] == "◇ 第499个项目"
    assert rows_named(figure)[-2:] == ["其余 390 个项目合计", "未披露投资额 100 个项目"]
    assert len(rows_named(figure)) == investment.MOST_PROJECTS + 2
    assert portfolio.REST not in figure.data[0].y  # its bar is of a colour of its own
    assert len(figure.to_json()) < 50_000


def rest_of(figure):
    """Return the pieces of the bar of all others: where each begins, and how long it is."""
    return [
        piece
        for trace in figure.data
        if trace.type == "bar" and portfolio.REST in trace.y
        for piece in zip(trace.base or [0], trace.x, strict=True)
    ]


def test_others_that_are_more_than_the_largest_have_a_broken_bar_that_the_caption_explains(
    plan_board, words
):
    board = board_of(plan_board, [n * 10**9 for n in range(1, 501)])
    figure = investment.largest_projects(board, OCTOBER, words)
    (start, long), (on, end) = rest_of(figure)
    longest = max(figure.data[0].x)
    assert start == 0
    assert long < on
    assert on + end == pytest.approx(longest)
    said = spoken(figure, words.t)  # 490 projects of 1 to 490 times ten 亿
    assert f"其余 490 个项目合计 {sum(range(1, 491)) * 10}" in said
    assert said.count("其余 490 个项目合计") == 1
    (exhibit,) = [one for one in investment.EXHIBITS if one.key == "projects"]
    assert words.t("chart.rest_broken") in exhibit.measure(board, OCTOBER, words)


def test_others_that_are_less_than_the_largest_have_a_bar_of_their_own_length(plan_board, words):
    board = board_of(plan_board, [500 * 10**9, *[10**9] * (investment.MOST_PROJECTS + 2)])
    figure = investment.largest_projects(board, OCTOBER, words)
    assert rest_of(figure) == [(0, pytest.approx(3 * figure.data[0].x[1]))]
    (exhibit,) = [one for one in investment.EXHIBITS if one.key == "projects"]
    assert words.t("chart.rest_broken") not in exhibit.measure(board, OCTOBER, words)


def test_one_project_has_a_bar_and_no_concentration(plan_board, words):
    board = board_of(plan_board, [3 * 10**9])
    assert rows_named(investment.largest_projects(board, OCTOBER, words)) == ["① 第0个项目"]
    assert investment.concentration(board, OCTOBER, words) is None


def test_without_a_disclosed_amount_there_is_nothing_to_rank(plan_board, words):
    board = board_of(plan_board, [None, None])
    assert investment.largest_projects(board, OCTOBER, words) is None
    assert investment.by_phase(board, OCTOBER, words) is not None  # phases are known all the same


def test_amounts_below_one_yi_are_drawn_in_wan_and_the_caption_says_so(plan_board, words):
    board = board_of(plan_board, [35_000_000, 8_000_000])
    figure = investment.largest_projects(board, OCTOBER, words)
    assert figure.layout.xaxis.title.text == "万元"
    assert list(figure.data[0].x) == [3500, 800]
    about = caption(EXHIBITS["projects"], board, OCTOBER, words.t, today=TODAY, illustrative=False)
    assert about.unit_of_measure == "万元"


def test_an_axis_of_money_never_says_1k(words):
    axis = money_axis([178_280_000_000], words)
    assert (axis.unit_of_measure, axis.number(178_280_000_000)) == ("亿元", "1782.80")
    assert axis.amount(178_280_000_000) == "1782.80 亿元"
    assert money_axis([], words).unit_of_measure == "亿元"


def test_a_chain_has_one_colour_and_one_number_on_every_chart(illustrated_board, words):
    seen = {}
    for exhibit in (investment.largest_projects, investment.by_phase, pace.completion_of_projects):
        for trace in exhibit(illustrated_board, OCTOBER, words).data:
            if trace.type == "bar" and trace.name and trace.name[0] in "①②③④◇":
                seen.setdefault(trace.name, set()).add(trace.marker.color)
    assert len(seen) == 5
    assert all(len(colours) == 1 for colours in seen.values())
    assert len(set.union(*seen.values())) == 5


def months(*rows):
    """Rows of the curve: month, planned, done, reported, all (amounts in 亿元)."""
    return pd.DataFrame(
        [
            {
                "period": f"2026-{month:02}",
                "planned_yuan": planned * 10**8,
                "done_ytd_yuan": None if done is None else done * 10**8,
                "reported_projects": reported,
                "projects_with_year_plan": 8,
                "planned_yuan_of_reported_projects": planned * reported * 10**8 // 8,
            }
            for month, planned, done, reported in rows
        ]
    )


def test_an_incomplete_month_is_hollow_and_says_its_denominator(words):
    figure = curve.of_year(months((1, 8, 7, 8), (2, 16, 9, 6), (3, 24, None, 0)), words)
    solid, _, hollow, same = figure.data[1:5]
    assert list(solid.y) == [7, None, None]  # not interpolated over the months without
    assert not solid.connectgaps
    assert (list(hollow.x), hollow.marker.symbol) == (["2026-02"], "circle-open")
    assert list(same.y) == [12]  # what the plan asks of the six that reported
    assert "6/8 个项目填报" in hollow.hovertext[0]
    assert "6/8 个项目填报" in figure.layout.annotations[0].text


def test_months_in_which_nearly_all_the_money_reported_are_one_line_beside_its_plan(words):
    figure = curve.of_year(months((1, 80, 70, 7), (2, 160, 120, 7), (3, 240, 90, 4)), words)
    named = {one.name: one for one in figure.data if one.showlegend is not False}
    solid = next(one for one in figure.data if one.mode == "lines+markers")
    assert list(solid.y) == [70, 120, None]
    assert list(solid.marker.symbol) == ["circle-open"] * 3
    assert list(named["已填报项目的计划"].y) == [70, 140, None]
    assert figure.data[0].line.dash == "dot"  # of all projects, behind
    assert "7/8 个项目填报<br>占计划金额 87.5%" in solid.hovertext[1]
    alone = next(one for one in figure.data if one.mode == "markers" and one.x[0] == "2026-03")
    assert "填报不足计划金额 80%" in alone.name
    assert (
        sum(one.name == "已填报项目的计划" and one.showlegend is not False for one in figure.data)
        == 1
    )


@pytest.mark.parametrize("highest", [60, 74, 80, 95, 100, 240])
def test_no_line_of_the_grid_runs_through_the_note_on_a_phone(words, highest):
    table = months((1, highest // 2, highest // 3, 7), (2, highest, highest // 2, 7))
    figure = curve.of_year(table, words)
    lines = figure.layout.annotations[0].text.count("<br>") + 1
    end = figure.layout.yaxis.range[1]
    most_px, line_px = 312, 18  # how high the curve is on a phone below three keys, and a line
    assert max(figure.layout.yaxis.tickvals) / end * most_px < most_px - lines * line_px
    assert len(figure.layout.yaxis.tickvals) > 3


def test_a_phone_has_room_for_the_counts_of_some_months_and_of_the_newest(words):
    figure = curve.of_year(months(*((month, 8 * month, 7, 8) for month in range(1, 13))), words)
    (counts,) = [one.text for one in figure.data if one.type == "bar"]
    kept = [month for month, text in enumerate(counts, 1) if not text.endswith(YIELDS)]
    assert kept == [1, 4, 7, 10, 12]
    assert [text.removesuffix(YIELDS) for text in counts] == ["8"] * 12


def test_a_period_without_a_report_keeps_its_row_and_says_so(illustrated_board, words):
    figure = pace.compared(illustrated_board, OCTOBER, words)
    (figures,) = [one for one in figure.data if one.type == "scatter" and one.mode == "text"]
    assert [text.strip() for text in figures.text] == ["76.7%（−6.7）", "69.7%（−5.3）", "无上报"]


def test_the_row_of_the_others_says_how_many_they_are(words):
    rows = [("P1", "一号", 1, 25.0), (None, None, 9, 60.0)]
    table = pd.DataFrame(
        [
            {
                "item_id": item,
                "item_name": name,
                "chain": None,
                "projects": count,
                "done_ytd_yuan": 10**8,
                "year_plan_yuan": 4 * 10**8,
                "completion_percent": rate,
                "schedule_percent": 75.0,
                "light": None if item is None else "red",
            }
            for item, name, count, rate in rows
        ]
    )
    figure = bullets.of_projects(table, words)
    assert rows_named(figure) == ["◇ 一号", "其余 9 个项目合计"]
    assert list(figure.data[0].customdata) == ["P1", portfolio.REST]


def test_a_phase_is_said_with_all_its_projects_and_each_chain_with_its_own(illustrated_board, t):
    drawn = investment.by_phase(illustrated_board, OCTOBER, Words(t, illustrated_board.plan))
    (under_way,) = [said for said in spoken(drawn, t).split("。") if said.startswith("在建")]
    assert under_way == (
        "在建：4 个项目 155.50 亿元，① 动力电池与新能源汽车 35.50 亿元 2 个项目，"
        "② 生命科学与生物技术 110.00 亿元 1 个项目，③ 航空航天 10.00 亿元 1 个项目"
    )
