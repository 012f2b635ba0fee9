"""Lines of many subjects: which are drawn, where the middle of all lies, what is not drawn."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis import bases
from analysis.charts import multiples, style, trend
from analysis.charts.words import Words
from analysis.exhibits import progress
from analysis.metrics import series
from domain.periods import Period
from tests.analysis.submitted import submissions
from texts import catalogue

OCTOBER = Period(2026, 10)


def lines(**percents):
    return pd.DataFrame(
        [(name, "2026-10", percent) for name, percent in percents.items()],
        columns=["subject", "period", "percent_done"],
    )


def test_the_middle_half_is_told_by_nearest_rank_without_what_is_not_stated():
    table = series.middle_half(lines(a=80, b=10, c=40, d=20, e=None))
    assert table.to_dict("records") == [
        {"period": "2026-10", "low_percent": 10, "high_percent": 40, "items": 4}
    ]


@pytest.fixture
def words(illustrated_board):
    return Words(catalogue("zh"), illustrated_board.plan)


def test_a_band_of_the_middle_is_drawn_year_by_year(words):
    months = ["2025-11", "2025-12", "2026-01", "2026-02"]
    middle = pd.DataFrame(
        [(month, 10.0, 30.0, 500) for month in months],
        columns=["period", "low_percent", "high_percent", "items"],
    )
    followed = lines(甲=20).assign(period="2026-02", schedule_percent=16.7)
    figure = trend.over_time(followed, months, words, middle)
    bands = [trace for trace in figure.data if trace.fill == "toself"]
    assert [trace.x for trace in bands] == [
        ("2025-11", "2025-12", "2025-12", "2025-11"),
        ("2026-01", "2026-02", "2026-02", "2026-01"),
    ]
    assert [trace.showlegend for trace in bands] == [True, False]
    assert bands[0].name == "推进中的居中一半"


def test_the_band_of_projects_is_of_those_with_a_completion_rate_alone_and_says_so(
    illustrated_board, words
):
    """Of 22 projects under way 20 have done half of their year plan; two state a percent alone."""
    stated = [{"year_plan_yuan": 100, "done_ytd_yuan": 50}] * 20 + [{}] * 2
    listed = pd.concat([illustrated_board.projects.head(1)] * len(stated), ignore_index=True)
    listed["project_id"] = [f"P{at:03}" for at in range(len(stated))]
    listed["project_name"] = [f"项目{at:03}" for at in range(len(stated))]
    rows = [
        ("2026-10", item, "财政局", {"percent_done_ppm": 900_000, **amounts})
        for item, amounts in zip(listed["project_id"], stated, strict=True)
    ]
    board = replace(illustrated_board, projects=listed, reports=submissions(*rows))
    figure = progress.trend(board, OCTOBER, words, subjects="projects")
    (band,) = [trace for trace in figure.data if trace.fill == "toself"]
    assert set(band.y) == {50}
    (exhibit,) = [one for one in progress.EXHIBITS if one.key == "trend_projects"]
    assert "居中一半按本期推进中、有投资完成率的 20 个项目，没有的 2 个不计入" in exhibit.measure(
        board, OCTOBER, words
    )


def test_a_few_subjects_have_no_band(illustrated_board, words):
    figure = progress.trend(illustrated_board, OCTOBER, words, subjects="tasks")
    assert [trace for trace in figure.data if trace.fill == "toself"] == []


def test_it_is_said_how_many_lines_are_not_drawn(illustrated_board, words):
    every = progress.followed(illustrated_board, OCTOBER, "units")
    said = progress.not_drawn(illustrated_board, OCTOBER, "units", 3, words)
    assert said == f"其余 {every - 3} 条未画出"
    assert progress.not_drawn(illustrated_board, OCTOBER, "units", every, words) == ""


def test_the_line_of_the_schedule_goes_on_where_nobody_reported(illustrated_board, words):
    months = ["2026-08", "2026-09", "2026-10"]
    stated = [
        (one, "P01", "财政局", {"percent_done_ppm": 100_000}) for one in (months[0], months[2])
    ]
    board = replace(illustrated_board, reports=submissions(*stated))
    rows = board.by_item.assign(item_name="项目").to_dict("records")
    schedule, progressed, *_ = multiples.panel(rows, months, words).data
    assert list(schedule.y) == pytest.approx([800 / 12, 75, 1000 / 12])
    assert list(progressed.y) == [10, None, 10]


def test_a_line_of_a_panel_has_marks_since_nothing_else_can_be_clicked(illustrated_board, words):
    rows = illustrated_board.by_item.assign(item_name="项目").head(1).to_dict("records")
    _, line, *_ = multiples.panel(rows, ["2026-09", "2026-10"], words).data
    assert (line.mode, line.marker.opacity, line.unselected.marker.opacity) == (
        "lines+markers",
        0,
        0,
    )


def test_what_belongs_to_no_chain_has_a_line_and_a_sentence_of_its_own(illustrated_board, words):
    loose = illustrated_board.projects.assign(chain=None, chain_basis="unassigned")
    board = replace(illustrated_board, projects=loose)
    figure = progress.trend(board, OCTOBER, words, subjects="chains")
    (line,) = [one for one in figure.data if one.mode == "lines+markers" and one.line.width == 3]
    assert (line.name, line.line.color) == ("◇ 未归链", style.NEUTRAL)
    assert words.in_plan_order(["", *reversed(words.plan.chain_names)]) == [
        *words.plan.chain_names,
        "",
    ]
    assert words.numbered_chain("") == "◇ 未归链"


def test_a_month_of_a_line_says_of_how_many_projects_it_is_made(illustrated_board, words):
    figure = progress.trend(illustrated_board, OCTOBER, words, subjects="chains")
    drawn = [one for one in figure.data if one.mode == "lines+markers" and one.line.width == 3]
    assert drawn[0].customdata[-1] == "（当月有年度计划和完成数的 2/2 个项目）"
    assert "%{customdata}" in drawn[0].hovertemplate


def test_where_months_are_made_of_different_many_it_is_said_that_a_line_may_fall(
    illustrated_board, words
):
    months = ("2026-09", "2026-10")
    stated = [(one, "T01", "财政局", {"percent_done_ppm": 100_000}) for one in months]
    other = ("2026-09", "T02", "财政局", {"percent_done_ppm": 900_000})
    same, differ = submissions(*stated), submissions(*stated, other)
    boards = [replace(illustrated_board, reports=one) for one in (same, differ)]
    said = [progress.base_note(one, OCTOBER, "units", words) for one in boards]
    assert said == ["", "各月只按当月填报的计算，填报的多少不同，累计数可能下降"]


MONTHS = ("2026-08", "2026-09", "2026-10")


def of_finance(percents):
    return [
        (month, task, "财政局", {"percent_done_ppm": percent * 10_000})
        for month, by_task in zip(MONTHS, percents, strict=True)
        for task, percent in by_task.items()
    ]


@pytest.mark.parametrize(
    ("percents", "said"),
    [
        (
            [{"T01": 40, "T02": 90}, {"T01": 50}, {"T01": 60, "T02": 95}],
            ["", "<br>下降因填报的任务变了，两月都报的 1 项由 40.0% 到 50.0%", ""],
        ),
        ([{"T01": 40, "T02": 90}, {"T02": 30}, {"T02": 30}], ["", "", ""]),
        (
            [{"T01": 90}, {"T02": 10}, {"T02": 5}],
            ["", "<br>下降因计入的变了，没有两月都计入的", ""],
        ),
    ],
)
def test_a_point_that_falls_since_others_reported_says_so_and_one_that_fell_does_not(
    illustrated_board, words, percents, said
):
    board = replace(illustrated_board, reports=submissions(*of_finance(percents)))
    figure = progress.trend(board, OCTOBER, words, subjects="units")
    (line,) = [one for one in figure.data if one.mode == "lines+markers" and one.line.width == 3]
    assert [one.split("）")[1] for one in line.customdata] == said


def test_figures_begin_anew_in_january_without_a_word_of_a_fall():
    assert bases.fell({}, {"T01": (5, 1)}) is None


def test_a_caption_of_units_does_not_speak_of_their_start(illustrated_board, words):
    (units,) = (one for one in progress.EXHIBITS if one.key == "trend_units")
    said = units.measure(illustrated_board, OCTOBER, words)
    assert "图示完成率最低的 5 条" in said
    assert "开工" not in said
