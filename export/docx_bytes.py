"""A DOCX as bytes: its properties, and other names under which its fonts may be installed."""

import io
import re
import zipfile
from datetime import datetime
from xml.sax.saxutils import quoteattr

from docx.document import Document

_FONT_TABLE = "word/fontTable.xml"
_ALSO_CALLED = {  # the second is on most machines
    "方正小标宋简体": "方正小标宋_GBK,小标宋,华文中宋,宋体",
    "仿宋_GB2312": "仿宋,FangSong",
    "楷体_GB2312": "楷体,KaiTi",
    "黑体": "SimHei",
    "宋体": "SimSun",
}


def as_bytes(document: Document, *, title: str, author: str, at: datetime) -> bytes:
    """Return a document as a file that says what it is, who made it and when.

    Where a font is not installed, word processors try the other names it has.
    """
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title, author, author
    about.created = about.modified = at.replace(tzinfo=None)
    about.comments = ""
    written = io.BytesIO()
    document.save(written)
    return _with_fonts(written.getvalue())


def _with_fonts(raw: bytes) -> bytes:
    rewritten = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as source,
        zipfile.ZipFile(rewritten, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, _font_table(part) if name == _FONT_TABLE else part)
    return rewritten.getvalue()


def _font_table(part: bytes) -> bytes:
    named = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(also)}/></w:font>"
        for name, also in _ALSO_CALLED.items()
    )
    return re.sub(rb"</w:fonts>\s*$", named.encode() + b"</w:fonts>", part)
