"""Who carries an item: rows about an item as a whole name all of its units."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from analysis.circular.source_rows import SourceRows
from analysis.circular.written import Number, Paragraph, Piece, Source

Carried = Mapping[tuple[str, str], Sequence[str]]  # units by kind and number of an item


def with_units(paragraph: Paragraph, carried: Carried) -> Paragraph:
    """Return a paragraph whose numbers name the units of every item they rest on."""
    cells = tuple(_pieces(cell, carried) for cell in paragraph.cells)
    return replace(paragraph, pieces=_pieces(paragraph.pieces, carried), cells=cells)


def _pieces(pieces: tuple[Piece, ...], carried: Carried) -> tuple[Piece, ...]:
    return tuple(one if isinstance(one, str) else _number(one, carried) for one in pieces)


def _number(number: Number, carried: Carried) -> Number:
    rows, of = (_sources(found, carried) for found in (number.rows, number.of))
    return replace(number, rows=rows, of=of)


def _sources(found: Sequence[Source], carried: Carried) -> Sequence[Source]:
    named = partial(_source, carried)
    return found.said_by(named) if isinstance(found, SourceRows) else tuple(map(named, found))


def _source(carried: Carried, source: Source) -> Source:
    if source.responsible_unit or not source.item_kind or not source.item_id:
        return source
    units = carried.get((source.item_kind, source.item_id), ())
    return replace(source, carried_by=tuple(units))
