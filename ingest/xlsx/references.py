"""Cell references such as ``C3`` and ``A1:B2``, as row and column."""

import re
from functools import lru_cache

from ingest.tables import Cell, Merge

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)
_LETTERS = re.compile("[A-Z]{1,3}")


def place_of(reference: str) -> Cell | None:
    """Return (row, column counted from 0), or None for no reference.

    >>> place_of("C3"), place_of("AA10"), place_of("")
    ((3, 2), (10, 26), None)
    """
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    return int(match[2]), column_of(match[1]) or 0


def merge_of(reference: str) -> Merge | None:
    """Return the range a reference names, or None for no reference.

    >>> merge_of("A2:B6")
    Merge(top=2, left=0, bottom=6, right=1)
    """
    first, _, last = reference.partition(":")
    start, end = place_of(first), place_of(last or first)
    return Merge(*start, *end) if start and end else None


@lru_cache(1024)
def column_of(letters: str) -> int | None:
    """Return the column of its letters, counted from 0, or None for what are no letters of one.

    >>> column_of("C"), column_of("AA"), column_of("C1"), column_of("")
    (2, 26, None, None)
    """
    if not _LETTERS.fullmatch(letters):
        return None
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
