"""The template of the deck: which layouts it needs, and where on them there is room."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError

from export.refusals import TemplateError

Deck: TypeAlias = Any  # python-pptx's presentation, slides and shapes are untyped
Slide: TypeAlias = Any
Layout: TypeAlias = Any
Shape: TypeAlias = Any

COVER, CHART, TABLE = "封面", "图", "表"
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
AREAS = {PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.PICTURE, PP_PLACEHOLDER.CHART, PP_PLACEHOLDER.TABLE}
_WORDS = {PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SUBTITLE}
_NEEDS = {  # layout: what it must have, by the sentence that says so
    COVER: {"title": _TITLES, "words": _WORDS},
    CHART: {"title": _TITLES, "area": AREAS, "words": _WORDS},
    TABLE: {"title": _TITLES, "area": AREAS},
}
_EMU_PER_CM = 360_000
_LEAST_CM = (12, 6)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    @property
    def cm(self) -> tuple[float, float]:
        """Width and height in centimetres, as a picture is made: to a tenth."""
        return round(self.width / _EMU_PER_CM, 1), round(self.height / _EMU_PER_CM, 1)


def opened(raw: bytes) -> Deck:
    """Open a template that has every layout a deck is made of; slides in it are left out.

    Raises:
        TemplateError: when it is no PPTX, or a layout or a placeholder is missing or too small.
    """
    try:
        deck: Deck = Presentation(io.BytesIO(raw))
    except (BadZipFile, KeyError, ValueError, PythonPptxError) as broken:
        raise TemplateError("pack.template_unreadable") from broken
    for name, needs in _NEEDS.items():
        layout = layout_of(deck, name)
        if layout is None:
            raise TemplateError("pack.template_layout", layout=name)
        for need, kinds in needs.items():
            if found(layout.placeholders, kinds) is None:
                raise TemplateError(f"pack.template_{need}", layout=name)
        if "area" in needs:
            _check_room(layout)
    _drop_slides(deck)
    return deck


def layout_of(deck: Deck, name: str) -> Layout:
    """Return the layout of a name, None where there is none."""
    return next((one for one in deck.slide_layouts if one.name.strip() == name), None)


def new_slide(deck: Deck, name: str, title: str) -> Slide:
    """Add a slide of a layout, its title filled in."""
    slide = deck.slides.add_slide(layout_of(deck, name))
    found(slide.placeholders, _TITLES).text_frame.text = title
    return slide


def words(slide: Slide) -> Shape:
    """Return where a slide has room for sentences."""
    return found(slide.placeholders, _WORDS)


def take_area(slide: Slide) -> Area:
    """Return the room for a chart or a table, and take its empty placeholder out."""
    shape = found(slide.placeholders, AREAS)
    area = _area(shape)
    shape.element.getparent().remove(shape.element)
    return area


def area_of(deck: Deck, name: str) -> Area:
    """Return the room on a layout."""
    return _area(found(layout_of(deck, name).placeholders, AREAS))


def found(placeholders: Iterable[Shape], kinds: set[Any]) -> Shape:
    """Return the first placeholder of one of the kinds, None where there is none."""
    return next((one for one in placeholders if one.placeholder_format.type in kinds), None)


def _area(shape: Shape) -> Area:
    return Area(int(shape.left), int(shape.top), int(shape.width), int(shape.height))


def _check_room(layout: Layout) -> None:
    wide, high = _area(found(layout.placeholders, AREAS)).cm
    if wide < _LEAST_CM[0] or high < _LEAST_CM[1]:
        least = {"width": str(_LEAST_CM[0]), "height": str(_LEAST_CM[1])}
        raise TemplateError("pack.template_room", layout=layout.name, **least)


def _drop_slides(deck: Deck) -> None:
    """Take out the slides an office left in its template as examples."""
    listed = deck.slides._sldIdLst  # noqa: SLF001 - python-pptx has no other way
    for one in list(listed):
        deck.part.drop_rel(one.rId)
        listed.remove(one)
