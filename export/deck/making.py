"""Fills the template of the deck, slide by slide."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import plotly.graph_objects as go

from analysis.charts.spoken import spoken
from export.caption import Caption, file_name
from export.deck import letters, native, slides, tabled, template
from export.deck.part import FILE, KEY, charts
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
    filling = _Filling(deck, about, subject, _Tried())
    studio.expect_pictures(_wanted(deck, subject))
    for one in charts(subject):
        if one.figure is not None:
            filling.chart(one, one.figure, studio)
    for listing in subject.listings:
        tabled.tables(deck, listing, replace(about, title=listing.title), t)
    for slide in deck.slides:
        letters.name_language(slide, "zh-CN")
    raw, tried = _saved(deck, about, subject), filling.tried
    why, lost = tried.said(t), bool(tried.lost)
    return Entry(KEY, file_name(about, "pptx", t), about, raw, why=why, failed=lost)


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


@dataclass(frozen=True, slots=True)
class _Filling:
    """A deck being filled; ``about`` is what it says of itself."""

    deck: Deck
    about: Caption
    subject: Subject
    tried: _Tried

    def chart(self, shown: Shown, figure: go.Figure, studio: Studio) -> None:
        """Add the slide of a chart.

        Where its picture cannot be made, an editable chart takes its place; a kind that has none
        is left out, for a slide without its chart says nothing.
        """
        studio.step(shown.about.title)
        plain = readable(figure)
        if plain is not None and self.subject.native_charts:
            self._put_native(shown, plain)
            return
        area = _picture_area(self.deck, self.subject)
        asked = _picture(area, shown, figure)
        try:
            raw = studio.picture(asked.figure, asked.about, asked.size)
        except PictureError as refused:
            self._without(shown, plain, studio.why(refused))
        else:
            self._put_picture(shown, area, raw, spoken(figure, self.subject.t))

    def _without(self, shown: Shown, plain: Readable | None, why: str) -> None:
        self.tried.why = why
        if plain is None:
            self.tried.lost.append(shown.about.title)
            return
        self.tried.instead += 1
        self._put_native(shown, plain)

    def _put_native(self, shown: Shown, plain: Readable) -> None:
        t, area = self.subject.t, template.area_of(self.deck, CHART)
        slide = slides.chart(self.deck, shown, self.about, t)
        measure = slides.measure(shown.about, t)
        frame = native.put(slide, plain, slides.above_line(area, measure))
        frame.name = shown.about.title
        slides.under_chart(slide, area, measure)

    def _put_picture(self, shown: Shown, area: Area, raw: bytes, said: str) -> None:
        t = self.subject.t
        slide = slides.chart(self.deck, shown, self.about, t)
        _put_picture(slide, area, raw, shown.about.title, said)
        if self.subject.native_charts:
            stays = t("pack.stays_a_picture")
            slides.under_chart(slide, template.area_of(self.deck, CHART), stays)


def _wanted(deck: Deck, subject: Subject) -> Iterator[Wanted]:
    area = _picture_area(deck, subject)
    for one in charts(subject):
        if one.figure is not None and not (subject.native_charts and readable(one.figure)):
            yield _picture(area, one, one.figure)


def _picture_area(deck: Deck, subject: Subject) -> Area:
    """Return the room for a picture: a line below it says why it is none that can be edited."""
    whole = template.area_of(deck, CHART)
    if not subject.native_charts:
        return whole
    return slides.above_line(whole, subject.t("pack.stays_a_picture"))


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
