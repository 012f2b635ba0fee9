"""Every picture is laid out by the room it has: nothing is cut, and what is left out is said."""

from itertools import pairwise

import plotly.graph_objects as go
import pytest
from plotly.subplots import make_subplots

from analysis.charts.extent import Extent
from analysis.charts.style import BARE, NARROW
from domain.rules import Light
from export.caption import Caption
from export.report import for_report
from export.sizes import FULL_PAGE, HALF_PAGE, PRESETS, SLIDE
from texts import catalogue

ZH, EN = catalogue("zh"), catalogue("en")
LONG = "河南高端装备智能制造研究院智能制造数字化车间及其配套的检验检测中心（第{}期）"


def about(**more):
    return Caption(title="项目", zone="新乡高新区", **more)


def bars(names):
    figure = go.Figure(go.Bar(x=[1] * len(names), y=names, orientation="h"))
    return figure.update_yaxes(type="category", autorange="reversed")


def said(picture):
    return " ".join(note.text for note in picture.layout.annotations)


@pytest.mark.parametrize("size", PRESETS, ids=lambda size: size.key)
def test_no_name_is_cut_however_long(size):
    names = [LONG.format(number) for number in range(30)]
    picture = for_report(bars(names), about(), size, ZH)
    written = [name.replace("<br>", "") for name in picture.layout.yaxis.ticktext]
    assert written == names[: len(written)]
    assert len(written) >= 3


def test_one_number_of_rows_is_said_where_the_chart_lists_a_page_and_the_picture_less():
    names = [f"项目{number}" for number in range(60)]
    listed = about(extent=Extent(first=61, last=120, total=500))
    picture = for_report(bars(names), listed, FULL_PAGE, ZH)
    kept = len(picture.data[0].y)
    assert f"共 500 项，图示第 61—{60 + kept} 项" in said(picture)
    assert "另有" not in said(picture)


def test_a_page_that_lists_everything_says_nothing_until_rows_are_left_out():
    names = [f"项目{number}" for number in range(3)]
    listed = about(extent=Extent(last=3, total=3), unit_of_measure="%")
    assert listed.measured(ZH) == "%"
    assert "图示" not in said(for_report(bars(names), listed, FULL_PAGE, ZH))


def test_a_row_that_sums_up_the_others_is_none_of_those_listed():
    names = [*(LONG.format(number) for number in range(10)), "其余 62 个"]
    listed = about(extent=Extent(last=10, total=72, light=Light.RED, sums=1))
    picture = for_report(bars(names), listed, HALF_PAGE, ZH)
    kept = len(picture.data[0].y)
    assert kept < len(names)
    assert f"共 72 项严重滞后，列出前 {kept} 项" in said(picture)


def waterfall(steps):
    names = [f"第{number}个智能制造产业园" for number in range(steps)]
    figure = go.Figure(go.Bar(x=[1] * steps, y=names, base=list(range(steps)), orientation="h"))
    figure.update_yaxes(type="category", autorange="reversed", showticklabels=False)
    figure.update_xaxes(title={"text": "变化"})
    for name in names:
        figure.add_annotation(name="step", text=name, x=0, xref="x", y=name, showarrow=False)
    return figure.update_layout(meta={"whole": True})


def test_a_waterfall_stands_with_its_steps_named_under_it():
    picture = for_report(waterfall(6), about(), FULL_PAGE, ZH)
    assert picture.data[0].orientation == "v"
    assert [name.replace("<br>", "") for name in picture.layout.xaxis.ticktext] == [
        f"第{number}个智能制造产业园" for number in range(6)
    ]
    assert picture.layout.yaxis.title.text == "变化"
    assert list(picture.data[0].base) == list(range(6))


def test_a_waterfall_of_more_steps_than_a_column_has_room_for_lies_with_all_of_them():
    picture = for_report(waterfall(10), about(), HALF_PAGE, ZH)
    assert picture.data[0].orientation == "h"
    assert len(picture.layout.yaxis.ticktext) == 10


def multiples(panels):
    figure = make_subplots(2, 5)
    for place in range(panels):
        row, column = divmod(place, 5)
        figure.add_trace(go.Scatter(x=[1, 2], y=[0, 90]), row + 1, column + 1)
        axis = "" if place == 0 else place + 1
        name = {"name": "panel", "text": f"{LONG.format(place)}<br>● 90%", "showarrow": False}
        domain = {"xref": f"x{axis} domain", "yref": f"y{axis} domain", "x": 0, "y": 1}
        figure.add_annotation(**name, **domain)
    return figure.update_yaxes(tickvals=[0, 50, 100])


def test_panels_without_room_are_left_out_and_the_others_stand_apart():
    listed = about(extent=Extent(last=10, total=10))
    picture = for_report(multiples(10), listed, HALF_PAGE, ZH)
    kept = len(picture.data)
    assert f"共 10 项，图示第 1—{kept} 项" in said(picture)
    heads = [note.text for note in picture.layout.annotations if note.name == "panel"]
    assert [head.replace("<br>", "").replace(" ●", "●") for head in heads] == [
        f"{LONG.format(place)}● 90%" for place in range(kept)
    ]
    across = sorted({tuple(axis.domain) for axis in picture.select_xaxes() if axis.domain})
    assert all(one[1] < other[0] for one, other in pairwise(across))


