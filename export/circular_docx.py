"""督查通报 as a DOCX in the layout of an official letter."""

from datetime import datetime

from docx.document import Document

from analysis.circular.written import Circular, Paragraph, Style, blocks
from export import official
from export.docx_bytes import as_bytes
from export.official import Look

_LOOKS = {
    Style.HEADING: Look.HEADING,
    Style.BODY: Look.BODY,
    Style.SIGNED: Look.SIGNED,
}


_SHARES = [1.0, 3.6, 1.6, 1.6]  # of the type area: rank, unit, rate, reports


def docx(circular: Circular, *, author: str, at: datetime) -> bytes:
    """Return the circular as a file; what marks illustrative data stands on top of every page."""
    document = official.blank(mark=circular.mark)
    official.add(document, Look.TITLE, circular.title)
    for first, *rest in blocks(circular.paragraphs):
        if first.style is Style.HEAD:
            add_table(document, [first, *rest])
        elif first.style is not Style.MARK:
            official.add(document, _LOOKS[first.style], first.text)
    return as_bytes(document, title=circular.title, author=author, at=at)


def add_table(document: Document, rows: list[Paragraph]) -> None:
    """Add the head and the rows of a ranking as a table of the word processor's own."""
    head, *below = (row.cell_texts for row in rows)
    official.add_table(document, head, below, _SHARES)
