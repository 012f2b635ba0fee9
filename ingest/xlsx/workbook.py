"""Opening an XLSX workbook: its sheets as text, nothing in it followed or run."""

import posixpath
from collections.abc import Callable, Mapping

from domain.findings import Finding
from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Limits
from ingest.tables import RawTable, Visibility
from ingest.xlsx.archive import Archive
from ingest.xlsx.markup import Attributes, local, parse
from ingest.xlsx.stored import unescaped_text
from ingest.xlsx.styles import Styles
from ingest.xlsx.worksheet import Worksheet

_CONTENT_TYPES = "[Content_Types].xml"
_NOTHING: Mapping[str, Callable[[], None]] = {}  # to be done when an element ends
_MACRO_NAMES = ("vbaProject.bin", "vbaData.xml")


def sheets_of(raw: bytes, limits: Limits) -> tuple[tuple[RawTable, ...], tuple[Finding, ...]]:
    """Return every worksheet, hidden ones too, and what is to be said about the workbook.

    Raises:
        SheetRefusedError: when it is damaged, unsafe, encrypted, or carries a macro.
    """
    archive = Archive(raw, limits)
    _refuse_macros(archive)
    links = _links(archive, "", "_rels/.rels")
    book_part = next((part for kind, part in links.values() if kind == "officeDocument"), "")
    book = _Book()
    parse(archive.part(book_part or "xl/workbook.xml"), book, book_part)
    if len(book.sheets) > limits.max_sheets:
        seen = f"{len(book.sheets)} sheets"
        raise SheetRefusedError(found(Code.E_XLSX_UNSAFE, value=seen, advice="unsafe_sheets"))
    tables = _tables(archive, book_part, book, limits)
    linked = any("externalLink" in name for name in archive.names)
    return tables, (found(Code.W_EXTERNAL_LINK),) if linked else ()


def _tables(
    archive: Archive, book_part: str, book: "_Book", limits: Limits
) -> tuple[RawTable, ...]:
    folder, name = posixpath.split(book_part)
    links = _links(archive, folder, posixpath.join(folder, "_rels", f"{name}.rels"))
    by_kind = dict(links.values())
    styles = Styles(archive.part(by_kind["styles"]) if "styles" in by_kind else None)
    strings = _Strings()
    if "sharedStrings" in by_kind:
        parse(archive.part(by_kind["sharedStrings"]), strings, by_kind["sharedStrings"])
    tables: list[RawTable] = []
    for sheet, link, visibility in book.sheets:
        kind, part = links.get(link, ("", ""))
        if kind == "worksheet":  # a chart sheet or a dialog holds no cells
            reader = Worksheet(strings.all, styles, limits, from_1904=book.from_1904)
            tables.append(reader.read(archive.part(part), sheet, part, visibility))
    if not tables:
        raise SheetRefusedError(found(Code.E_XLSX_CORRUPT, value=book_part))
    return tuple(tables)


def _refuse_macros(archive: Archive) -> None:
    if any(name.endswith(_MACRO_NAMES) for name in archive.names):
        raise SheetRefusedError(found(Code.E_MACRO))
    if b"macroEnabled" in archive.part(_CONTENT_TYPES):
        raise SheetRefusedError(found(Code.E_MACRO))


def _links(archive: Archive, folder: str, part: str) -> dict[str, tuple[str, str]]:
    """Return (kind, part) by the id of each inner relationship of a part."""
    reader = _Links(folder)
    parse(archive.part(part), reader, part)
    return reader.links


class _Links:
    """Collects the inner relationships of a part."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.links: dict[str, tuple[str, str]] = {}
        self.starts = {"Relationship": self._take}
        self.ends = _NOTHING

    def text(self, text: str) -> None:
        """Relationships hold no text."""

    def _take(self, attributes: Attributes) -> None:
        if attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        inside = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.links[attributes.get("Id", "")] = (kind, inside)


class _Book:
    """Collects the worksheets of a workbook and the day it counts from."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, Visibility]] = []
        self.from_1904 = False
        self.starts = {"sheet": self._take_sheet, "workbookPr": self._take_properties}
        self.ends = _NOTHING

    def text(self, text: str) -> None:
        """A list of worksheets holds no text."""

    def _take_sheet(self, attributes: Attributes) -> None:
        link = local(attributes, "id") or ""
        self.sheets.append((attributes.get("name", ""), link, _visibility(attributes)))

    def _take_properties(self, attributes: Attributes) -> None:
        self.from_1904 = attributes.get("date1904") in {"1", "true"}


class _Strings:
    """Collects the shared strings, without their phonetic readings."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._pieces: list[str] = []
        self._taking = self._phonetic = False
        self.starts = {"si": self._begin, "t": self._take, "rPh": self._begin_phonetic}
        self.ends = {"si": self._end, "t": self._leave, "rPh": self._end_phonetic}

    def text(self, text: str) -> None:
        """Take text that belongs to a string."""
        if self._taking:
            self._pieces.append(text)

    def _begin(self, _: Attributes) -> None:
        self._pieces.clear()

    def _take(self, _: Attributes) -> None:
        self._taking = not self._phonetic

    def _leave(self) -> None:
        self._taking = False

    def _begin_phonetic(self, _: Attributes) -> None:
        self._phonetic = True

    def _end_phonetic(self) -> None:
        self._phonetic = False

    def _end(self) -> None:
        self.all.append(unescaped_text("".join(self._pieces)))


def _visibility(attributes: Attributes) -> Visibility:
    state = attributes.get("state", Visibility.SHOWN.value)
    return Visibility(state) if state in set(Visibility) else Visibility.HIDDEN
