"""A workbook as bytes: the same for the same cells, each formula with its result beside it."""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from openpyxl import Workbook

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP can tell
_CORE = "docProps/core.xml"
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_MOMENT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_FORMULA = re.compile(rb'<c r="([A-Z]+\d+)"([^>]*)>(<f>.*?</f>)<v\s*/?>(?:</v>)?</c>')
_TYPE = re.compile(rb' t="\w*"')

Computed = Mapping[tuple[str, str], float | str]


def stored(book: Workbook, computed: Computed | None = None) -> bytes:
    """Return the file; ``computed`` is the result of each formula by (worksheet, cell).

    A program that does not compute, as a preview on a phone and our own reader, then shows the
    results. No moment is kept in the file: what is in it is told by its version.
    """
    raw = io.BytesIO()
    book.save(raw)
    names = {number: sheet.title for number, sheet in enumerate(book.worksheets, 1)}
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _CORE:
                content = _MOMENT.sub(b"", content)
            elif (sheet := _SHEET.fullmatch(name)) and computed:
                content = _with_results(content, names[int(sheet[1])], computed)
            new.writestr(_undated(name), content)
    return out.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return files by name as one ZIP, in their order and without a moment in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(_undated(name), content)
    return out.getvalue()


def _undated(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _with_results(xml: bytes, sheet: str, computed: Computed) -> bytes:
    def result(found: re.Match[bytes]) -> bytes:
        known = computed.get((sheet, found[1].decode()))
        if known is None:
            return found[0]
        kind = b' t="str"' if isinstance(known, str) else b""
        attributes = _TYPE.sub(b"", found[2]) + kind
        said = escape(known) if isinstance(known, str) else repr(known)
        return b'<c r="%s"%s>%s<v>%s</v></c>' % (found[1], attributes, found[3], said.encode())

    return _FORMULA.sub(result, xml)
