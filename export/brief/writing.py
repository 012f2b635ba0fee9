"""What stands in the brief: figures in words, charts with numbers, tables, the circular's text."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from analysis import judging
from analysis.charts.spoken import spoken
from analysis.circular.written import Style, blocks
from export import official
from export.brief.listed import rows as listed
from export.brief.part import SECTIONS, of_section
from export.circular_docx import add_table
from export.official import Look
from export.pack.listing import Listing, of_chains, of_items
from export.pack.subject import Shown, Subject
from texts import Texts

WIDTH_CM = 15.6  # of the type area
# Two figures fit on a page with what is said of them; one with a row per unit is taller.
HEIGHT_CM = {"zh": 6.5, "en": 7.2}
_TALL_CM = {"zh": 8.1, "en": 8.2}
_TALL = frozenset({"owed", "load", "load_state", "load_projects"})
_NUMBERS = re.compile(r"[（(][\w/-]+(?:(?:、|, )[\w/-]+){8,}[）)]", re.ASCII)
_BRACKET = re.compile(r"[（(;；].*", re.DOTALL)
_NUMBERED = re.compile(r"^[一二三四五六七八九十\d]+[、.]\s*")


@dataclass(slots=True)
class Writing:
    """A brief being written: its document, and how far its numbers have come."""

    document: Document
    subject: Subject
    sections: int = 0
    figures: int = 0
    tables: int = 0
    missing: list[str] = field(default_factory=list[str])

    @property
    def t(self) -> Texts:
        """Return the texts of the brief."""
        return self.subject.t

    def section(self, name: str) -> None:
        """Begin a section with the next number."""
        number = self.t("circular.numbers")[self.sections]
        self.sections += 1
        said = self.t("circular.heading", number=number, heading=self.t(f"pack.section_{name}"))
        official.add(self.document, Look.HEADING, said)

    def say(self, sentence: str) -> Paragraph:
        """Add a paragraph and return it."""
        return official.add(self.document, Look.BODY, sentence)


def height_cm(key: str, t: Texts) -> float:
    """Return how high the figure of a chart is."""
    return (_TALL_CM if key in _TALL else HEIGHT_CM)[t.language]


Draw = Callable[[Shown], bytes | str]  # a picture, or the sentence why there is none


def write(document: Document, title: str, subject: Subject, draw: Draw) -> list[str]:
    """Fill the document; return why pictures are missing, one sentence each."""
    writing = Writing(document, subject)
    official.add(document, Look.TITLE, title)
    _lead(writing)
    _summary(writing)
    _charts(writing, draw)
    annexes = _annexes(writing.subject)
    _circular(writing, annexes)
    _append(writing, annexes)
    return writing.missing


def _lead(writing: Writing) -> None:
    about, plan = writing.subject.about(""), writing.subject.board.plan
    name = plan.title_english if writing.t.language == "en" else plan.title
    said = writing.t("pack.brief_lead", as_of=about.as_of, title=name, source=about.source)
    chosen = writing.t("pack.brief_filters", filters=about.filters) if about.filters else ""
    writing.say(said + chosen)


def _summary(writing: Writing) -> None:
    """Say the key figures, and by which rule items are judged: figures do not repeat it."""
    subject = writing.subject
    writing.section("summary")
    for tile in subject.tiles():
        notes = writing.t("pack.notes_joiner").join(tile.notes)
        writing.say(
            writing.t("pack.brief_figure", label=tile.label, figure=tile.figure, notes=notes)
        )
    rule = judging.rule(writing.t, subject.board.plan, subject.period)
    writing.say(writing.t("pack.brief_rule", rule=rule))


def _charts(writing: Writing, draw: Draw) -> None:
    subject = writing.subject
    for section, keys in SECTIONS:
        shown = [one for one in of_section(subject, keys) if one.figure is not None]
        if not shown and section != "investment":
            continue
        writing.section(section)
        if section == "investment":
            _table(writing, of_chains(subject.board, subject.period, subject.words))
        for one in shown:
            _figure(writing, one, draw)


def _figure(writing: Writing, shown: Shown, draw: Draw) -> None:
    """Say what a chart shows, then the chart, then its number and title."""
    if shown.figure is None:
        return
    writing.figures += 1
    t, number = writing.t, writing.figures
    sentence = shown.says or shown.about.title
    said = writing.say(t("pack.brief_shows", sentence=sentence, number=number))
    said.paragraph_format.keep_with_next = True
    drawn = draw(shown)
    paragraph = official.add(writing.document, Look.CELL, "")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.line_spacing = 1
    if isinstance(drawn, str):
        writing.missing.append(drawn)
        paragraph.add_run(drawn)
    else:
        picture: Any = paragraph.add_run().add_picture(io.BytesIO(drawn), Cm(WIDTH_CM))
        picture._inline.docPr.set("descr", spoken(shown.figure, t))  # noqa: SLF001 - no other way
    measure = _BRACKET.sub("", shown.about.unit_of_measure).strip()  # the picture says all of it
    _title(writing, "pack.figure_title", number, shown.about.title, measure)


def _table(writing: Writing, listing: Listing) -> None:
    """Add a short table on one page."""
    writing.tables += 1
    _title(writing, "pack.table_title", writing.tables, listing.title, writing.t("pack.yi"))
    table = listed(writing.document, listing, writing.t)
    for row in table.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _title(writing: Writing, key: str, number: int, title: str, measure: str) -> None:
    said = writing.t(key, number=number, title=title, measure=measure)
    paragraph = official.add(writing.document, Look.CELL, said)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = key == "pack.table_title"


def _circular(writing: Writing, annexes: list[Listing]) -> None:
    """Take the text of 督查通报 in, its headings one level lower, its own opening left out."""
    writing.section("circular")
    _counted(writing)
    numbers = iter(writing.t("circular.numbers"))
    paragraphs = writing.subject.circular.paragraphs
    begins = next((n for n, one in enumerate(paragraphs) if one.style is Style.HEADING), 0)
    for paragraph, *rest in blocks(paragraphs[begins:]):
        if paragraph.style is Style.HEAD:
            writing.document.paragraphs[-1].paragraph_format.keep_with_next = True
            add_table(writing.document, [paragraph, *rest])
        elif paragraph.style is Style.HEADING:
            heading = _NUMBERED.sub("", paragraph.text)
            said = writing.t("pack.subheading", number=next(numbers), heading=heading)
            official.add(writing.document, Look.SUBHEADING, said)
        elif paragraph.style is Style.BODY:
            writing.say(_NUMBERS.sub(writing.t("pack.numbers_in_annex"), paragraph.text))
    writing.document.paragraphs[-1].paragraph_format.keep_with_next = True
    _name_annexes(writing, annexes)
    signed = [one.text for one in paragraphs if one.style is Style.SIGNED]
    for text in signed:  # on the page of the last words: a page of signatures alone is no page
        line = official.add(writing.document, Look.SIGNED, text)
        line.paragraph_format.keep_with_next = text != signed[-1]


def _counted(writing: Writing) -> None:
    """Say up to which day reports are counted."""
    day = date.fromisoformat(writing.subject.watched.today)
    spelled = {"year": day.year, "month": day.month, "day": day.day}
    writing.say(writing.t("pack.brief_counted", **spelled))


def _annexes(subject: Subject) -> list[Listing]:
    """Return what stands behind the body, in the order of its numbers."""
    items = of_items(subject.board, subject.period, subject.words)
    return [one for one in (items, *subject.listings) if one.rows]


def _name_annexes(writing: Writing, annexes: list[Listing]) -> None:
    """Name the annexes below the body, as an official document does."""
    for number, listing in enumerate(annexes, 1):
        key = "pack.annexes_first" if number == 1 else "pack.annexes_next"
        named = writing.say(writing.t(key, number=number, title=listing.title))
        named.paragraph_format.keep_with_next = True


def _append(writing: Writing, annexes: list[Listing]) -> None:
    for number, listing in enumerate(annexes, 1):
        mark = official.add(writing.document, Look.HEADING, writing.t("pack.annex", number=number))
        mark.paragraph_format.page_break_before = True
        official.unindented(mark)
        official.add(
            writing.document, Look.TITLE, listing.title
        ).paragraph_format.keep_with_next = True
        listed(writing.document, listing, writing.t)
