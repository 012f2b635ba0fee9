"""Every CSV of the product: with a byte order mark, and no text that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Sequence

from ingest.characters import escaped


def separated(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    r"""Return a CSV as Excel and WPS open it; None is an empty cell, numbers stay numbers.

    Text that begins with = + - @ stands behind an apostrophe, which our reader takes away again.

    >>> separated(["名称", "数"], [["=1+1", -5], ["码头", None]]).decode("utf-8-sig")
    "名称,数\r\n'=1+1,-5\r\n码头,\r\n"
    """
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(map(_safe, head))
    writer.writerows([_safe(entry) for entry in row] for row in rows)
    return sheet.getvalue().encode("utf-8-sig")


def _safe(entry: object) -> object:
    return escaped(entry) if isinstance(entry, str) else entry
