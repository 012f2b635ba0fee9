"""The deck: from a template, editable, with the numbers of the screen."""

import io
import math
import re
from dataclasses import replace

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from analysis.charts.style import LIGHT_COLOURS, LIGHT_TINTS
from analysis.tiles import tiles
from domain.rules import Light
from export.deck import making, template
from export.deck.delivered import made
from export.deck.part import FILE, KEY_CHARTS, charts
from export.deck.readable import readable
from export.pack.studio import Studio
from export.pack.subject import KEYS
from export.refusals import TemplateError
from export.report import for_report
from export.sizes import FULL_PAGE
from texts import catalogue

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture
def deck_of(blind):
    def deck_of_(subject):
        return Presentation(io.BytesIO(making.made(subject, blind).raw))

    return deck_of_


def texts_of(slide):
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found


def foot_of(slide):
    return next(one.text_frame.text for one in slide.placeholders if is_foot(one))


def is_foot(shape):
    return shape.placeholder_format.type == PP_PLACEHOLDER.FOOTER


def charts_of(deck):
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def changed(change):
    deck = Presentation(io.BytesIO(FILE.read_bytes()))
    change(deck)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def layout(deck, name):
    return next(one for one in deck.slide_layouts if one.name == name)


def test_the_delivered_template_is_what_its_script_makes():
    assert FILE.read_bytes() == made(), "run python -m export.deck.delivered"


def test_the_key_figures_are_those_of_the_screen(deck_of, few, t):
    said = "\n".join(texts_of(deck_of(few).slides[1]))
    for tile in tiles(few.board, few.period, t):
        assert tile.figure in said
        assert all(note in said for note in tile.notes)


def test_a_deck_has_the_key_charts_unless_a_reader_chooses_others(deck_of, whole):
    assert set(KEY_CHARTS) < set(KEYS)
    assert [one.key for one in charts(whole)] == [key for key in KEYS if key in KEY_CHARTS]
    chosen = replace(whole, charts=("trend_tasks", "owed"))
    assert [one.key for one in charts(chosen)] == ["trend_tasks", "owed"]
    assert len(charts(replace(whole, charts=KEYS))) == len(KEYS)
    assert len(deck_of(whole).slides) <= 1 + 1 + len(KEY_CHARTS) + 6  # cover, figures, tables


def test_a_deck_of_more_projects_than_tasks_shows_the_units_by_their_projects(whole):
    assert "load_state" in whole.of_most_items(KEY_CHARTS)
    fewer = replace(whole, board=replace(whole.board, tasks=whole.board.tasks.head(3)))
    usual = fewer.of_most_items(KEY_CHARTS)
    assert "load_projects" in usual
    assert "load_state" not in usual


def test_every_slide_has_the_same_foot_and_a_chart_that_reaches_elsewhere_says_so(deck_of, whole):
    deck = deck_of(replace(whole, native_charts=True, charts=("gaps", "investment")))
    said = f"截至2026年10月底｜数据来源：{whole.about('').source}"
    assert {foot_of(slide) for slide in deck.slides} == {said}
    assert any("截至方案" in text for text in texts_of(deck.slides[3]))


def test_a_chart_stands_alone_on_its_slide_under_its_title_with_a_sentence(deck_of, few):
    slides = list(deck_of(replace(few, charts=("gaps", "owed", "investment"))).slides)[2:5]
    titles = ["进度落后事项", "各责任单位本期报送情况", "产业链投资"]
    assert [slide.shapes.title.text for slide in slides] == titles
    assert all(len(template.words(slide).text_frame.text) > 10 for slide in slides)


def test_every_slide_says_that_the_data_is_illustrative_and_its_notes_where_it_is_from(
    deck_of, few
):
    for slide in deck_of(few).slides:
        assert "示例数据" in texts_of(slide)
    for slide in list(deck_of(few).slides)[:5]:
        notes = slide.notes_slide.notes_text_frame.text
        assert f"台账第 {few.board.version} 版" in notes
        assert "截至" in notes


def test_without_a_browser_an_editable_chart_stands_where_its_kind_has_one(few, blind):
    made = making.made(few, blind)
    slides = Presentation(io.BytesIO(made.raw)).slides
    titles = [slide.shapes.title.text for slide in slides]
    assert {"进度落后事项", "各责任单位本期报送情况"} <= set(titles)
    assert "产业链投资完成率与序时进度" not in titles
    assert len(charts_of(Presentation(io.BytesIO(made.raw)))) == 2
    assert made.failed
    assert "2 张图改用可编辑图表" in made.why
    assert "1 张图没有收入：产业链投资完成率与序时进度" in made.why
    assert "没有可用的浏览器" in made.why


def test_a_deck_whose_every_chart_is_editable_lacks_nothing(few, blind):
    made = making.made(replace(few, charts=("gaps",), native_charts=True), blind)
    assert not made.failed
    assert not made.why


