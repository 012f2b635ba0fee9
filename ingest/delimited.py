"""Reading comma, semicolon and tab separated text strictly: a doubt about quotes is an error."""

import re
from collections.abc import Iterator

from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Limits
from ingest.tables import RawRow, RawTable

DELIMITERS = (",", ";", "\t")
_SEP_LINE = re.compile(r"sep=([,;\t])(?:\r\n|\r|\n)")
_UNQUOTED_LINE = re.compile(r'([^"\r\n]*+)(?:\r\n|\r|\n|\Z)')
_BLANK_FACTOR = 10  # blank rows do not count as rows, but not without end
_WIDEST = 1000  # cells of a row that is still worth cutting up
_BLANK_TAIL = 300  # empty cells kept at the end of a row; some programs write 16,384
_MOST_CELLS = 2_000_000
_SPARE = 100  # title rows, notes and totals beside the data rows


def records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    r"""Give (row number, cells) of each record; a quoted cell may hold line breaks.

    >>> list(records('a,"b\n""c"" "\r\nd,\r', ","))
    [(1, ['a', 'b\n"c" ']), (2, ['d', ''])]

    Raises:
        SheetRefusedError: when a quote is not closed or text follows a closing quote.
    """
    field = re.compile(rf'"([^"]*(?:""[^"]*)*)"|([^{delimiter}\r\n]*)')
    tail = re.compile(rf"{delimiter}++(?=[\r\n]|\Z)")
    ends = re.compile(rf"({delimiter})|\r\n|\r|\n|\Z")
    position, number, cells = 0, 1, list[str]()
    while position < len(text) or cells:
        line = None if cells else _UNQUOTED_LINE.match(text, position)
        if line and line[1].count(delimiter) < _BLANK_TAIL:
            yield number, line[1].split(delimiter)
            number, position = number + 1, line.end()
            continue
        match = _at(field, text, position, number)
        cells.append(_cell(match))
        if match[1] is None and match[0].startswith('"'):
            raise SheetRefusedError(found(Code.E_CSV_QUOTE, number, value=match[0]))
        position = match.end()
        if blank := tail.match(text, position):
            cells.extend([""] * min(len(blank[0]), _BLANK_TAIL))
            position = blank.end()
        end = _at(ends, text, position, number)
        if end[1] is None:
            yield number, cells
            number, cells = number + 1, []
        elif len(cells) > _WIDEST:
            raise SheetRefusedError(found(Code.E_TOO_MANY_COLUMNS, number, limit=str(_WIDEST)))
        position = end.end()


def table(text: str, delimiter: str, limits: Limits) -> RawTable:
    """Return the whole text as a table; ``too_many_rows`` says that reading stopped.

    Raises:
        SheetRefusedError: when the text cannot be cut into cells.
    """
    rows: list[RawRow] = []
    filled, cut, start = 0, 0, 0
    if mark := _SEP_LINE.match(text):
        start = mark.end()
        rows.append(RawRow(1, ()))
    for number, cells in records(text[start:], delimiter):
        rows.append(RawRow(number + bool(start), tuple(cells)))
        filled, cut = filled + any(map(str.strip, cells)), cut + len(cells)
        if cut > _MOST_CELLS:
            return RawTable(tuple(rows), too_many_columns=True, ragged_matters=True)
        if filled > limits.max_rows + _SPARE or number > limits.max_rows * _BLANK_FACTOR:
            return RawTable(tuple(rows), too_many_rows=True, ragged_matters=True)
    return RawTable(tuple(rows), ragged_matters=True)


def stated_delimiter(text: str) -> str | None:
    """Return the delimiter that Excel's own first line ``sep=;`` states, if there is one."""
    mark = _SEP_LINE.match(text)
    return mark[1] if mark else None


def _at(pattern: re.Pattern[str], text: str, position: int, number: int) -> re.Match[str]:
    match = pattern.match(text, position)
    if match is None:
        raise SheetRefusedError(
            found(Code.E_CSV_QUOTE, number, value=text[position : position + 20])
        )
    return match


def _cell(match: re.Match[str]) -> str:
    return match[2] if match[1] is None else match[1].replace('""', '"')
