"""The rows behind every number of a circular, as XLSX."""

from collections.abc import Iterator

from analysis.charts.words import Words
from analysis.circular.sources import units
from analysis.circular.written import Circular, Number, Source
from export.listing import Listing, workbook

_COLUMNS = {  # heads by their sentence, and how wide
    "circular.sources_number": 16,
    "circular.sources_use": 8,
    "table.item": 8,
    "table.name": 34,
    "table.unit": 22,
    "table.month": 10,
    "table.seen": 44,
}


MOST_ROWS = 20_000  # of the whole list; it is read by people, who check some of them
_MOST_OF_MANY = 200  # of each number, where there are more


def xlsx(circular: Circular, words: Words, *, as_of: str) -> bytes:
    """Return one row per number and row it rests on, in the order of the text.

    Of more than ``MOST_ROWS`` the first of each number are listed, and it is said how many there
    are in all: the screen shows the rows of every number.
    """
    t, numbers = words.t, circular.numbers.values()
    every = sum(len(one.rows) + len(one.of) for one in numbers)
    most = None if every <= MOST_ROWS else _MOST_OF_MANY
    rows = [row for one in numbers for row in _rows(one, words, most)]
    shortened = t("circular.sources_shortened", count=f"{every:,}", most=_MOST_OF_MANY)
    listing = Listing(
        name=t("page.circular"),
        title=t("circular.sources_title", title=circular.title),
        notes=(as_of,) if most is None else (as_of, shortened),
        mark=circular.mark,
        heads=tuple(map(t, _COLUMNS)),
        widths=tuple(_COLUMNS.values()),
        rows=tuple(rows),
    )
    return workbook([listing])


def _rows(number: Number, words: Words, most: int | None) -> Iterator[tuple[str | None, ...]]:
    for use, sources in (("counted", number.rows), ("of", number.of)):
        for source in sources[:most]:
            yield (number.shown, words.t(f"circular.sources_{use}"), *_cells(source, words))


def _cells(source: Source, words: Words) -> tuple[str | None, ...]:
    named = units(source, words) or None
    return (source.item_id, source.item_name, named, source.period, source.said)
