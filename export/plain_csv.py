"""Rows of text as the bytes of a CSV file that Excel opens as it is."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from ingest.characters import escaped

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?")


def csv_of(heads: Sequence[str], rows: Iterable[Iterable[object]], *, mark: str = "") -> bytes:
    """Return UTF-8 with a byte-order mark; ``mark`` is a row of its own above the header.

    A cell that a table program would take for a formula is written as text; a number is none.

    >>> csv_of(["问题", "差距"], [["=1+1", "+3.5"]], mark="示例").decode("utf-8-sig").split()
    ['示例', '问题,差距', "'=1+1,+3.5"]
    """
    text = io.StringIO(newline="")
    cells = [[_cell(str(cell)) for cell in row] for row in rows]
    csv.writer(text).writerows([*([[mark]] if mark else []), heads, *cells])
    return text.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    return text if _NUMBER.fullmatch(text) else escaped(text)
