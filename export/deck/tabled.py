"""Tables of the deck: as many rows to a slide as its lines leave room for."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from math import ceil
from typing import Any, TypeAlias

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Cm

from analysis.charts.style import LIGHT_TINTS
from export.caption import Caption
from export.deck import template
from export.deck.letters import write
from export.deck.slides import furnish, note, say
from export.deck.template import TABLE, Area, Deck, Slide
from export.pack.columns import shares_of
from export.pack.listing import Listing
from export.theme import INK
from texts import Texts
from texts.wrap import width_em

Cells: TypeAlias = tuple[str, ...]
_INK, _GREY, _HEAD, _PAPER = INK[1:].upper(), "5A6775", "E3EAF2", "FFFFFF"
_MOST_SLIDES, _POINTS = 3, 12
_EM_CM = _POINTS * 2.54 / 72
_LINE_CM, _AROUND_CM, _SIDES_CM, _SPARE_EM = 0.56, 0.3, 0.3, 1
_ABOVE_CM = 1.7  # for the sentence above the table


def tables(deck: Deck, listing: Listing, about: Caption, t: Texts) -> None:
    """Add a listing, so many rows to a slide as fit; what has no room is counted.

    Where not all fit, every kind of the column ``listing.fair`` is shown with its first rows.
    """
    if not listing.rows:
        slide = template.new_slide(deck, TABLE, listing.title)
        say(slide, template.take_area(slide), listing.nothing)
        furnish(deck, slide, about, t)
        return
    area = template.area_of(deck, TABLE)
    room_em = area.cm[0] / _EM_CM
    listing = replace(listing, shares=shares_of(listing, room_em, _SIDES_CM / _EM_CM + _SPARE_EM))
    below = replace(
        area, top=area.top + int(Cm(_ABOVE_CM)), height=area.height - int(Cm(_ABOVE_CM))
    )
    for title, rows, said in _pages(listing, below, t):
        slide = template.new_slide(deck, TABLE, title)
        template.take_area(slide)
        if said:
            say_above = slide.shapes.add_textbox(area.left, area.top, area.width, int(Cm(1.6)))
            write(say_above.text_frame, [(said, 14, False, _GREY)])
        _table(slide, listing, rows, below)
        furnish(deck, slide, about, t)
        note(slide, about, t, (said,))


def _pages(listing: Listing, area: Area, t: Texts) -> Iterator[tuple[str, list[Cells], str]]:
    every = _cut(list(listing.rows), listing, area)
    if len(every) > _MOST_SLIDES and listing.fair is not None:
        chosen = [
            row for page in _cut(_fairly(listing), listing, area)[:_MOST_SLIDES] for row in page
        ]
        kinds = list(dict.fromkeys(row[listing.fair] for row in listing.rows))
        chosen.sort(key=lambda row: kinds.index(row[listing.fair or 0]))
        every = _cut(chosen, listing, area)
    shown = every[:_MOST_SLIDES]
    left_out = len(listing.rows) - sum(map(len, shown))
    for number, rows in enumerate(shown, 1):
        several = len(shown) > 1
        place = t("pack.page_of", page=number, pages=len(shown)) if several else ""
        last = number == len(shown) and left_out
        said = listing.summary if number == 1 else ""
        rest = t("pack.rows_left_out", count=left_out) if last else ""
        yield listing.title + place, rows, said + rest


def _fairly(listing: Listing) -> list[Cells]:
    """Return the first row of every kind, then the second of each, and so on."""
    kinds: dict[str, list[Cells]] = {}
    for row in listing.rows:
        kinds.setdefault(row[listing.fair or 0], []).append(row)
    return [row for rows in zip_longest(*kinds.values()) for row in rows if row is not None]


def _cut(rows: list[Cells], listing: Listing, area: Area) -> list[list[Cells]]:
    """Cut rows into slides by how high each is; one that fills a slide has it for itself."""
    room = area.cm[1] - _high_cm(listing.heads, listing, area)
    pages: list[list[Cells]] = [[]]
    left = room
    for row in rows:
        high = _high_cm(row, listing, area)
        if pages[-1] and high > left:
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= high
    return pages


def _high_cm(cells: Cells, listing: Listing, area: Area) -> float:
    """Return how high a row is that has room for the cell with the most lines."""
    most = max(
        sum(max(1, ceil(width_em(line) / _room_em(share, area))) for line in text.split("\n"))
        for text, share in zip(cells, listing.shares, strict=True)
    )
    return most * _LINE_CM + _AROUND_CM


def _room_em(share: float, area: Area) -> float:
    """Return how many letters a line of a column holds; a word that breaks early is allowed for."""
    return (area.cm[0] * share - _SIDES_CM) / _EM_CM - _SPARE_EM


def _table(slide: Slide, listing: Listing, rows: list[Cells], area: Area) -> None:
    highs = [int(Cm(_high_cm(cells, listing, area))) for cells in (listing.heads, *rows)]
    sides = (area.left, area.top, area.width, sum(highs))
    frame: Any = slide.shapes.add_table(len(rows) + 1, len(listing.heads), *sides)
    frame.name = listing.title
    table = frame.table
    for row, high in zip(table.rows, highs, strict=True):
        row.height = high
    for column, share in zip(table.columns, listing.shares, strict=True):
        column.width = int(area.width * share)
    for cell, text in zip(table.rows[0].cells, listing.heads, strict=True):
        _fill(cell, text, _HEAD, bold=True)
    for number, cells in enumerate(rows, 1):
        for place, (cell, text) in enumerate(zip(table.rows[number].cells, cells, strict=True)):
            light = listing.light(place, text)
            _fill(cell, text, LIGHT_TINTS[light][1:].upper() if light else _PAPER)


def _fill(
    cell: Any,  # noqa: ANN401 - python-pptx's own
    text: str,
    paper: str,
    *,
    bold: bool = False,
) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor.from_string(paper)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Cm(0.15)
    cell.margin_top = cell.margin_bottom = Cm(0.05)
    write(cell.text_frame, [(line, _POINTS, bold, _INK) for line in text.split("\n")])
