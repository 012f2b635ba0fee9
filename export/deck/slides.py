"""The slides of the deck: cover, key figures, a chart each, tables."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Cm, Pt

from analysis.charts.spoken import spoken
from analysis.tiles import Tile
from export.caption import Caption
from export.deck import letters, template
from export.deck.letters import write
from export.deck.template import CHART, COVER, TABLE, Area, Deck, Slide
from export.pack.subject import Shown, Subject
from export.theme import INK, SIGNAL
from texts import Texts
from texts.wrap import width_em, wrapped

_INK, _GREY, _SIGNAL = INK[1:].upper(), "5A6775", SIGNAL[1:].upper()
_PAPER = "F3F6FA"
_GAP_CM, _TAG_HIGH_CM = 0.5, 0.9
_FIGURE_PT, _LONG_FIGURE_PT = 30, 22  # of a key figure on one line, and on two
_SMALL_POINTS, _LINE_CM, _AROUND_LINE_CM = 10, 0.48, 0.25
_SURE = 0.9  # letters of another font may be wider
_TAG_POINTS, _CM_PER_POINT = 13, 2.54 / 72
_FURNITURE = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}


def cover(deck: Deck, about: Caption, subject: Subject) -> None:
    """Add the first slide: whose figures, of when, from where."""
    t, plan = subject.t, subject.board.plan
    slide = template.new_slide(deck, COVER, about.title)
    chosen = t("picture.filters", filters=about.filters) if about.filters else ""
    said = (
        about.zone,
        plan.title_english if t.language == "en" else plan.title,
        about.as_of,
        chosen,
    )
    template.words(slide).text_frame.text = "\n".join(one for one in said if one)
    furnish(deck, slide, about, t)
    note(slide, about, t, ())


def key_figures(deck: Deck, about: Caption, subject: Subject) -> None:
    """Add the key figures as boxes that can be edited."""
    t = subject.t
    slide = template.new_slide(deck, TABLE, t("pack.key_figures"))
    area = template.take_area(slide)
    told = subject.tiles()
    columns = 3
    gap = int(Cm(_GAP_CM))
    rows = -(-len(told) // columns)
    wide = (area.width - gap * (columns - 1)) // columns
    high = (area.height - gap * (rows - 1)) // rows
    for number, tile in enumerate(told):
        down, across = divmod(number, columns)
        here = min(columns, len(told) - down * columns)  # a last row of fewer stands in the middle
        first = area.left + (area.width - here * wide - (here - 1) * gap) // 2
        left, top = first + across * (wide + gap), area.top + down * (high + gap)
        _box(slide, tile, Area(left, top, wide, high))
    furnish(deck, slide, about, t)
    lines = [f"{one.label} {one.figure}" for one in told]
    note(slide, about, t, lines)


def chart(deck: Deck, shown: Shown, about: Caption, t: Texts) -> Slide:
    """Add a slide for a chart, its sentence filled in; the chart itself goes into the area.

    ``about`` is what the deck says of itself.
    """
    slide = template.new_slide(deck, CHART, shown.about.title)
    template.take_area(slide)
    letters.say(template.words(slide).text_frame, sentence(shown, t))
    furnish(deck, slide, about, t)
    points = spoken(shown.figure, t) if shown.figure is not None else ""
    note(slide, shown.about, t, (points,))
    return slide


def say(slide: Slide, area: Area, sentence: str) -> None:
    """Write a sentence where a chart would be."""
    box = slide.shapes.add_textbox(area.left, area.top, area.width, int(Cm(2)))
    write(box.text_frame, [(sentence, 14, False, _SIGNAL)])


def above_line(area: Area, sentence: str) -> Area:
    """Return what the small lines of a sentence under a chart leave of its room."""
    return replace(area, height=area.height - _lines_high(area, sentence))


def under_chart(slide: Slide, area: Area, sentence: str) -> None:
    """Write a sentence in small lines under a chart."""
    high = _lines_high(area, sentence)
    box = slide.shapes.add_textbox(area.left, area.top + area.height - high, area.width, high)
    box.text_frame.margin_top = box.text_frame.margin_bottom = 0
    write(box.text_frame, [(sentence, _SMALL_POINTS, False, _GREY)])


def _lines_high(area: Area, sentence: str) -> int:
    room_em = area.cm[0] / (_SMALL_POINTS * _CM_PER_POINT) * _SURE
    lines = len(wrapped(sentence, room_em))
    return int(Cm(lines * _LINE_CM + _AROUND_LINE_CM))


def measure(about: Caption, t: Texts) -> str:
    """Say what a picture would say around itself: measure, 截至, the filters, the rule."""
    said = (
        t("picture.unit_of_measure", unit=about.measured(t)),
        about.as_of,
        t("picture.filters", filters=about.filters) if about.filters else "",
        about.rule,
    )
    return " | ".join(one for one in said if one)


def sentence(shown: Shown, t: Texts) -> str:
    """Say in a line or two what a chart shows."""
    if shown.figure is None:
        return shown.why or t("figure.nothing_reported")
    measure = t("picture.unit_of_measure", unit=shown.about.measured(t))
    return shown.says or measure


def furnish(deck: Deck, slide: Slide, about: Caption, t: Texts) -> None:
    """Put 截至, source, page number and the mark of illustrative data on a slide.

    ``about`` is what the deck says of itself, so that every slide has the same foot; a chart that
    reaches elsewhere says so beside its unit of measure.
    """
    for shape in slide.slide_layout.placeholders:
        kind = shape.placeholder_format.type
        if kind not in _FURNITURE:
            continue
        copy = deepcopy(shape.element)  # python-pptx leaves these out of new slides
        slide.shapes._spTree.append(copy)  # noqa: SLF001 - as above
        if kind == PP_PLACEHOLDER.FOOTER:
            added = slide.shapes[-1]
            added.text_frame.text = t("packed.foot", as_of=about.as_of, source=about.source)
    if about.illustrative:
        _tag(deck, slide, t("picture.illustrative"))


def note(slide: Slide, about: Caption, t: Texts, points: tuple[str, ...] | list[str]) -> None:
    """Write into the speaker's notes where the figures come from, and the figures in words."""
    lines = (
        about.title,
        t("picture.unit_of_measure", unit=about.measured(t)) if about.unit_of_measure else "",
        about.as_of,
        t("picture.source", source=about.source),
        t("picture.filters", filters=about.filters) if about.filters else "",
        about.rule,
        t("picture.illustrative") if about.illustrative else "",
        *points,
    )
    slide.notes_slide.notes_text_frame.text = "\n".join(one for one in lines if one)