def test_a_picture_in_the_deck_leaves_the_tag_to_its_slide(few, t):
    figure, about = few.chart("gaps").figure, few.chart("gaps").about
    names = {
        tagged: {note.name for note in picture.layout.annotations}
        for tagged in (True, False)
        for picture in [for_report(figure, replace(about, tagged=tagged), FULL_PAGE, t)]
    }
    assert names[True] - names[False] == {"report-tag"}
    assert "report-watermark" in names[False]


def test_a_warning_has_the_colour_of_its_level_beside_the_word(deck_of, few):
    tables = [shape.table for s in deck_of(few).slides for shape in s.shapes if shape.has_table]
    cells = [row.cells[0] for table in tables for row in list(table.rows)[1:]]
    fills = {cell.text: str(cell.fill.fore_color.rgb) for cell in cells}
    assert fills["严重"] == LIGHT_TINTS[Light.RED][1:].upper()
    assert fills["一般"] == LIGHT_TINTS[Light.YELLOW][1:].upper()


def test_a_light_in_a_sentence_has_its_colour(deck_of, whole):
    slide = deck_of(replace(whole, native_charts=True, charts=("lights_tasks",))).slides[2]
    runs = [run for line in template.words(slide).text_frame.paragraphs for run in line.runs]
    coloured = {run.text: str(run.font.color.rgb) for run in runs if run.font.color.type}
    assert coloured["■"] == LIGHT_COLOURS[Light.RED][1:].upper()
    assert len(coloured) > 1


def test_real_data_has_no_mark(deck_of, few):
    real = replace(few, illustrative=False)
    assert all("示例数据" not in texts_of(slide) for slide in deck_of(real).slides)


def test_editable_charts_hold_the_numbers_of_the_figure(deck_of, whole):
    deck = deck_of(replace(whole, native_charts=True, charts=("gaps", "owed", "trend_chains")))
    gaps, trend, owed = charts_of(deck)
    shown = whole.chart("owed").figure.data
    for bar, series in zip(shown[:2], owed.plots[0].series, strict=True):
        assert list(series.values) == [float(x) for x in bar.x]
    names = [str(one) for one in gaps.plots[0].categories]
    bars = [one for one in whole.chart("gaps").figure.data if one.type == "bar"]
    assert len(names) == sum(len(bar.x) for bar in bars)
    said = gaps.part.blob.decode()
    assert all(text in said for bar in bars for text in bar.text)
    line = whole.chart("trend_chains").figure.data[1]
    drawn = [y for y in line.y if y is not None]
    kept = [y for y in trend.plots[0].series[1].values if y is not None]
    assert kept == pytest.approx(drawn, abs=0.006)


def test_an_editable_axis_reaches_as_far_as_on_the_screen(deck_of, whole):
    deck = deck_of(replace(whole, native_charts=True, charts=("trend_chains", "reporting_rate")))
    drawn = charts_of(deck)
    assert drawn
    for chart in drawn:
        assert chart.value_axis.minimum_scale == 0
        assert 100 <= chart.value_axis.maximum_scale < 120
        assert chart.value_axis.major_unit == 20


def test_every_row_of_an_editable_chart_is_named(deck_of, whole):
    (owed,) = charts_of(deck_of(replace(whole, native_charts=True, charts=("owed",))))
    assert b'tickLblSkip val="1"' in owed.part.blob


def test_what_has_no_editable_chart_stays_a_picture_and_the_slide_says_so(whole, engine, t):
    subject = replace(whole, native_charts=True, charts=("heatmap_tasks",))
    deck = Presentation(io.BytesIO(making.made(subject, Studio(engine, t)).raw))
    assert charts_of(deck) == []
    assert any("以图片给出" in said for said in texts_of(deck.slides[2]))


def test_without_a_picture_no_slide_says_that_it_has_one(deck_of, whole):
    deck = deck_of(replace(whole, native_charts=True, charts=("heatmap_tasks",)))
    assert not any("以图片给出" in said for slide in deck.slides for said in texts_of(slide))


@pytest.mark.parametrize("key", ["heatmap_tasks", "changed_done", "completion", "multiples_tasks"])
def test_only_bars_and_lines_are_editable(whole, key):
    assert readable(whole.chart(key).figure) is None


def test_an_amount_nobody_states_is_said_and_is_not_zero(whole):
    chart = readable(whole.chart("investment").figure)
    hidden = [place for place in chart.places if "未披露" in place]
    assert hidden
    place = next(n for n, name in enumerate(chart.places) if "大数据" in name)
    assert [series.numbers[place] for series in chart.series] == [None, None]


def test_a_row_that_only_says_who_discloses_nothing_stands_in_the_editable_chart_too(whole):
    chart = readable(whole.chart("projects").figure)
    assert "不按 0 计" in chart.places[-1]
    assert chart.series[0].numbers[-1] is None


def test_rows_of_one_colour_are_told_apart_by_hatching(whole):
    stated, inferred = readable(whole.chart("investment").figure).series
    assert (stated.hatched, inferred.hatched) == (False, True)


