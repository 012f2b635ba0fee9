"""What each cell of a header means, in whichever words an office writes it."""

import re
from collections import Counter
from dataclasses import dataclass

from domain.columns import Projects, Tasks
from ingest.aliases import COLUMNS, Column
from ingest.characters import fold, without_invisible
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
    """A recognised header row; ``twice`` names standard headers that two cells claim."""

    kind: SheetKind
    row: RawRow  # the last one, when there are two
    first_row: int
    cells: tuple[HeaderCell, ...]
    twice: tuple[str, ...]
    score: int

    def position(self, column: str) -> int | None:
        """Return where a column is, counted from 0."""
        for cell in self.cells:
            if cell.column == column:
                return cell.position - 1
        return None

    def cell(self, column: str) -> HeaderCell | None:
        """Return the header cell of a column."""
        return next((cell for cell in self.cells if cell.column == column), None)


def understood(row: RawRow, kind: SheetKind, first_row: int | None = None) -> Header:
    """Read a row as the header of a kind of sheet; it may begin on an earlier row."""
    plain = [_plain(text) for text in row.cells[: row.width]]
    claims = _claims(plain, kind)
    count = Counter(column.name for column in claims.values())
    cells = tuple(
        _header_cell(position, row.cells[position], plain[position], claims.get(position))
        for position in range(row.width)
    )
    telling = {column.name for column in claims.values() if column.telling}
    named = {column.name: column for column in claims.values()}
    return Header(
        kind=kind,
        row=row,
        first_row=row.number if first_row is None else first_row,
        cells=cells,
        twice=tuple(named[name].header for name, times in count.items() if times > 1),
        score=len(count) + _WEIGHT * len(telling) if _is_header(kind, named) else 0,
    )


def _is_header(kind: SheetKind, named: dict[str, Column]) -> bool:
    """Tell whether enough was recognised; a plan table needs its names, a report its keys."""
    telling = any(column.telling for column in named.values())
    required = sum(column.required for column in named.values())
    needed = required >= _FEWEST if kind is SheetKind.PROGRESS else _NAME[kind] in named
    return telling and needed and len(named) >= _FEWEST


def is_same_header(row: RawRow, header: Header) -> bool:
    """Tell whether a row repeats the header, as printed sheets do on every page."""
    width = len(header.cells)
    return row.width == width and all(
        row.cells[place].strip() == header.cells[place].typed for place in range(width)
    )


def _claims(plain: list[str], kind: SheetKind) -> dict[int, Column]:
    claims: dict[int, Column] = {}
    for wanted in _passes(kind):
        taken = {column.name for column in claims.values()}
        for position, text in enumerate(plain):
            column = _meant(text, wanted) if text and position not in claims else None
            if column is not None and column.name not in taken:
                claims[position] = column
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


def _header_cell(position: int, typed: str, plain: str, column: Column | None) -> HeaderCell:
    measure = _BRACKETED.search(plain) or _BARE.search(plain)
    return HeaderCell(
        position=position + 1,
        typed=typed.strip(),
        column=str(column.name) if column else None,
        standard=column.header if column else None,
        measure=measure[1] if measure else None,
    )


def _plain(typed: str) -> str:
    if len(typed) > _LONGEST:
        return typed[:_LONGEST]  # no header; folding it all would only take time
    return _YEAR.sub("YYYY年", _MARKS.sub("", _SPACE.sub("", fold(without_invisible(typed)))))


def _base(plain: str) -> str:
    return _BARE.sub("", _BRACKETED.sub("", plain))