def test_ten_tasks_stand_in_the_smallest_picture():
    names = ["培育新产业新业态新模式", "优化国土空间开发保护格局", "做精做强主导产业"]
    figure = multiples(10)
    for place, note in enumerate(figure.layout.annotations):
        note.text = f"{names[place % 3]}<br>■ <b>62.8%</b>"
    picture = for_report(figure, about(extent=Extent(last=10, total=10)), HALF_PAGE, ZH)
    assert len(picture.data) == 10
    heads = [note.text for note in picture.layout.annotations if note.name == "panel"]
    assert "".join(heads[0].split("<br>")).startswith(names[0])


def test_ten_projects_with_names_of_up_to_twenty_letters_stand_in_it_too():
    names = ["河南高端装备智能制造研究院智能制造数字化", "小分子药物共性关键技术创新与转化平台"]
    figure = multiples(10)
    for place, note in enumerate(figure.layout.annotations):
        note.text = f"{names[place % 2]}<br>■ <b>62.8%</b>"
    two_lines = about(
        extent=Extent(last=10, total=10), unit_of_measure="%（有年度计划的为投资完成率）"
    )
    assert len(for_report(figure, two_lines, HALF_PAGE, ZH).data) == 10


def test_units_with_long_english_names_are_lettered_where_each_meets_each():
    units = [f"Land, Planning and Construction Bureau {number}" for number in range(6)]
    cells = [[1] * 6 for _ in units]
    figure = go.Figure(go.Heatmap(z=cells, text=cells, x=units, y=units))
    figure.update_xaxes(tickvals=units, ticktext=units, type="category")
    figure.update_yaxes(tickvals=units, ticktext=units, type="category")
    picture = for_report(figure, about(), HALF_PAGE, EN)
    assert picture.layout.xaxis.ticktext == tuple("ABCDEF")
    assert picture.layout.yaxis.ticktext[0].startswith("A Land")


def test_no_month_stands_without_its_year():
    figure = go.Figure(go.Bar(x=[30], y=["甲"], base=[0], orientation="h"))
    months = [
        "10月<br>2026年",
        "11月",
        "12月",
        "1月<br>2027年",
        *[f"{month}月" for month in range(2, 13)],
    ]
    places = list(range(len(months)))
    figure.update_xaxes(tickvals=places, ticktext=months, range=[0, len(months)])
    picture = for_report(figure, about(), HALF_PAGE, ZH)
    kept = picture.layout.xaxis.ticktext
    assert kept[0] == "10月<br>2026年"
    assert 1 < len(kept) < len(months)
    first_of_2027 = next(at for at, place in enumerate(picture.layout.xaxis.tickvals) if place > 2)
    assert "2027年" in kept[first_of_2027]


def test_cells_too_narrow_for_figures_keep_the_shape_of_their_light():
    months = [f"2026-{month:02d}" for month in range(1, 13)]
    texts, shapes = [["■ 100"] * 12], [["■"] * 12]
    cells = go.Heatmap(z=[[1] * 12], x=months, y=["甲"], text=texts, meta={"narrow": shapes})
    figure = go.Figure(cells)
    figure.update_xaxes(type="category", categoryarray=months)
    half, full = (for_report(figure, about(), size, ZH) for size in (HALF_PAGE, FULL_PAGE))
    assert [list(line) for line in half.data[0].text] == shapes
    assert [list(line) for line in full.data[0].text] == texts


def test_wide_and_low_cells_say_shape_and_figure_on_one_line_beside_names_with_marks():
    months = [f"2026-{month:02d}" for month in range(1, 13)]
    names = [
        f'第{number}项重点任务<span style="color:#c9443c">◆逾期</span>' for number in range(14)
    ]
    below, beside, shapes = ([[text] * 12] * 14 for text in ("■<br>64", "■ 64", "■"))
    meta = {"narrow": [beside, shapes], "dense": True}
    figure = go.Figure(go.Heatmap(z=[[1] * 12] * 14, x=months, y=names, text=below, meta=meta))
    figure.update_xaxes(type="category", categoryarray=months)
    slide, half = (for_report(figure, about(), size, ZH) for size in (SLIDE, HALF_PAGE))
    assert [list(line) for line in slide.data[0].text] == beside
    assert {text for line in half.data[0].text for text in line} == {"■"}


def cells_of(months):
    texts = [[f'<span style="color:#2f9462">●</span> {month}' for month in range(10, 10 + months)]]
    bare = [['<span style="color:#2f9462">●</span>'] * months]
    return go.Figure(
        go.Heatmap(
            z=[[1] * months],
            x=[f"{month}期" for month in range(months)],
            y=["项目"],
            text=texts,
            texttemplate="%{text}",
            meta={NARROW: bare, BARE: "灯号（格内不列百分数）"},
        )
    )


def test_where_cells_have_room_for_shapes_alone_the_caption_says_so():
    asked = about(unit_of_measure="%")
    narrow, wide = (
        for_report(cells_of(14), asked, HALF_PAGE, ZH),
        for_report(cells_of(4), asked, SLIDE, ZH),
    )
    assert "计量单位：灯号（格内不列百分数）" in said(narrow)
    assert "计量单位：%" in said(wide)
