"""What each cell of a header means, in whichever words an office writes it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from domain.columns import Projects, Tasks
from ingest.aliases import COLUMNS, Column
from ingest.aliases.others import known_heading
from ingest.header_paths import BETWEEN, paths_of, spellings
from ingest.headings import claims, measure_of, plain_header
from ingest.report import HeaderCell, SheetKind
from ingest.tables import RawRow

_FEWEST = 3  # recognised columns that make a row a header
_NAME = {
    SheetKind.PROJECTS: Projects.NAME,
    SheetKind.TASKS: Tasks.NAME,
}
_WEIGHT = 2  # of a telling column


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised header; ``twice`` names standard headers that two cells claim."""

    kind: SheetKind
    rows: tuple[RawRow, ...]  # as they stand in the sheet
    cells: tuple[HeaderCell, ...]
    twice: tuple[str, ...]
    score: int
    _places: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where each column is, for it is asked for every cell."""
        places = {str(one.column): one.position - 1 for one in reversed(self.cells) if one.column}
        object.__setattr__(self, "_places", places)

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
        return self._places.get(column)

    def place_of(self, standard: str) -> int | None:
        """Return where a heading is that is known but stands for no column of ours."""
        places = (one.position - 1 for one in self.cells if one.standard == standard)
        return next(places, None)

    def cell(self, column: str) -> HeaderCell | None:
        """Return the header cell of a column."""
        return next((cell for cell in self.cells if cell.column == column), None)


@dataclass(frozen=True, slots=True)
class Headings:
    """What stands above each column in some rows: as typed, and in each plain spelling."""

    rows: tuple[RawRow, ...]
    typed: list[str]
    plain: list[tuple[str, ...]]

    @classmethod
    def of(cls, rows: Sequence[RawRow]) -> Self:
        """Read the rows as headings one above the other."""
        paths = paths_of(rows)
        plain = [tuple(plain_header(text) for text in spellings(path)) for path in paths]
        return cls(tuple(rows), [BETWEEN.join(path) for path in paths], plain)


def understood(rows: Sequence[RawRow], kind: SheetKind, mapping: Mapping[str, str]) -> Header:
    """Read rows as the header of a kind of sheet; a ``mapping`` made by hand comes first."""
    headings = Headings.of(rows)
    return _header(headings, kind, _claimed(headings, kind, mapping))


def headers_in(
    rows: Sequence[RawRow], kinds: Iterable[SheetKind], mapping: Mapping[str, str]
) -> Iterator[Header]:
    """Yield what rows are as the header of each kind in which enough of them is recognised."""
    headings = Headings.of(rows)
    for kind in kinds:
        claimed = _claimed(headings, kind, mapping)
        if _score(kind, claimed):
            yield _header(headings, kind, claimed)


def _claimed(headings: Headings, kind: SheetKind, mapping: Mapping[str, str]) -> dict[int, Column]:
    by_hand = _by_hand(headings.typed, kind, mapping) if mapping else {}
    return claims(headings.plain, kind, by_hand)


def _header(headings: Headings, kind: SheetKind, claimed: dict[int, Column]) -> Header:
    times = Counter(claimed.values())
    return Header(
        kind=kind,
        rows=headings.rows,
        cells=tuple(
            _header_cell(place, typed, plain, claimed.get(place))
            for place, (typed, plain) in enumerate(zip(headings.typed, headings.plain, strict=True))
        ),
        twice=tuple(column.header for column, count in times.items() if count > 1),
        score=_score(kind, claimed),
    )


def _score(kind: SheetKind, claimed: dict[int, Column]) -> int:
    """Return how much was recognised, 0 where it makes no header of the kind."""
    named = {column.name: column for column in claimed.values()}
    telling = sum(column.telling for column in named.values())
    return len(named) + _WEIGHT * telling if _is_header(kind, named) else 0


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


def _by_hand(typed: list[str], kind: SheetKind, mapping: Mapping[str, str]) -> dict[int, Column]:
    """Return the columns a person chose, by their place; a meaning of another kind is passed."""
    meant = {plain_header(text): wanted for text, wanted in mapping.items()}
    columns = {name: one for one in COLUMNS[kind] for name in (one.header, str(one.name))}
    wanted = ((place, meant.get(plain_header(text))) for place, text in enumerate(typed))
    return {place: columns[name] for place, name in wanted if name in columns}


def _header_cell(
    place: int, typed: str, plain: tuple[str, ...], column: Column | None
) -> HeaderCell:
    parts = [plain_header(part) for part in reversed(typed.split(BETWEEN))]  # the narrowest first
    known = next((one for text in plain if (one := known_heading(text))), None)
    return HeaderCell(
        position=place + 1,
        typed=typed,
        column=str(column.name) if column else None,
        standard=column.header if column else known,
        measure=next((one for text in parts if (one := measure_of(text))), None),
    )
