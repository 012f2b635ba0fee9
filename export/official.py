"""公文 layout of a DOCX: A4, 小标宋 title, 仿宋 body of size 3, page numbers, a mark on top.

Source of the measures: GB/T 9704-2012, a page of 22 lines of 28 characters.
"""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from texts import Language

LATIN = "Times New Roman"
TITLE_FONT, BODY_FONT = "方正小标宋简体", "仿宋_GB2312"
HEADING_FONT, SUBHEADING_FONT, NUMBER_FONT = "黑体", "楷体_GB2312", "宋体"
_SIZE_2, _SIZE_3, _SIZE_4, _SIZE_SMALL = Pt(22), Pt(16), Pt(14), Pt(12)
_LINE, _TITLE_LINE, _TABLE_LINE = Pt(28.9), Pt(34), Pt(18)
_TWO_CHARACTERS = "200"  # hundredths of a character
_RED = RGBColor(0xC0, 0x00, 0x00)
_TYPE_AREA_MM = 156


class Look(StrEnum):
    """The styles of a document, named as an office reads them in its own word processor."""

    TITLE = "公文标题"
    HEADING = "公文一级标题"
    SUBHEADING = "公文二级标题"
    BODY = "公文正文"
    ADDRESSEE = "公文主送"
    NOTE = "公文附注"
    SIGNED = "公文落款"
    MARK = "公文示例标记"
    CELL = "公文表格"
    NUMBER = "公文页码"


def blank(*, mark: str = "", language: Language = "zh") -> Document:
    """Return an empty document with the styles of ``Look``; ``mark`` stands on every page.

    In English the letters are those of an English report: Chinese sizes leave five words to a line.
    """
    document = docx.Document()
    styles: Any = document.styles.element
    for languages in styles.iter(qn("w:lang")):
        languages.set(qn("w:eastAsia"), "zh-CN")  # else letters and line ends may be Japanese
    for look, (font, size, line) in _LOOKS.items():
        if language == "zh":
            _add_style(document, look, font, size, line)
        else:
            _plain(_add_style(document, look, font, *_ENGLISH[look]), look)
    document.settings.odd_and_even_pages_header_footer = True
    _set_page(document.sections[0], mark, document.styles[Look.NUMBER.value].style_id)
    return document


def add(document: Document, look: Look, text: str) -> Paragraph:
    """Add a paragraph; a line break in the text is one in the paragraph."""
    return document.add_paragraph(text, style=look.value)


def unindented(paragraph: Paragraph) -> None:
    """Let a paragraph begin at the margin whatever its style says, as 附件 does."""
    inner: Any = paragraph
    element = inner._p  # noqa: SLF001 - python-docx knows no indent in characters
    indent = element.get_or_add_pPr().get_or_add_ind()
    for name in ("w:firstLineChars", "w:firstLine"):
        indent.set(qn(name), "0")


def add_table(
    document: Document,
    heads: list[str],
    rows: list[list[str]],
    shares: list[float],
    paper: Callable[[int, str], str | None] = lambda _, __: None,
) -> Table:
    """Add a table as wide as the type area; its head is repeated on every page, no row is cut.

    ``shares`` say how wide each column is against the others; ``paper`` gives the colour behind a
    cell, as #rrggbb, by its column and text.
    """
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    style_id = document.styles[Look.CELL.value].style_id
    _fill(table.rows[0].cells, heads, style_id, bold=True)
    _repeat_head(document)
    for texts in rows:
        row = table.add_row()
        _keep_whole(row)
        _fill(row.cells, texts, style_id, paper=paper)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(_TYPE_AREA_MM * share / sum(shares))
        for cell in column.cells:
            cell.width = column.width
    return table


