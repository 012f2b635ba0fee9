"""What a number in a workbook is shown as: a date, a percentage, or just a number."""

import re
from collections.abc import Callable, Mapping
from enum import Enum

from ingest.xlsx.markup import Attributes, parse

_DATE_IDS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENT_IDS = frozenset({9, 10})
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
_GENERAL = re.compile(r"general", re.IGNORECASE)


class Shown(Enum):
    """How a cell's number is formatted."""

    PLAIN = "plain"
    DATE = "date"
    PERCENT = "percent"


def shown_as(number_format: str) -> Shown:
    """Tell what a number format shows.

    >>> [shown_as(f).value for f in ('yyyy"年"m"月"', "0.00%", "#,##0.00", "General")]
    ['date', 'percent', 'plain', 'plain']
    """
    signs = _GENERAL.sub("", _LITERAL.sub("", number_format))
    if "%" in signs:
        return Shown.PERCENT
    return Shown.DATE if _DATE.search(signs) else Shown.PLAIN


class Styles:
    """The cell formats of a workbook, by the number cells refer to."""

    def __init__(self, xml: bytes | None) -> None:
        """Read styles.xml; without it every number is plain."""
        self._formats: dict[int, str] = {}
        self._cells: list[Shown] = []
        self._in_cells = False
        if xml is not None:
            parse(xml, self, "styles.xml")

    def of(self, style: str | None) -> Shown:
        """Return how a cell with ``s="…"`` shows its number."""
        place = int(style) if style and style.isascii() and style.isdigit() else 0
        return self._cells[place] if place < len(self._cells) else Shown.PLAIN

    @property
    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """Take number formats and cell formats."""
        return {"numFmt": self._take_format, "cellXfs": self._enter, "xf": self._take_cell}

    @property
    def ends(self) -> Mapping[str, Callable[[], None]]:
        """Leave the list of cell formats."""
        return {"cellXfs": self._leave}

    def text(self, text: str) -> None:
        """Styles hold no text."""

    def _take_format(self, attributes: Attributes) -> None:
        self._formats[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")

    def _enter(self, _: Attributes) -> None:
        self._in_cells = True

    def _leave(self) -> None:
        self._in_cells = False

    def _take_cell(self, attributes: Attributes) -> None:
        if self._in_cells:
            self._cells.append(self._shown(_whole(attributes.get("numFmtId"))))

    def _shown(self, number_format: int) -> Shown:
        if number_format in self._formats:
            return shown_as(self._formats[number_format])
        if number_format in _PERCENT_IDS:
            return Shown.PERCENT
        return Shown.DATE if number_format in _DATE_IDS else Shown.PLAIN


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0
