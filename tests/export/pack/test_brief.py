"""The brief: an official document with numbered figures, native tables and the circular's text."""

import io
import re
from dataclasses import replace
from functools import cache

import docx
import pytest

from analysis.charts.words import percent
from analysis.circular.written import Paragraph, Style
from analysis.tiles import tiles
from export.brief import making
from export.brief.part import SECTIONS, charts
from export.engine import PictureEngine
from export.official import Look
from export.pack.studio import Studio
from export.sizes import BODY_PX
from export.theme import type_of
from texts import catalogue
from texts.amounts import written_amount


@pytest.fixture(scope="session")
def brief_of(tmp_path_factory):
    """Give the brief of a subject from a server without a browser, made once; only to be read."""
    blind = Studio(
        PictureEngine(browser=tmp_path_factory.mktemp("blind") / "none"), catalogue("zh")
    )
    return cache(lambda subject: docx.Document(io.BytesIO(making.made(subject, blind).raw)))


def said_in(document):
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_it_has_its_title_its_source_and_the_mark_of_illustrative_data(brief_of, few):
    document = brief_of(few)
    assert document.paragraphs[0].text.endswith("规划落实情况简报")
    assert f"台账第 {few.board.version} 版" in document.paragraphs[1].text
    assert "示例数据" in document.sections[0].header.paragraphs[0].text


def test_the_key_figures_are_those_of_the_screen(brief_of, few, t):
    said = said_in(brief_of(few))
    for tile in tiles(few.board, few.period, t):
        assert f"{tile.label}：{tile.figure}" in said


def test_figures_are_numbered_in_order_and_spoken_of_before(brief_of, whole):
    said = said_in(brief_of(whole))
    titled = [int(number) for number in re.findall(r"^图(\d+)　", said, re.MULTILINE)]
    spoken = [int(number) for number in re.findall(r"（见图(\d+)）", said)]
    assert titled == spoken == list(range(1, len(titled) + 1))
    assert len(titled) > 5


def test_the_text_of_the_circular_stands_in_it(brief_of, few):
    said = said_in(brief_of(few))
    lead, *body = [one.text for one in few.circular.paragraphs if one.style == "body"]
    assert body
    assert all(text in said for text in body)
    assert lead not in said, "a brief is no circular"
    assert "通报如下" not in said
    assert few.board.plan.rulebook.at(few.period).name in said


def test_annexes_are_named_below_the_body_and_before_the_signature(brief_of, few):
    texts = [paragraph.text for paragraph in brief_of(few).paragraphs]
    first = next(n for n, text in enumerate(texts) if text.startswith("附件：1. "))
    assert texts[first + 1].strip().startswith("2. ")
    signed = next(one.text for one in few.circular.paragraphs if one.style == "signed")
    assert texts.index(signed) > first


def test_a_figure_stays_with_its_sentence_and_its_title(brief_of, few):
    paragraphs = brief_of(few).paragraphs
    said = [n for n, one in enumerate(paragraphs) if "（见图" in one.text]
    assert said
    for number in said:
        assert paragraphs[number].paragraph_format.keep_with_next
        assert paragraphs[number + 1].paragraph_format.keep_with_next


def test_long_lists_of_numbers_are_left_to_the_annexes(brief_of, few):
    numbers = "、".join(f"S{n:02d}/1" for n in range(30))
    text = f"尚未提交的单位：经济发展局 30 份（{numbers}）、财政局 1 份（T05）。"
    paragraphs = (
        Paragraph(Style.HEADING, ("一、报送情况",)),
        Paragraph(Style.BODY, (text,)),
    )
    own = replace(few)
    vars(own)["circular"] = replace(few.circular, paragraphs=paragraphs)
    said = said_in(brief_of(own))
    assert "经济发展局 30 份（编号见附件）、财政局 1 份（T05）。" in said


def test_annexes_are_native_tables_with_every_item_and_every_warning(brief_of, few):
    *_, items, warnings = brief_of(few).tables
    assert len(items.rows) - 1 == len(few.board.standing(few.period))
    assert len(warnings.rows) - 1 == len(few.warnings)


def test_what_each_chain_has_done_is_what_the_chart_on_the_screen_draws(brief_of, whole):
    table = brief_of(whole).tables[0]
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in table.rows}
    bars = whole.chart("completed").figure.data
    done = {chain: x for chain, x in zip(bars[1].y, bars[1].x, strict=True) if x is not None}
    assert done
    for chain, amount in done.items():
        shown = next(cells for name, cells in rows.items() if chain in name)
        assert shown[3] == f"{amount:.2f}"


def test_pages_are_numbered_and_sized_as_an_official_document(brief_of, few):
    (section, *_) = brief_of(few).sections
    assert "PAGE" in section.footer.part.blob.decode()
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_a_section_without_a_chart_is_left_out(brief_of, few):
    heads = {name for name, keys in SECTIONS if set(keys) & set(few.charts)}
    said = said_in(brief_of(replace(few, charts=("owed",))))
    assert heads == {"investment", "progress", "units"}
    assert "二、投资情况" in said  # it has its table
    assert "三、责任单位情况" in said


def test_in_english_its_own_words_are_english(brief_of, few):
    said = said_in(brief_of(replace(few, t=catalogue("en"))))
    assert "1. Summary" in said
    assert "Figure 1" in said
    assert "; see figure 1." in said


def test_beside_the_completion_of_a_chain_stand_its_year_plan_and_what_is_done_of_it(
    brief_of, whole
):
    heads, *rows, last = [
        [cell.text for cell in row.cells] for row in brief_of(whole).tables[0].rows
    ]
    assert heads[-3:] == ["年度计划", "本年完成", "投资完成率"]
    figures = whole.board.key_figures(whole.period)
    told = (figures["year_plan_yuan"], figures["done_ytd_yuan"])
    assert last[0] == "合计"
    assert last[-3:-1] == [written_amount(int(yuan), whole.t) for yuan in told]
    assert last[-1] == percent(figures["completion_percent"])
    assert int(last[1]) == sum(int(row[1]) for row in rows) == len(whole.board.projects)


def test_letters_in_its_figures_are_no_smaller_than_eight_points(whole):
    asked = [making.picture(one, one.figure, whole) for one in charts(whole) if one.figure]
    assert {round(type_of(one.size).small / BODY_PX * one.size.body_pt, 1) for one in asked} == {
        8.0
    }


def test_no_title_of_a_figure_has_brackets_in_brackets(brief_of, whole):
    for language, signs in (("zh", "（）"), ("en", "()")):
        document = brief_of(replace(whole, t=catalogue(language)))
        titles = [one.text for one in document.paragraphs if re.match(r"图\d|Figure \d", one.text)]
        assert titles
        for title in titles:
            depth = 0
            for sign in title:
                depth += (sign == signs[0]) - (sign == signs[1])
                assert depth <= 1, title


def test_an_item_of_many_units_names_the_first_and_counts_the_others(brief_of, whole):
    warned = brief_of(whole).tables[-1]
    units = {row.cells[2].text for row in warned.rows[1:]}
    assert any(re.search(r"及其他\d+家$", named) for named in units)
    assert all(named.count("、") <= 2 for named in units)


def test_in_english_headings_are_bold_and_its_text_has_the_size_of_a_report(brief_of, few):
    styles = brief_of(replace(few, t=catalogue("en"))).styles
    assert styles[Look.HEADING.value].font.bold
    assert styles[Look.BODY.value].font.size.pt == 12
    assert brief_of(few).styles[Look.BODY.value].font.size.pt == 16
