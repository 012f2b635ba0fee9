"""A letter looks official: A4, the fonts of 公文, numbered pages, and a mark nobody can miss."""

import io
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from analysis.circular.written import Circular, Number, Paragraph, Style
from export import circular_docx, official
from export.docx_bytes import as_bytes
from export.official import Look

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
TWO = Number("received", "2", ())
SAID = (
    Paragraph(Style.MARK, ("（示例数据）",)),
    Paragraph(Style.HEADING, ("一、报送情况",)),
    Paragraph(Style.BODY, ("已报 ", TWO, " 份。")),
    Paragraph(Style.SIGNED, ("督查单位",)),
)


def opened(raw):
    return docx.Document(io.BytesIO(raw))


@pytest.fixture(scope="module")
def letter():
    return opened(circular_docx.docx(Circular("通报", SAID), author="督查单位", at=NOON))


def test_a_circular_is_read_back_paragraph_by_paragraph(letter):
    assert [(one.style.name, one.text) for one in letter.paragraphs] == [
        ("公文标题", "通报"),
        ("公文一级标题", "一、报送情况"),
        ("公文正文", "已报 2 份。"),
        ("公文落款", "督查单位"),
    ]


@pytest.mark.parametrize(
    ("look", "font", "points"),
    [
        (Look.TITLE, "方正小标宋简体", 22),
        (Look.HEADING, "黑体", 16),
        (Look.SUBHEADING, "楷体_GB2312", 16),
        (Look.BODY, "仿宋_GB2312", 16),
    ],
)
def test_the_fonts_are_those_of_an_official_letter(letter, look, font, points):
    style = letter.styles[look.value]
    assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert style.font.size.pt == points


def test_a_font_that_is_not_installed_has_other_names():
    raw = as_bytes(official.blank(), title="", author="", at=NOON)
    table = zipfile.ZipFile(io.BytesIO(raw)).read("word/fontTable.xml").decode()
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="' in table


def test_the_page_is_a4_and_its_number_a_field(letter):
    (section,) = letter.sections
    size = round(section.page_width.mm), round(section.page_height.mm)
    assert size == (210, 297)
    for footer in (section.footer, section.even_page_footer):
        assert "PAGE" in footer.part.blob.decode()


def test_the_mark_stands_on_odd_and_even_pages(letter):
    (section,) = letter.sections
    for header in (section.header, section.even_page_header):
        assert header.paragraphs[0].text == "（示例数据）"


def test_the_file_says_who_made_it_and_when(letter):
    about = letter.core_properties
    assert (about.title, about.author) == ("通报", "督查单位")
    assert about.created == NOON


def test_the_head_of_a_table_is_repeated_on_every_page():
    document = official.blank()
    table = official.add_table(document, ["单位", "份"], [["财政局", "3"]], [3, 1])
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None  # noqa: SLF001 - nothing public says so
    assert [cell.text for cell in table.rows[1].cells] == ["财政局", "3"]


def test_numbers_of_a_table_stand_to_the_right_and_words_to_the_left():
    document = official.blank()
    table = official.add_table(
        document, ["项目", "亿元"], [["P01 新医路", "−1,155.50"], ["P02", "未披露"]], [2.0, 1.0]
    )
    sides = [[cell.paragraphs[0].alignment for cell in row.cells] for row in table.rows]
    assert sides == [[None, None], [None, WD_ALIGN_PARAGRAPH.RIGHT], [None, None]]
