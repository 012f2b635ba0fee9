from dataclasses import replace

import plotly.graph_objects as go
import pytest

from export.caption import Caption
from export.report import for_report
from export.sizes import FULL_PAGE, HALF_PAGE, PRESETS
from tests.export.charts import CHARTS, NAMES, bars, lines
from texts import catalogue


def notes(figure):
    return {note.name: note.text for note in figure.layout.annotations}


def test_the_figure_of_the_screen_is_not_touched(caption, t):
    figure = bars()
    before = figure.to_json()
    for_report(figure, caption, FULL_PAGE, t)
    assert figure.to_json() == before


@pytest.mark.parametrize("size", PRESETS, ids=lambda size: size.key)
def test_the_values_in_a_report_are_those_of_the_screen(caption, t, size):
    figure = bars()
    picture = for_report(figure, caption, size, t)
    assert picture.data[0].x == figure.data[0].x
    assert picture.data[0].y == figure.data[0].y


def test_unit_as_of_day_rule_and_source_stand_on_every_picture(caption, t):
    text = " ".join(notes(for_report(bars(), caption, FULL_PAGE, t)).values())
    for said in ("计量单位：亿元", "截至2026年10月底", "红黄绿规则", "资料来源：", "新乡高新区"):
        assert said in text


def test_what_is_empty_leaves_no_label_behind(t):
    bare = for_report(bars(), Caption(title="投资", zone="新乡高新区"), FULL_PAGE, t)
    assert notes(bare) == {"report-title": "<b>投资</b>", "report-subtitle": "新乡高新区"}


def test_illustrative_data_is_stamped_across_the_data_and_in_the_corner(caption, t):
    marked = notes(for_report(bars(), caption, FULL_PAGE, t))
    assert marked["report-watermark"] == marked["report-tag"] == "<b>示例数据</b>"
    real = notes(for_report(bars(), replace(caption, illustrative=False), FULL_PAGE, t))
    assert real.keys() == {"report-title", "report-subtitle", "report-foot"}


def test_a_long_title_is_broken_into_lines_instead_of_clipped(caption, t):
    title = notes(for_report(bars(), caption, HALF_PAGE, t))["report-title"]
    assert title.count("<br>") >= 1
    assert title.replace("<b>", "").replace("</b>", "").replace("<br>", "") == caption.title


def test_words_from_data_cannot_become_markup(caption, t):
    wicked = replace(caption, title="<b>投资</b> & <a href='x'>链接</a>")
    title = notes(for_report(bars(), wicked, FULL_PAGE, t))["report-title"]
    assert "<a" not in title
    assert "&lt;a" in title
    assert "&amp;" in title


@pytest.mark.parametrize("size", PRESETS, ids=lambda size: size.key)
@pytest.mark.parametrize("chart", CHARTS)
def test_no_letter_is_smaller_than_seven_points(caption, t, chart, size):
    picture = for_report(CHARTS[chart](), caption, size, t)
    point = 12 / size.body_pt
    fonts = [picture.layout.font, picture.layout.legend.font]
    fonts += [note.font for note in picture.layout.annotations]
    fonts += [axis.tickfont for axis in (picture.layout.xaxis, picture.layout.yaxis)]
    assert min(font.size for font in fonts) >= 7 * point - 1e-9


def test_long_names_are_wrapped_beside_the_bars(caption, t):
    labels = for_report(bars(), caption, HALF_PAGE, t).layout.yaxis.ticktext
    assert [label.replace("<br>", "") for label in labels][:2] == list(NAMES[:2])
    assert "<br>" in labels[2]


def test_names_that_stand_above_the_bars_on_a_phone_stand_beside_them_in_a_report(caption, t):
    figure = go.Figure(go.Bar(x=[1, 2], y=["a", "b"], orientation="h"))
    figure.update_yaxes(showticklabels=False)
    for place, name in (("a", "氢能产业园"), ("b", "过滤产业园")):
        figure.add_annotation(text=name, xref="paper", x=0, y=place, showarrow=False)
    picture = for_report(figure, caption, FULL_PAGE, t)
    assert picture.layout.yaxis.ticktext == ("氢能产业园", "过滤产业园")
    assert picture.layout.yaxis.showticklabels
    assert "氢能产业园" not in notes(picture).values()


def test_an_axis_of_days_speaks_the_language_of_the_texts(caption, t):
    for texts, month in ((t, "%Y年%-m月"), (catalogue("en"), "%b %Y")):
        stops = for_report(lines(), caption, FULL_PAGE, texts).layout.xaxis.tickformatstops
        assert stops[1].value == month


def test_a_single_series_needs_no_legend_and_two_do(caption, t):
    one = bars()
    assert for_report(one, caption, FULL_PAGE, t).layout.showlegend is False
    one.add_bar(x=[1], y=NAMES[:1])
    assert for_report(one, caption, FULL_PAGE, t).layout.showlegend is None


def test_a_dark_screen_still_gives_dark_letters_on_white_paper(caption, t):
    dark = bars().update_layout(template="plotly_dark")
    layout = for_report(dark, caption, FULL_PAGE, t).layout
    assert (layout.paper_bgcolor, layout.font.color) == ("#ffffff", "#1f2933")
    assert layout.template.layout.paper_bgcolor is None
