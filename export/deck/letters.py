"""Letters on slides: text in boxes and cells, and fonts named for Chinese too."""

import re
from typing import Any

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.util import Pt

from analysis.charts.style import LIGHT_COLOURS, LIGHT_SHAPES
from export.deck.delivered import BODY

_OF_SHAPE = {shape: LIGHT_COLOURS[light][1:].upper() for light, shape in LIGHT_SHAPES.items()}
_SHAPES = re.compile(f"([{''.join(_OF_SHAPE)}])")
_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"


def name_fonts(properties: Any, font: str = BODY) -> None:  # noqa: ANN401 - an element of lxml
    """Name a font for Latin and for Chinese letters; where it is missing, another is taken."""
    for script in ("latin", "ea"):
        for old in properties.findall(f"{{{_SPACE}}}{script}"):
            properties.remove(old)
        properties.append(parse_xml(f"<a:{script} xmlns:a='{_SPACE}' typeface='{font}'/>"))


def name_language(slide: Any, language: str) -> None:  # noqa: ANN401 - as above
    """Say of every run that names no language which it is in: fonts and line ends follow it."""
    for run in slide.element.iter(f"{{{_SPACE}}}r"):
        about = run.get_or_add_rPr()
        if about.get("lang") is None:
            about.set("lang", language)
            about.set("altLang", "en-US")


def write(
    frame: Any,  # noqa: ANN401 - python-pptx's text frame is untyped
    lines: list[tuple[str, float, bool, str]],
) -> None:
    """Write paragraphs into a text frame: text, points, bold, colour as six hexadecimal digits.

    Shapes of lights have the colour of the screen instead.
    """
    frame.word_wrap = True
    for number, (text, points, bold, colour) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for piece in _SHAPES.split(text):
            if not piece:
                continue
            run = paragraph.add_run()
            run.text = piece
            run.font.size, run.font.bold = Pt(points), bold
            run.font.color.rgb = RGBColor.from_string(_OF_SHAPE.get(piece, colour))


def say(frame: Any, text: str) -> None:  # noqa: ANN401 - as above
    """Write a sentence in the letters of its place; shapes of lights have their colour."""
    frame.text = ""
    for piece in _SHAPES.split(text):
        run = frame.paragraphs[0].add_run()
        run.text = piece
        if piece in _OF_SHAPE:
            run.font.color.rgb = RGBColor.from_string(_OF_SHAPE[piece])
