"""Names of units stand beside bars where they are short, above them where a phone has no room."""

import pandas as pd
import pytest

from analysis.charts import discipline, load, load_matrix
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Assignments, Reports
from texts import catalogue

UNITS = ["财政局", "经济发展局"]
LOADS = pd.DataFrame(
    {
        Assignments.RESPONSIBLE_UNIT: UNITS,
        Counted.LED: [0, 0],
        Counted.FIRST_NAMED: [3, 1],
        Counted.JOINT: [1, 4],
        Counted.TASKS: [4, 5],
    }
)
RATES = pd.DataFrame(
    {
        Reports.RESPONSIBLE_UNIT: UNITS,
        Counted.ITEMS: [4, 5],
        Counted.MISSING: [1, 0],
        Counted.EXPECTED: [10, 10],
        Counted.MISSING_PERCENT: [10.0, 0.0],
        Counted.REPORTING_PERCENT: [90.0, 100.0],
    }
)

CLEAR_PX = 19  # of the middle of a bar and of the mark in it


def above(figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


@pytest.mark.parametrize(
    ("language", "named"), [("zh", []), ("en", ["Finance Bureau", "Economic Development Bureau"])]
)
def test_long_names_stand_above_the_bars_of_a_load(plan, language, named):
    assert above(load.by_unit(LOADS, Words(catalogue(language), plan))) == named


@pytest.mark.parametrize(
    ("units", "left_px"), [(["财政局"], 45), (UNITS, 45), (["综合执法局"], 70)]
)
def test_the_key_of_a_matrix_begins_where_the_names_do_so_that_none_of_it_is_cut(
    plan, units, left_px
):
    sections = ["（一）加强生态保护修复", "（三）抢抓郑洛新自创区建设和郑新一体化发展战略机遇"]
    table = pd.DataFrame(columns=["responsible_unit", "section", "tasks", "first_named_tasks"])
    words = Words(catalogue("zh"), plan)
    figure = load_matrix.by_unit_and_section(table, units, sections, words)
    (key,) = figure.layout.annotations
    assert key.xshift == -left_px
    first, second, third = key.text.split("<br>")
    assert (first[:8], second[:8]) == ("<b>（一）</", "<b>（三）</")
    assert third == "\u2003\u2003\u2003 战略机遇"


def test_a_key_of_short_names_takes_few_lines(plan):
    table = pd.DataFrame(columns=["responsible_unit", "chain", "projects"])
    words = Words(catalogue("zh"), plan)
    figure = load_matrix.by_unit_and_chain(table, UNITS, [*plan.chain_names, ""], words)
    (key,) = figure.layout.annotations
    assert [line.count("<b>") for line in key.text.split("<br>")] == [2, 3]


@pytest.mark.parametrize("rows", [1, 2])  # the bar of a single row is as high as others
def test_a_name_stands_clear_of_its_bar_and_of_the_mark_of_all_units(plan, rows):
    words = Words(catalogue("zh"), plan)
    figure = discipline.load_and_missing(RATES.head(rows), words, carried="tasks", overall=(1, 20))
    assert all(note.yshift >= CLEAR_PX for note in figure.layout.annotations)
    marks = list(figure.select_traces({"mode": "markers"}))
    farthest_px = max(one.marker.size / 2 * 1.4 for one in marks)  # as plotly draws it
    assert farthest_px < CLEAR_PX


@pytest.mark.parametrize(
    ("projects", "overdue", "behind"),
    [(50, 1, [" 50（逾期 1）", " 50"]), (8, 1, [" 8", " 8"])],
)
def test_how_many_are_overdue_stands_behind_a_bar_that_has_no_room_for_it(
    plan, projects, overdue, behind
):
    table = pd.DataFrame(
        {
            "responsible_unit": UNITS,
            "projects": [projects, projects],
            "done_projects": [0, 0],
            "overdue_projects": [overdue, 0],
            "projects_under_way": [projects - overdue - 1, projects - 1],
            "projects_before_start": [1, 1],
        }
    )
    figure = load.projects_by_state(table, Words(catalogue("zh"), plan))
    *inside, last = [list(one.text) for one in figure.select_traces({"mode": "text"})]
    assert last == behind
    assert (["1", ""] in inside) == (behind[0] == " 8")
    bars = {one.name: one.marker.pattern.shape for one in figure.select_traces("bar")}
    assert bars == {"逾期": "/", "推进中": None, "未到开工时间": "/"}


def test_two_bars_in_a_row_have_the_whole_width_and_no_line_strikes_a_name(plan):
    words = Words(catalogue("zh"), plan)
    figure = discipline.load_and_missing(RATES, words, carried="tasks", overall=(1, 20))
    assert above(figure) == ["财政局", "经发局"]
    assert not any("lines" in (trace.mode or "") for trace in figure.select_traces("scatter"))
