"""Files that are the same, byte for byte, whenever they are made from the same content."""

import io
import re
from datetime import datetime
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP can name
_UNIX, _READABLE = 3, 0o644 << 16
_PACKED = {".png", ".xlsx", ".docx", ".pptx", ".pdf", ".parquet"}  # gain nothing by packing again
_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_PDF_MOMENT = re.compile(rb"/(CreationDate|ModDate) ?\(D:[0-9]{14}")


def steady(document: bytes, moment: datetime) -> bytes:
    """Return a document of Office with ``moment`` (UTC) in place of the time of its making.

    The sheets inside the charts of a deck are documents of their own.
    """
    out = io.BytesIO()
    with ZipFile(io.BytesIO(document)) as made, ZipFile(out, "w", ZIP_DEFLATED) as again:
        for name in made.namelist():
            again.writestr(entry(name), _part(name, made.read(name), moment))
    return out.getvalue()


def steady_pdf(pdf: bytes) -> bytes:
    """Return a PDF without the time of its making; every other byte keeps its place."""
    return _PDF_MOMENT.sub(rb"/\1 (D:19800101000000", pdf)


def entry(name: str) -> ZipInfo:
    """Return how a file stands in a ZIP, whenever and on whatever machine it is put in."""
    info = ZipInfo(name, EARLIEST)
    packed = PurePosixPath(name).suffix in _PACKED
    info.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
    info.create_system, info.external_attr = _UNIX, _READABLE
    return info


def _part(name: str, raw: bytes, moment: datetime) -> bytes:
    if name == _CORE:
        return _MOMENT.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\2", raw)
    return steady(raw, moment) if name.endswith(".xlsx") else raw
