"""Fills the template of the deck, slide by slide."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import plotly.graph_objects as go

from analysis.charts.spoken import spoken
from export.caption import Caption, file_name
from export.deck import letters, native, slides, tabled, template
from export.deck.part import FILE, KEY
from export.deck.readable import Readable, readable
from export.deck.template import CHART, Area, Deck, Slide
from export.pack.ahead import Wanted
from export.pack.parts import Entry
from export.pack.studio import Studio
from export.pack.subject import Shown, Subject
from export.refusals import PictureError
from export.sizes import PictureSize
from export.steady import steady
from texts import Texts

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
    tried = _Tried()
    studio.expect_pictures(_wanted(deck, subject))
    for one in subject.shown:
        if one.figure is not None:
            _chart(deck, one, one.figure, subject, studio, tried)
    for listing in subject.listings:
        tabled.tables(deck, listing, replace(about, title=listing.title), t)
    for slide in deck.slides:
        letters.name_language(slide, "zh-CN")
    raw, lost = _saved(deck, about, subject), bool(tried.lost)
    return Entry(KEY, file_name(about, "pptx", t), about, raw, why=tried.said(t), failed=lost)


@dataclass(slots=True)
class _Tried:
    """What became of the charts whose picture could not be made, and why it could not."""

    instead: int = 0
    lost: list[str] = field(default_factory=list[str])
    why: str = ""

    def said(self, t: Texts) -> str:
        names = t("key.joiner").join(self.lost)
        count = len(self.lost)
        return "".join(
            (
                t("pack.editable_instead", count=self.instead) if self.instead else "",
                t("pack.charts_left_out", count=count, names=names) if count else "",
                self.why,
            )
        )


def _chart(
    deck: Deck, shown: Shown, figure: go.Figure, subject: Subject, studio: Studio, tried: _Tried
) -> None:
    """Add the slide of a chart.

    Where its picture cannot be made, an editable chart takes its place; a kind that has none is
    left out, for a slide without its chart says nothing.
    """
    studio.step(shown.about.title)
    plain = readable(figure)
    if plain is not None and subject.native_charts:
        _put_native(deck, shown, plain, subject.t)
        return
    area = _picture_area(deck, subject)
    asked = _picture(area, shown, figure)
    try:
        raw = studio.picture(asked.figure, asked.about, asked.size)
    except PictureError as refused:
        tried.why = studio.why(refused)
        if plain is None:
            tried.lost.append(shown.about.title)
            return
        tried.instead += 1
        _put_native(deck, shown, plain, subject.t)
        return
    slide = slides.chart(deck, shown, subject.t)
    _put_picture(slide, area, raw, shown.about.title, spoken(figure, subject.t))
    if subject.native_charts:
        stays = subject.t("pack.stays_a_picture")
        slides.under_chart(slide, template.area_of(deck, CHART), stays)


def _wanted(deck: Deck, subject: Subject) -> Iterator[Wanted]:
    area = _picture_area(deck, subject)
    for one in subject.shown:
        if one.figure is not None and not (subject.native_charts and readable(one.figure)):
            yield _picture(area, one, one.figure)


def _picture_area(deck: Deck, subject: Subject) -> Area:
    """Return the room for a picture: a line below it says why it is none that can be edited."""
    whole = template.area_of(deck, CHART)
    if not subject.native_charts:
        return whole
    return slides.above_line(whole, subject.t("pack.stays_a_picture"))


def _put_native(deck: Deck, shown: Shown, plain: Readable, t: Texts) -> None:
    area = template.area_of(deck, CHART)
    slide, measure = slides.chart(deck, shown, t), slides.measure(shown.about, t)
    frame = native.put(slide, plain, slides.above_line(area, measure))
    frame.name = shown.about.title
    slides.under_chart(slide, area, measure)


def _picture(area: Area, shown: Shown, figure: go.Figure) -> Wanted:
    bare = replace(shown.about, title="", zone="", source="", tagged=False)  # the slide says these
    return Wanted(figure, bare, PictureSize("deck", *area.cm, _DPI))


def _put_picture(slide: Slide, area: Area, raw: bytes, title: str, said: str) -> None:
    sides = (area.left, area.top, area.width, area.height)
    picture = slide.shapes.add_picture(io.BytesIO(raw), *sides)
    picture.name = title
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
