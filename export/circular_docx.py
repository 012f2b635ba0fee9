"""督查通报 as a DOCX in the layout of an official letter."""

from datetime import datetime

from analysis.circular.written import Circular, Style
from export import official
from export.docx_bytes import as_bytes
from export.official import Look

_LOOKS = {
    Style.HEADING: Look.HEADING,
    Style.BODY: Look.BODY,
    Style.SIGNED: Look.SIGNED,
}


def docx(circular: Circular, *, author: str, at: datetime) -> bytes:
    """Return the circular as a file; what marks illustrative data stands on top of every page."""
    document = official.blank(mark=circular.mark)
    official.add(document, Look.TITLE, circular.title)
    for paragraph in circular.paragraphs:
        if paragraph.style is not Style.MARK:
            official.add(document, _LOOKS[paragraph.style], paragraph.text)
    return as_bytes(document, title=circular.title, author=author, at=at)
