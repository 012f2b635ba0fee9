"""Reading one worksheet part as a stream, stopping where no table could go on."""

from collections.abc import Callable, Mapping

from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Limits
from ingest.tables import Cell, Merge, Merges, RawRow, RawTable, Visibility
from ingest.xlsx.markup import Attributes, EnoughRead, parse
from ingest.xlsx.references import column_of, merge_of, place_of
from ingest.xlsx.stored import number_text, unescaped_text
from ingest.xlsx.styles import Styles

_SPARE_ROWS = 200  # titles, notes and gaps beside the data rows
_SPARE_COLUMNS = 100  # a table need not begin in column A
_MOST_MERGES = 10_000


class Worksheet:
    """Collects the cells of one worksheet with everything else that bears on their meaning."""

    def __init__(
        self, strings: list[str], styles: Styles, limits: Limits, *, from_1904: bool
    ) -> None:
        self._strings, self._styles, self._from_1904 = strings, styles, from_1904
        self._last_row = limits.max_rows + _SPARE_ROWS
        self._last_column = limits.max_columns + _SPARE_COLUMNS
        self._rows: dict[int, dict[int, str]] = {}
        self._hidden: set[int] = set()
        self._merges: list[Merge] = []
        self._computed: set[Cell] = set()
        self._uncomputed: set[Cell] = set()
        self._too_many_rows = self._too_many_columns = False
        self._row, self._column, self._row_text = 0, -1, ""
        self._cell: Attributes = {}
        self._value, self._inline = list[str](), list[str]()
        self._taking: list[str] | None = None
        self._formula = self._phonetic = False

    def read(self, xml: bytes, sheet: str, part: str, visibility: Visibility) -> RawTable:
        """Return the sheet as text; it says so when reading stopped at a limit.

        Raises:
            SheetRefusedError: when the part is not well formed or holds a document type.
        """
        parse(xml, self, part)
        return RawTable(
            rows=tuple(_raw_row(number, self._rows[number]) for number in sorted(self._rows)),
            sheet=sheet,
            merges=Merges(self._merges),
            hidden_rows=frozenset(self._hidden),
            computed=frozenset(self._computed),
            uncomputed=frozenset(self._uncomputed),
            too_many_rows=self._too_many_rows,
            too_many_columns=self._too_many_columns,
            visibility=visibility,
        )

    @property
    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """Begin a row, a cell or one of its parts."""
        return {
            "row": self._begin_row,
            "c": self._begin_cell,
            "f": self._note_formula,
            "v": self._take_value,
            "t": self._take_inline,
            "rPh": self._begin_phonetic,
            "mergeCell": self._merge,
        }

    @property
    def ends(self) -> Mapping[str, Callable[[], None]]:
        """End a cell or one of its parts."""
        leave = self._leave_text
        return {"c": self._end_cell, "v": leave, "t": leave, "rPh": self._end_phonetic}

    def text(self, text: str) -> None:
        """Take text that belongs to a value."""
        if self._taking is not None:
            self._taking.append(text)

    def _begin_row(self, attributes: Attributes) -> None:
        self._row = _whole(attributes.get("r")) or self._row + 1
        self._column, self._row_text = -1, str(self._row)
        if attributes.get("hidden") in {"1", "true"}:
            self._hidden.add(self._row)

    def _note_formula(self, _: Attributes) -> None:
        self._formula = True

    def _take_value(self, _: Attributes) -> None:
        self._taking = self._value

    def _take_inline(self, _: Attributes) -> None:
        if not self._phonetic:
            self._taking = self._inline

    def _leave_text(self) -> None:
        self._taking = None

    def _begin_phonetic(self, _: Attributes) -> None:
        self._phonetic = True

    def _end_phonetic(self) -> None:
        self._phonetic = False

    def _begin_cell(self, attributes: Attributes) -> None:
        reference = attributes.get("r", "")
        column = column_of(reference.removesuffix(self._row_text))  # as it is in a row of its own
        place = place_of(reference) if column is None else (self._row, column)
        self._row, self._column = place or (self._row, self._column + 1)
        self._cell, self._formula = attributes, False
        self._value.clear()
        self._inline.clear()

    def _end_cell(self) -> None:
        text = self._text()
        if self._formula:
            place = (self._row, self._column)
            (self._computed if self._value else self._uncomputed).add(place)
        if not text and not self._formula:
            return
        if self._row > self._last_row:
            self._too_many_rows = True
            raise EnoughRead
        if self._column > self._last_column:
            self._too_many_columns = True
            return
        self._rows.setdefault(self._row, {})[self._column] = text

    def _text(self) -> str:
        stored = "".join(self._value)
        match self._cell.get("t", "n"):
            case "s":
                return self._shared(stored)
            case "inlineStr":
                return unescaped_text("".join(self._inline))
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(stored, stored)
            case "n":
                shown = self._styles.of(self._cell.get("s"))
                return number_text(stored, shown, from_1904=self._from_1904) if stored else ""
            case _:  # text of a formula, an error, an ISO date
                return unescaped_text(stored)

    def _shared(self, stored: str) -> str:
        place = _whole(stored)
        return self._strings[place] if place < len(self._strings) else ""

    def _merge(self, attributes: Attributes) -> None:
        if len(self._merges) == _MOST_MERGES:
            seen = f"{_MOST_MERGES} mergeCell"
            raise SheetRefusedError(found(Code.E_XLSX_UNSAFE, value=seen, advice="unsafe_merges"))
        merge = merge_of(attributes.get("ref", ""))
        if merge is not None:
            self._merges.append(merge)


def _raw_row(number: int, cells: dict[int, str]) -> RawRow:
    width = max(cells) + 1
    if width == len(cells):
        return RawRow(number, tuple(map(cells.__getitem__, range(width))))
    return RawRow(number, tuple(cells.get(place, "") for place in range(width)))


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0
