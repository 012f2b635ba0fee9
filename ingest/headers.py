"""What each cell of a header means, in whichever words an office writes it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.columns import Projects, Tasks
from ingest.aliases import COLUMNS, Column
from ingest.characters import fold, without_invisible
from ingest.header_paths import BETWEEN, paths_of, spellings
from ingest.report import HeaderCell, SheetKind
from ingest.tables import RawRow

_FEWEST = 3  # recognised columns that make a row a header
_NAME = {
    SheetKind.PROJECTS: Projects.NAME,
    SheetKind.TASKS: Tasks.NAME,
}
_WEIGHT = 2  # of a telling column
_LONGEST = 100  # characters of a header
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"[*★]|\(必填\)|\(选填\)")
_YEAR = re.compile(r"\d{4}年度?")
_BRACKETED = re.compile(r"[(\[](?:计量单位|单位)?:?(亿元|万元|元|%)(?:[,、;].*)?[)\]]$")
_BARE = re.compile(r"[:/]?(亿元|万元)$")


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised header; ``twice`` names standard headers that two cells claim."""

    kind: SheetKind
    rows: tuple[RawRow, ...]  # as they stand in the sheet
    cells: tuple[HeaderCell, ...]
    twice: tuple[str, ...]
    score: int

    @property
    def row(self) -> RawRow:
        """The last row of the header, under which the data begin."""
        return self.rows[-1]

    @property
    def first_row(self) -> int:
        """The number of the first row of the header."""
        return self.rows[0].number

    @property
    def width(self) -> int:
        """How many columns have a heading."""
        return len(self.cells)

    @property
    def measured(self) -> int:
        """How many headings state their unit of measure."""
        return sum(cell.measure is not None for cell in self.cells)

    def position(self, column: str) -> int | None:
        """Return where a column is, counted from 0."""
        for cell in self.cells:
            if cell.column == column:
                return cell.position - 1
        return None

    def cell(self, column: str) -> HeaderCell | None:
        """Return the header cell of a column."""
        return next((cell for cell in self.cells if cell.column == column), None)


def understood(rows: Sequence[RawRow], kind: SheetKind, mapping: Mapping[str, str]) -> Header:
    """Read rows as the header of a kind of sheet; a ``mapping`` made by hand comes first."""
    paths = paths_of(rows)
    plain = [tuple(plain_header(text) for text in spellings(path)) for path in paths]
    typed = [BETWEEN.join(path) for path in paths]
    claims = _claims(plain, kind, _by_hand(typed, kind, mapping))
    count = Counter(column.name for column in claims.values())
    cells = tuple(
        _header_cell(place, typed[place], plain[place], claims.get(place))
        for place in range(len(paths))
    )
    named = {column.name: column for column in claims.values()}
    telling = sum(column.telling for column in named.values())
    return Header(
        kind=kind,
        rows=tuple(rows),
        cells=cells,
        twice=tuple(named[name].header for name, times in count.items() if times > 1),
        score=len(count) + _WEIGHT * telling if _is_header(kind, named) else 0,
    )


def unmapped(row: RawRow) -> tuple[HeaderCell, ...]:
    """Return the cells of a row that may be a header though nothing in it was understood."""
    typed = (row.text(place).strip() for place in range(row.width))
    return tuple(HeaderCell(place, text) for place, text in enumerate(typed, 1))


def _is_header(kind: SheetKind, named: dict[str, Column]) -> bool:
    """Tell whether enough was recognised; a plan table needs its names, a report its keys."""
    telling = any(column.telling for column in named.values())
    required = sum(column.required for column in named.values())
    needed = required >= _FEWEST if kind is SheetKind.PROGRESS else _NAME[kind] in named
    return telling and needed and len(named) >= _FEWEST


def is_same_header(row: RawRow, header: Header) -> bool:
    """Tell whether a row repeats one of the header, as printed sheets do on every page."""
    typed = [cell.strip() for cell in row.cells[: row.width]]
    return any(typed == [cell.strip() for cell in one.cells[: one.width]] for one in header.rows)


@lru_cache(4096)
def plain_header(typed: str) -> str:
    """Return a heading without spaces, marks and years, to be compared with others."""
    if len(typed) > _LONGEST:
        return typed[:_LONGEST]  # no header; folding it all would only take time
    return _YEAR.sub("YYYY年", _MARKS.sub("", _SPACE.sub("", fold(without_invisible(typed)))))


def _by_hand(typed: list[str], kind: SheetKind, mapping: Mapping[str, str]) -> dict[int, Column]:
    """Return the columns a person chose, by their place; a meaning of another kind is passed."""
    meant = {plain_header(text): wanted for text, wanted in mapping.items()}
    columns = {name: one for one in COLUMNS[kind] for name in (one.header, str(one.name))}
    wanted = ((place, meant.get(plain_header(text))) for place, text in enumerate(typed))
    return {place: columns[name] for place, name in wanted if name in columns}


def _claims(
    plain: list[tuple[str, ...]], kind: SheetKind, by_hand: dict[int, Column]
) -> dict[int, Column]:
    claims = dict(by_hand)
    for wanted in _passes(kind):
        taken = {column.name for column in claims.values()}
        for place, ways in enumerate(plain):
            free = place not in claims
            column = next((one for text in ways if text and (one := _meant(text, wanted))), None)
            if free and column is not None and column.name not in taken:
                claims[place] = column
    return claims


def _passes(kind: SheetKind) -> list[list[tuple[str, Column]]]:
    columns = COLUMNS[kind]
    standard = [(one.header, one) for one in columns]
    also = [(alias, one) for one in columns for alias in one.aliases]
    weak = [(alias, one) for one in columns for alias in one.weak.split()]
    if kind is SheetKind.PROGRESS:  # a report decides on lights: no header outweighs another
        return [standard + also]
    return [standard, also, *([pair] for pair in weak)]


def _meant(text: str, wanted: list[tuple[str, Column]]) -> Column | None:
    base = _base(text)
    exact = next((column for header, column in wanted if header == text), None)
    return exact or next((column for header, column in wanted if header == base), None)


def _header_cell(
    place: int, typed: str, plain: tuple[str, ...], column: Column | None
) -> HeaderCell:
    measures = (_BRACKETED.search(text) or _BARE.search(text) for text in plain)
    measure = next((match[1] for match in measures if match), None)
    return HeaderCell(
        position=place + 1,
        typed=typed,
        column=str(column.name) if column else None,
        standard=column.header if column else None,
        measure=measure,
    )


def _base(plain: str) -> str:
    return _BARE.sub("", _BRACKETED.sub("", plain))
