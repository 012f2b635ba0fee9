"""Fills the template of the deck, slide by slide."""

import io
from dataclasses import replace

import plotly.graph_objects as go

from analysis.charts.spoken import spoken
from export.caption import Caption, file_name
from export.deck import native, slides, tabled, template
from export.deck.part import FILE, KEY
from export.deck.readable import readable
from export.deck.template import Area, Deck, Slide
from export.pack.parts import Entry
from export.pack.studio import Studio
from export.pack.subject import Shown, Subject
from export.refusals import PictureError
from export.sizes import PictureSize
from export.steady import steady

_DPI = 200


def made(subject: Subject, studio: Studio) -> Entry:
    """Return the deck, made from the office's own template, else from the delivered one.

    Raises:
        TemplateError: when the template cannot be filled.
    """
    t, period = subject.t, subject.period
    about = subject.about(t("pack.deck_title", year=period.year, month=period.month))
    deck = template.opened(subject.template or FILE.read_bytes())
    slides.cover(deck, about, subject)
    slides.key_figures(deck, about, subject)
    lost = [why for one in subject.shown if (why := _chart(deck, one, subject, studio))]
    for listing in subject.listings:
        tabled.tables(deck, listing, replace(about, title=listing.title), t)
    why = t("pack.without_pictures", count=len(lost), reason=lost[0]) if lost else ""
    raw = _saved(deck, about, subject)
    return Entry(KEY, file_name(about, "pptx", t), about, raw, why=why, failed=bool(lost))


def _chart(deck: Deck, shown: Shown, subject: Subject, studio: Studio) -> str:
    """Add the slide of a chart; return why its picture is missing, empty when it is there."""
    if shown.figure is None:
        return ""
    t = subject.t
    studio.step(shown.about.title)
    slide, area = slides.chart(deck, shown, t)
    plain = readable(shown.figure) if subject.native_charts else None
    if plain is not None:
        frame = native.put(slide, plain, slides.above_line(area))
        frame.name = shown.about.title
        slides.under_chart(slide, area, slides.measure(shown.about, t))
        return ""
    whole = area
    if subject.native_charts:
        area = slides.above_line(whole)
    try:
        _picture(slide, area, shown, shown.figure, studio, spoken(shown.figure, t))
    except PictureError as refused:
        why = studio.why(refused)
        slides.say(slide, area, why)
        return why
    if subject.native_charts:
        slides.under_chart(slide, whole, t("pack.stays_a_picture"))
    return ""


def _picture(
    slide: Slide, area: Area, shown: Shown, figure: go.Figure, studio: Studio, said: str
) -> None:
    wide, high = area.cm
    bare = replace(shown.about, title="", zone="", source="")  # the slide itself says these
    raw = studio.picture(figure, bare, PictureSize("deck", wide, high, _DPI))
    sides = (area.left, area.top, area.width, area.height)
    picture = slide.shapes.add_picture(io.BytesIO(raw), *sides)
    picture.name = shown.about.title
    picture.element._nvXxPr.cNvPr.set("descr", said)  # noqa: SLF001 - python-pptx has no other way


def _saved(deck: Deck, about: Caption, subject: Subject) -> bytes:
    known, moment = deck.core_properties, subject.committed_at.replace(tzinfo=None)
    known.title, known.author, known.last_modified_by = about.title, about.zone, about.zone
    known.subject, known.comments = about.as_of, about.source
    known.created = known.modified = moment
    known.revision = 1
    out = io.BytesIO()
    deck.save(out)
    return steady(out.getvalue(), subject.committed_at)