_NUMBER = re.compile(r"[+−-]?[\d,]+(\.\d+)?%?")
_LOOKS = {
    Look.TITLE: (TITLE_FONT, _SIZE_2, _TITLE_LINE),
    Look.HEADING: (HEADING_FONT, _SIZE_3, _LINE),
    Look.SUBHEADING: (SUBHEADING_FONT, _SIZE_3, _LINE),
    Look.BODY: (BODY_FONT, _SIZE_3, _LINE),
    Look.ADDRESSEE: (BODY_FONT, _SIZE_3, _LINE),
    Look.NOTE: (SUBHEADING_FONT, _SIZE_SMALL, _TABLE_LINE),
    Look.SIGNED: (BODY_FONT, _SIZE_3, _LINE),
    Look.MARK: (HEADING_FONT, _SIZE_SMALL, _TABLE_LINE),
    Look.CELL: (BODY_FONT, _SIZE_SMALL, _TABLE_LINE),
    Look.NUMBER: (NUMBER_FONT, _SIZE_4, _TABLE_LINE),
}
_ENGLISH = {
    Look.TITLE: (Pt(18), Pt(24)),
    Look.HEADING: (Pt(14), Pt(22)),
    Look.SUBHEADING: (Pt(12), Pt(18)),
    Look.BODY: (Pt(12), Pt(17)),
    Look.ADDRESSEE: (Pt(12), Pt(17)),
    Look.NOTE: (Pt(10), Pt(13)),
    Look.SIGNED: (Pt(12), Pt(17)),
    Look.MARK: (Pt(10), Pt(13)),
    Look.CELL: (Pt(10), Pt(13)),
    Look.NUMBER: (Pt(10), Pt(13)),
}
_INDENTED = {Look.HEADING, Look.SUBHEADING, Look.BODY}
_PLACED = {
    Look.TITLE: WD_ALIGN_PARAGRAPH.CENTER,
    Look.SIGNED: WD_ALIGN_PARAGRAPH.RIGHT,
    Look.MARK: WD_ALIGN_PARAGRAPH.CENTER,
}


def _add_style(document: Document, look: Look, font: str, size: Pt, line: Pt) -> ParagraphStyle:
    style = document.styles.add_style(look.value, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):  # which kind was asked for
        raise TypeError(style)
    style.base_style = document.styles["Normal"]
    style.font.name, style.font.size = LATIN, size
    element: Any = style.element  # python-docx knows no East Asian font and no indent in characters
    element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if look is Look.MARK:
        style.font.color.rgb = _RED
    shape = style.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, line
    shape.space_before = Pt(0)
    shape.space_after = _SIZE_3 if look is Look.TITLE else Pt(0)
    shape.alignment = _PLACED.get(look, WD_ALIGN_PARAGRAPH.LEFT)
    shape.keep_with_next = look in {Look.HEADING, Look.SUBHEADING}
    if look in _INDENTED:
        indent = element.get_or_add_pPr().get_or_add_ind()
        indent.set(qn("w:firstLineChars"), _TWO_CHARACTERS)
        indent.set(qn("w:firstLine"), str(round(size.pt * 2 * 20)))  # where characters are unknown
    if look is Look.SIGNED:
        shape.right_indent = size * 2
    return style


def _plain(style: ParagraphStyle, look: Look) -> None:
    """Set headings bold and paragraphs apart, where Chinese sets other fonts and indents."""
    element: Any = style.element
    if look in _INDENTED:
        properties = element.get_or_add_pPr()
        properties.remove(properties.find(qn("w:ind")))
        style.paragraph_format.space_after = Pt(4)
    style.font.bold = look in {Look.TITLE, Look.HEADING, Look.SUBHEADING}


def _set_page(section: Section, mark: str, style_id: str) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance, section.header_distance = Mm(25), Mm(20)
    for footer, place in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        element: Any = footer.part.element
        for old in list(element):
            element.remove(old)
        element.append(parse_xml(_numbered(place, style_id)))
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        header.paragraphs[0].text = mark
        header.paragraphs[0].style = Look.MARK.value


def _numbered(place: str, style_id: str) -> str:
    """Return a paragraph — 1 — whose number is a field."""
    runs = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>PAGE</w:instrText>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    shape = f'<w:pStyle w:val="{escape(style_id)}"/><w:jc w:val="{place}"/>'
    return f"<w:p {nsdecls('w')}><w:pPr>{shape}</w:pPr>{runs}</w:p>"


def _repeat_head(document: Document) -> None:
    """Let the first row of the last table stand on top of every page it reaches."""
    whole: Any = document.element
    row: Any = whole.findall(f".//{qn('w:tbl')}")[-1].tr_lst[0]
    row.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _keep_whole(row: object) -> None:
    """Let a row stand on one page."""
    inner: Any = row  # python-docx has no other way
    inner._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))  # noqa: SLF001 - as above


def _fill(
    cells: Iterable[Any],  # of python-docx, which keeps their kind to itself
    texts: list[str],
    style_id: str,
    *,
    bold: bool = False,
    paper: Callable[[int, str], str | None] = lambda _, __: None,
) -> None:
    for column, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        colour = paper(column, text)
        if colour:
            fill = f"w:val='clear' w:color='auto' w:fill='{colour[1:].upper()}'"
            about = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - python-docx colours no cell
            about.append(parse_xml(f"<w:shd {nsdecls('w')} {fill}/>"))
        paragraph = cell.paragraphs[0]
        paragraph._p.style = style_id  # noqa: SLF001 - python-docx would look through all styles
        if _NUMBER.fullmatch(text):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.add_run(text).bold = bold
