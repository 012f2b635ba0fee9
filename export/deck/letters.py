"""Letters on slides: text in boxes and cells, and fonts named for Chinese too."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.util import Pt

from export.deck.delivered import BODY

_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"


def name_fonts(properties: Any, font: str = BODY) -> None:  # noqa: ANN401 - an element of lxml
    """Name a font for Latin and for Chinese letters; where it is missing, another is taken."""
    for script in ("latin", "ea"):
        for old in properties.findall(f"{{{_SPACE}}}{script}"):
            properties.remove(old)
        properties.append(parse_xml(f"<a:{script} xmlns:a='{_SPACE}' typeface='{font}'/>"))


def write(
    frame: Any,  # noqa: ANN401 - python-pptx's text frame is untyped
    lines: list[tuple[str, float, bool, str]],
) -> None:
    """Write paragraphs into a text frame: text, points, bold, colour as six hexadecimal digits."""
    frame.word_wrap = True
    for number, (text, points, bold, colour) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(points), bold
        run.font.color.rgb = RGBColor.from_string(colour)
