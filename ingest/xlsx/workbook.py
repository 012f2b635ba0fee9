"""Opening an XLSX workbook: its sheets as text, nothing in it followed or run."""

import posixpath

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
        raise SheetRefusedError(found(Code.E_XLSX_UNSAFE, value=f"{len(book.sheets)} sheets"))
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


class _Reader:
    def end(self, name: str) -> None:
        """Most parts need nothing at the end of an element."""

    def text(self, text: str) -> None:
        """Most parts hold no text."""


class _Links(_Reader):
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.links: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        inside = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.links[attributes.get("Id", "")] = (kind, inside)


class _Book(_Reader):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, Visibility]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            link = local(attributes, "id") or ""
            self.sheets.append((attributes.get("name", ""), link, _visibility(attributes)))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in {"1", "true"}


class _Strings(_Reader):
    def __init__(self) -> None:
        self.all: list[str] = []
        self._pieces: list[str] = []
        self._taking = self._phonetic = False

    def start(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002 - Handler's signature
        if name == "si":
            self._pieces.clear()
        self._phonetic = self._phonetic or name == "rPh"
        self._taking = name == "t" and not self._phonetic

    def end(self, name: str) -> None:
        self._taking = False
        if name == "rPh":
            self._phonetic = False
        if name == "si":
            self.all.append(unescaped_text("".join(self._pieces)))

    def text(self, text: str) -> None:
        if self._taking:
            self._pieces.append(text)


def _visibility(attributes: Attributes) -> Visibility:
    state = attributes.get("state", Visibility.SHOWN.value)
    return Visibility(state) if state in set(Visibility) else Visibility.HIDDEN