def _box(slide: Slide, tile: Tile, area: Area) -> None:
    sides = (area.left, area.top, area.width, area.height)
    box: Any = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *sides)
    box.name = tile.label
    box.fill.solid()
    box.fill.fore_color.rgb = RGBColor.from_string(_PAPER)
    box.line.fill.background()
    box.shadow.inherit = False
    frame = box.text_frame
    frame.margin_left = frame.margin_right = Cm(0.5)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    notes = [(note, 12.0, False, _GREY) for note in tile.notes]
    fits = width_em(tile.figure) * Pt(_FIGURE_PT) <= area.width - 2 * frame.margin_left
    figure_pt = _FIGURE_PT if fits else _LONG_FIGURE_PT
    write(frame, [(tile.label, 14, False, _GREY), (tile.figure, figure_pt, True, _INK), *notes])
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_after = Pt(4)


def _tag(deck: Deck, slide: Slide, word: str) -> None:
    wide, high = int(Cm(width_em(word) * _TAG_POINTS * _CM_PER_POINT + 1)), int(Cm(_TAG_HIGH_CM))
    left = deck.slide_width - wide - int(Cm(1.3))
    box: Any = slide.shapes.add_textbox(left, int(Cm(0.85)), wide, high)
    box.name = word
    box.line.color.rgb = RGBColor.from_string(_SIGNAL)
    frame = box.text_frame
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    write(frame, [(word, _TAG_POINTS, True, _SIGNAL)])
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
