"""What a projector shows of a chart: part after part, each with as many rows as can be read."""

import pandas as pd
import plotly.graph_objects as go
import pytest
from plotly.subplots import make_subplots

from analysis.charts import forecast, load_matrix, rooms, slide, slide_free, style
from analysis.charts.spoken import LEAD
from analysis.charts.words import Words
from domain.periods import Period
from texts import catalogue


def rows(count: int, *, height: int) -> go.Figure:
    places = [f"P{number:02d}" for number in range(count)]
    figure = go.Figure(go.Bar(x=[1] * count, y=places, orientation="h"))
    figure.update_yaxes(type="category", autorange="reversed")
    return figure.update_layout(height=height)


def panels(count: int, *, height: int) -> go.Figure:
    lines = -(-count // 5)
    figure = make_subplots(lines, 5, vertical_spacing=0.5 / lines)
    for place in range(count):
        figure.add_trace(go.Scatter(x=[1], y=[place]), place // 5 + 1, place % 5 + 1)
        axis = "" if place == 0 else str(place + 1)
        refs = {"xref": f"x{axis} domain", "yref": f"y{axis} domain"}
        figure.add_annotation(text=f"T{place:02d}", name=style.PANEL, **refs)
    return figure.update_layout(height=height)


def test_a_chart_that_is_low_enough_stays_whole():
    figure = rows(6, height=400)
    assert slide.parts(figure) == (slide.Part(figure, 1, 6, 6),)


@pytest.mark.parametrize(
    ("count", "height", "shown"),
    [
        (12, 820, [(1, 4), (5, 8), (9, 12)]),
        (11, 760, [(1, 4), (5, 8), (9, 11)]),
        (7, 520, [(1, 4), (5, 7)]),
    ],
)
def test_a_high_chart_is_shown_in_parts_that_together_show_every_row_once(count, height, shown):
    figure = rows(count, height=height).update_xaxes(side="top")
    assert [(one.first, one.last) for one in slide.parts(figure)] == shown


def test_rows_stand_closer_so_that_one_screen_shows_all_of_them():
    (part,) = slide.parts(rows(11, height=760))
    assert (part.first, part.last, slide.height(part.figure)) == (1, 11, 44 + 56 + 11 * 28)


def test_the_cells_of_a_slide_say_on_one_line_what_they_say_on_two():
    names = [f"P{number:02d}" for number in range(10)]
    figure = go.Figure(go.Heatmap(z=[[0]] * 10, x=["2026-10"], y=names, text=[["▲<br>75"]] * 10))
    figure.update_yaxes(type="category", tickvals=names, ticktext=["高端装备智能<br>制造"] * 10)
    before = figure.update_layout(height=764).to_plotly_json()
    (part,) = slide.parts(figure)
    assert part.figure.data[0].text[0][0] == "▲ 75"
    assert part.figure.layout.yaxis.ticktext[0] == "高端装备智能制造"
    assert slide.height(part.figure) == 44 + 56 + 10 * 28
    assert figure.to_plotly_json() == before  # other readers are shown it too


def test_few_bars_are_high_and_keep_names_of_two_lines_beside_them():
    figure = rows(3, height=332)
    places = ["P00", "P01", "P02"]
    rooms.names_above(figure, places, ["航空航天<br>4.33 / 4.38 亿元"] * 3)
    (part,) = slide.parts(figure)
    assert part.figure.layout.yaxis.ticktext[0] == "航空航天<br>4.33 / 4.38 亿元"
    assert slide.height(part.figure) > 250


def test_names_above_the_bars_stand_beside_them_so_that_one_screen_has_room_for_all():
    figure = rows(8, height=700)
    places = [f"P{number:02d}" for number in range(8)]
    rooms.names_above(figure, places, [f"项目{place}<br>　逾期" for place in places])
    before = figure.to_plotly_json()
    (part,) = slide.parts(figure)
    axis = part.figure.layout.yaxis
    assert (axis.showticklabels, axis.tickvals) == (True, tuple(places))
    assert axis.ticktext[0] == "项目P00　逾期"
    assert part.figure.layout.annotations == ()
    assert slide.height(part.figure) <= 400
    assert part.narrow is figure  # a phone has no width for names beside bars
    assert figure.to_plotly_json() == before  # other readers are shown it too


def test_years_below_five_years_of_estimates_stand_apart_where_words_leave_them_little_room(plan):
    words, october = Words(catalogue("zh"), plan), Period(2026, 10)
    cells = {
        "item_id": [f"P{number:02d}" for number in range(15)],
        "item_name": "精密零部件研发中心项目（072）",
        "planned_finish_period": "2028-03",
        "points_a_month": 1.0,
        "reported_months": 6,
        "earliest_finish_month": float(october.index + 27),
        "likely_finish_month": float(october.index + 54),
        "latest_finish_month": float(october.index + 108),
    }
    figure = forecast.finishes(pd.DataFrame(cells), october, words)
    for part in slide.parts(figure):
        years = [tick.split("<br>")[1] for tick in part.figure.layout.xaxis.ticktext]
        assert years == ["2026年", "2028年", "2030年"]


def matrix_of(plan, columns):
    table = pd.DataFrame(columns=["responsible_unit", "chain", "projects"])
    words = Words(catalogue("zh"), plan)
    return load_matrix.by_unit_and_chain(table, list(plan.unit_names), columns, words)


def test_a_matrix_names_its_columns_above_them_on_a_slide_and_is_not_cut(plan):
    figure = matrix_of(plan, [*plan.chain_names, ""])
    before = figure.to_plotly_json()
    (part,) = slide.parts(figure)
    assert part.figure.layout.annotations == ()
    assert part.figure.layout.xaxis.ticktext[-3:] == ("③ 航空航天", "④ 大数据", "◇ 未归链")
    assert part.figure.layout.xaxis.ticktext[0] == "①<br>动力电池与<br>新能源汽车"
    assert part.narrow is figure
    assert figure.to_plotly_json() == before


def test_a_matrix_of_more_columns_than_have_room_for_names_keeps_its_key(plan):
    figure = matrix_of(plan, [f"第{number}条很长名称的产业链" for number in range(30)])
    assert [note.name for part in slide.parts(figure) for note in part.figure.layout.annotations]


def test_a_part_begins_with_its_own_row_as_high_as_before():
    _, second, _ = slide.parts(rows(12, height=820).update_xaxes(side="top"))
    assert second.figure.layout.yaxis.range == (7.5, 3.5)
    assert second.figure.layout.height == 100 + 4 * 60


def test_the_room_for_a_name_of_two_lines_stays_above_the_first_row_of_a_part():
    figure = rows(12, height=820).update_yaxes(autorange=False, range=[11.5, -0.7])
    figure.update_xaxes(side="top")
    _, second, _ = slide.parts(figure)
    assert second.figure.layout.yaxis.range == (7.5, 3.3)


def test_panels_are_shown_in_whole_lines_and_each_once():
    parts = slide.parts(panels(13, height=660))
    assert [(one.first, one.last, one.rows) for one in parts] == [(1, 10, 13), (11, 13, 13)]
    assert [trace.y[0] for trace in parts[1].figure.data] == [10, 11, 12]
    assert [note.text for note in parts[1].figure.layout.annotations] == ["T10", "T11", "T12"]
    shown = parts[1].figure.layout
    assert {shown[axis].domain for axis in ("yaxis11", "yaxis12", "yaxis13")} == {(0, 1)}
    assert all(slide.height(part.figure) <= slide.MOST_PX for part in parts)


def test_a_high_chart_without_rows_is_drawn_lower_and_so_its_letters_larger():
    trend = go.Figure(go.Scatter(x=[1], y=[2])).update_layout(height=480)
    (part,) = slide.parts(trend)
    assert slide.height(part.figure) == slide_free.HEIGHT_PX
    assert slide.height(trend) == 480  # other readers are shown it too


def test_the_note_of_a_curve_is_one_line_and_no_letter_of_it_is_small():
    curve = go.Figure(go.Scatter(x=["2026-10"], y=[2]))
    curve.add_bar(x=["2026-10"], y=[4], yaxis="y2", text=[4], textfont={"size": 11})
    curve.add_annotation(name=style.CORNER, text="10月<br>完成 2 亿元", x=0, y=1, yref="paper")
    curve.update_xaxes(tickfont={"size": 11})
    layout = {"meta": {LEAD: "10月，完成 2 亿元"}, "yaxis2": {"domain": [0, 0.17]}}
    (part,) = slide.parts(curve.update_layout(height=620, margin={"t": 96}, **layout))
    shown = part.figure.layout
    assert shown.annotations[0].text == "10月，完成 2 亿元"
    assert (shown.xaxis.tickfont.size, part.figure.data[1].textfont.size) == (15, 15)
    assert shown.margin.t < 50
    assert slide.height(part.figure) < slide.MOST_PX


def test_the_words_beside_the_bars_below_a_curve_stay_on_one_line_and_its_note_keeps_phrases():
    said = "2026年10月，累计完成 785.20 亿元，比已填报项目的计划 789.42 少 4.22，260/274 个项目填报"
    figure = go.Figure(go.Scatter(x=["2026-10"], y=[785.2]))
    figure.update_layout(yaxis2={"title": {"text": "填报数（共 274 个）"}}, meta={LEAD: said})
    figure.add_annotation(name=style.CORNER, text=said)
    lowered = slide_free.lower(figure)
    assert lowered.layout.yaxis2.title.text == "填报数（共 274 个）"
    assert lowered.layout.annotations[0].text.split("<br>")[1] == "260/274 个项目填报"
