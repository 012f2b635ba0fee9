"""How many items a row beside the data says there are."""

from domain.columns import Projects, Reports, Tasks
from ingest.beside import Beside, Mark
from ingest.headers import Header

_NAMES = (Reports.ITEM_NAME, Projects.NAME, Tasks.NAME)
_MOST = 6  # digits of a number of items


def count_of(mark: Mark, header: Header) -> int | None:
    """Return the stated number of items: 13个 in words, or a bare 13 where names stand."""
    if mark.stated is not None or mark.what is Beside.NOTE:
        return mark.stated
    place = next((at for name in _NAMES if (at := header.position(name)) is not None), None)
    text = "" if place is None else mark.row.text(place).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < _MOST else None
