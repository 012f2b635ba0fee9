"""Telling what kind of file the bytes are, and opening it as sheets of text."""

from dataclasses import dataclass, replace
from itertools import islice

from domain.findings import Finding
from ingest.codes import Code, SheetRefusedError, found
from ingest.context import Limits
from ingest.decode import UnreadableBytesError, decode
from ingest.delimited import DELIMITERS, records, stated_delimiter, table
from ingest.header_search import find_header
from ingest.renamed import renamed
from ingest.report import Origin, Sureness
from ingest.tables import RawRow, RawTable
from ingest.unreadable import SHEETS, advice_for
from ingest.xls import sheets_of as old_sheets_of
from ingest.xlsx.workbook import sheets_of

_TEXT_NAMES = frozenset({"csv", "tsv", "txt"})
_WORKBOOK_NAMES = frozenset({"xlsx", "xlsm"})
_OLD_WORKBOOK = "xls"
_ZIP = b"PK"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NO_TEXT = (
    _ZIP,
    _OLE,
    b"%PDF",
    b"MZ",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"{\\rtf",
    b"Rar!",
)
_MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table")
_SAMPLE = 40  # records, to tell the delimiter by its header


@dataclass(frozen=True, slots=True)
class Opened:
    """The sheets of a file, how it was read, and what is to be said about the file."""

    origin: Origin
    tables: tuple[RawTable, ...]
    findings: tuple[Finding, ...] = ()


def open_file(raw: bytes, origin: Origin, limits: Limits, encoding: str | None) -> Opened:
    """Open the bytes as what both their name and their beginning say they are.

    Raises:
        SheetRefusedError: when the file as a whole cannot or must not be read.
    """
    if len(raw) > limits.max_bytes:
        limit = str(limits.max_bytes // 1024**2)
        raise SheetRefusedError(found(Code.E_FILE_TOO_LARGE, limit=limit))
    if not raw:
        raise SheetRefusedError(found(Code.E_EMPTY_FILE))
    extension = _extension(origin.filename, raw)
    if extension in SHEETS and (advice := renamed(raw)):
        raise SheetRefusedError(found(Code.E_FILE_TYPE, value=extension, advice=advice))
    if extension in _TEXT_NAMES and not _is_no_text(raw):
        return _open_text(raw, origin, limits, encoding)
    if extension in _WORKBOOK_NAMES and raw.startswith(_ZIP):
        tables, findings = sheets_of(raw, limits)
        workbook = replace(origin, encoding="xlsx", sureness=Sureness.CERTAIN)
        return Opened(workbook, tables, findings)
    if raw.startswith(_OLE) and _ENCRYPTED in raw:
        raise SheetRefusedError(found(Code.E_XLSX_ENCRYPTED))
    if extension == _OLD_WORKBOOK and raw.startswith(_OLE):
        tables, findings = old_sheets_of(raw, limits)
        workbook = replace(origin, encoding=_OLD_WORKBOOK, sureness=Sureness.CERTAIN)
        return Opened(workbook, tables, findings)
    advice = advice_for(extension, raw)
    raise SheetRefusedError(found(Code.E_FILE_TYPE, value=extension, advice=advice))


def _extension(filename: str, raw: bytes) -> str:
    stem, dot, extension = filename.rpartition(".")
    if dot and (stem or extension):
        return extension.lower()
    return "xlsx" if raw.startswith(_ZIP) else "csv"  # the name is only a label


def _is_no_text(raw: bytes) -> bool:
    return raw.startswith(_NO_TEXT) or raw[:200].lstrip().lower().startswith(_MARKUP)


def _open_text(raw: bytes, origin: Origin, limits: Limits, encoding: str | None) -> Opened:
    try:
        decoded = decode(raw, encoding)
    except UnreadableBytesError as problem:
        more = {"encoding": problem.encoding, "offset": str(problem.offset)}
        raise SheetRefusedError(found(Code.E_ENCODING, problem.row, **more)) from problem
    delimiter = stated_delimiter(decoded.text) or _likeliest(decoded.text)
    text_file = replace(
        origin, encoding=decoded.encoding, sureness=decoded.sureness, delimiter=delimiter
    )
    return Opened(text_file, (table(decoded.text, delimiter, limits),))


def _likeliest(text: str) -> str:
    """Return the delimiter under which the best header shows, a comma when none does."""
    comma, *others = DELIMITERS
    if not any(other in text for other in others):
        return comma
    return max(DELIMITERS, key=lambda delimiter: _header_score(text, delimiter))


def _header_score(text: str, delimiter: str) -> int:
    rows: list[RawRow] = []
    try:
        for number, cells in islice(records(text, delimiter), _SAMPLE):
            rows.append(RawRow(number, tuple(cells)))
    except SheetRefusedError:
        pass
    header = find_header(RawTable(tuple(rows)))
    return header.score if header else 0
