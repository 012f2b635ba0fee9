"""Lights month by month: every number can be read, inside its part of the column or below it."""

import pandas as pd
import pytest

from analysis.charts import legend, lights, style
from analysis.charts.months import anew
from analysis.charts.rows import rows_of
from analysis.charts.slide import parts
from analysis.charts.words import Words
from analysis.exhibits import past as exhibits
from analysis.views import past
from domain.columns import ItemKind
from domain.periods import Period
from domain.rules import Light
from texts import catalogue

WORDS = Words(catalogue("zh"), None)


def drawn(months=("2026-10",), **numbers):
    row = dict.fromkeys((light.value for light in Light), 0) | numbers
    counted = {"items": sum(row.values()), **row}
    table = pd.DataFrame([{"period": month, **counted} for month in months])
    return lights.by_month(table, list(months), WORDS)


def written(figure, axis):
    scatters = [one for one in figure.data if one.type == "scatter" and one.mode == "text"]
    traces = [one for one in scatters if (one.yaxis or "y") == axis]
    return [text for one in traces for text in one.text if text]


def test_a_number_stands_inside_its_part_where_there_is_room():
    figure = drawn(red=40, green=60)
    assert written(figure, "y") == ["■40", "●60"]
    assert "yaxis2" not in figure.layout


def test_a_light_of_few_items_has_a_row_of_its_numbers_below():
    figure = drawn(red=3, unreported=0, green=97)
    assert written(figure, "y") == ["●97"]
    assert written(figure, "y2") == ["■3"]
    assert list(figure.layout.yaxis2.ticktext) == ["严重滞后"]


def test_a_slide_keeps_the_rows_of_numbers_below_the_columns():
    figure = drawn(red=3, green=97)
    (part,) = parts(figure)
    assert part.figure.layout.yaxis2.domain == figure.layout.yaxis2.domain


def test_the_key_of_an_open_shape_has_the_colour_of_its_part_and_is_said_as_an_open_shape():
    figure = drawn(unreported=40, green=60)
    (key,) = [one for one in figure.data if one.name == "未报" and one.x == (None,)]
    (band,) = [one for one in figure.data if one.type == "bar" and "未报" in one.name]
    assert key.marker.symbol == "circle"
    assert key.marker.color == band.marker.color == style.LIGHT_COLOURS[Light.UNREPORTED]
    assert key.marker.line.color == style.NEUTRAL
    assert {"○ 未报", "● 正常"} <= set(legend.spoken(figure))


def test_a_part_of_a_month_picks_month_and_light_and_so_does_its_number_wherever_it_stands():
    figure = drawn(red=3, green=97)
    bars = {tuple(one.customdata[0]) for one in figure.data if one.type == "bar"}
    numbers = [one for one in figure.data if one.type == "scatter" and one.mode == "text"]
    assert bars == {("2026-10", "red"), ("2026-10", "green")}
    assert {(one.text[0], tuple(one.customdata[0])) for one in numbers if one.text[0]} == {
        ("●97", ("2026-10", "green")),
        ("■3", ("2026-10", "red")),
    }


def test_every_light_of_every_month_has_as_many_items_behind_it_as_its_part_says(illustrated_board):
    for kind in ItemKind:
        for row in rows_of(past.lights_by_period(illustrated_board, kind)):
            month = Period.parse(row["period"])
            behind = past.by_trouble(illustrated_board, month, kind)["light"].tolist()
            assert [behind.count(light) for light in Light] == [row[light.value] for light in Light]


def test_a_line_parts_the_year_before_from_the_new_one_in_which_the_schedule_begins_anew():
    figure = drawn(["2025-11", "2025-12", "2026-01"], red=40, green=60)
    assert [(line.x0, line.x1) for line in figure.layout.shapes] == [(1.5, 1.5)]
    assert not drawn(["2026-01", "2026-02"], red=40, green=60).layout.shapes


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (["2025-12", "2026-01"], "序时进度每年1月重新计起"),
        (["2026-01", "2026-12"], ""),
        (["2025-11", "2025-12"], ""),
    ],
)
def test_that_the_schedule_begins_anew_is_said_where_a_new_year_is_drawn(months, said):
    assert anew(months, WORDS) == said


def test_pictures_of_months_of_one_year_do_not_speak_of_another(illustrated_board):
    words = Words(catalogue("zh"), illustrated_board.plan)
    (exhibit,) = (one for one in exhibits.EXHIBITS if one.key == "lights_tasks")
    assert exhibit.measure(illustrated_board, illustrated_board.periods[-1], words) == "项"


def test_of_a_new_year_and_of_items_that_begin_in_it_one_note_speaks():
    said = WORDS.t("chart.begun_among_anew", count=75)
    assert said.startswith(WORDS.t("chart.schedule_anew"))
    assert said.count("序时进度") == 1