@pytest.mark.parametrize("key", KEYS)
def test_an_editable_chart_adds_up_to_what_the_screen_shows(whole, key):
    figure = whole.chart(key).figure
    chart = readable(figure) if figure is not None else None
    if chart is None:
        return
    side = "x" if chart.kind == "bars" else "y"
    drawn = [
        number
        for trace in figure.data
        if trace.type == "bar" or "lines" in (trace.mode or "")
        for number in trace[side]
        if number is not None and not math.isnan(number)
    ]
    kept = [number for one in chart.series for number in one.numbers if number is not None]
    assert sum(kept) == pytest.approx(sum(map(float, drawn)), abs=0.006 * len(drawn))


def test_fonts_are_named_for_chinese(deck_of, whole):
    deck = deck_of(replace(whole, native_charts=True, charts=("owed",)))
    theme = etree.fromstring(_theme(deck))
    named = {
        one.getparent().tag.removeprefix(A): one.get("typeface") for one in theme.iter(f"{A}ea")
    }
    assert named == {"majorFont": "黑体", "minorFont": "微软雅黑"}
    (chart,) = charts_of(deck)
    assert {one.get("typeface") for one in etree.fromstring(chart.part.blob).iter(f"{A}ea")} == {
        "微软雅黑"
    }


def test_warnings_are_a_native_table_and_those_without_room_are_counted(deck_of, few):
    slides = [slide for slide in deck_of(few).slides if "督查预警" in slide.shapes.title.text]
    rows = sum(len(s.table.rows) - 1 for slide in slides for s in slide.shapes if s.has_table)
    said = "\n".join(text for slide in slides for text in texts_of(slide))
    left_out = re.search(r"另有 (\d+) 条未列出", said)
    assert rows + int(left_out[1] if left_out else 0) == len(few.warnings)


def test_every_warning_names_the_units_that_answer_for_it(few):
    listing = few.listings[0]
    unit = listing.heads.index("责任单位")
    assert len(listing.rows) > 3
    assert "—" not in {row[unit] for row in listing.rows}


def _warned(row):
    return ("红", row[0], "某单位", "P01 某项目", row[1])


def _listed(deck_of, few, rows):
    listing = replace(few.listings[0], rows=tuple(map(_warned, rows)))
    own = replace(few)
    vars(own)["listings"] = (listing,)
    return [
        shape.table for slide in deck_of(own).slides for shape in slide.shapes if shape.has_table
    ]


def test_rows_of_several_lines_stay_on_the_slide(deck_of, few):
    long = "计划开工时间、当前形象进度与上月所报不一致，" * 4
    tables = _listed(deck_of, few, [("落后", long)] * 30)
    room = template.area_of(Presentation(io.BytesIO(FILE.read_bytes())), "表").height
    for table in tables:
        assert sum(row.height for row in table.rows) <= room
        assert all(row.height > 360_000 * 2 for row in list(table.rows)[1:])


def test_where_not_all_warnings_have_room_every_rule_is_seen(deck_of, few):
    rows = [*(("未提交", f"第 {n} 份") for n in range(300)), ("落后", "甲"), ("雷同", "乙")]
    tables = _listed(deck_of, few, rows)
    shown = [row.cells[1].text for table in tables for row in list(table.rows)[1:]]
    assert set(shown) == {"未提交", "落后", "雷同"}
    assert shown == sorted(shown, key=["未提交", "落后", "雷同"].index)
    assert len(tables) == 3


def test_in_english_its_own_words_are_english(deck_of, few):
    english = replace(few, t=catalogue("en"))
    slides = deck_of(english).slides
    assert slides[1].shapes.title.text == "Key figures"
    assert "Illustrative data" in " ".join(texts_of(slides[2]))


def test_an_offices_own_template_is_used(deck_of, few):
    own = changed(lambda deck: setattr(deck, "slide_width", 9_144_000))
    assert deck_of(replace(few, template=own)).slide_width == 9_144_000


def test_a_file_that_is_no_deck_is_refused_in_a_sentence(few, blind, t):
    with pytest.raises(TemplateError) as refused:
        making.made(replace(few, template=b"no deck"), blind)
    assert "不是 PPTX" in t(refused.value.text_key, **refused.value.more)


def _without_title(deck):
    title = layout(deck, "图").placeholders[0].element
    title.getparent().remove(title)


def _too_small(deck):
    area = template.found(layout(deck, "表").placeholders, template.AREAS)
    area.width = 360_000


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda deck: setattr(layout(deck, "图"), "name", "图表"), "缺少名为“图”的版式"),
        (_without_title, "“图”版式没有标题占位符"),
        (_too_small, "“表”版式留给图表的地方太小"),
    ],
)
def test_a_template_that_lacks_something_is_refused_in_a_sentence(few, blind, t, change, says):
    with pytest.raises(TemplateError) as refused:
        making.made(replace(few, template=changed(change)), blind)
    assert says in t(refused.value.text_key, **refused.value.more)


def _theme(deck):
    parts = deck.part.package.iter_parts()
    return next(part.blob for part in parts if str(part.partname) == "/ppt/theme/theme1.xml")
