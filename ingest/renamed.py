"""What a container of Office really is when its name says that it is a sheet."""

_ZIP, _END = b"PK\x03\x04", b"PK\x05\x06"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_BEGINNING = 200  # bytes, in which an OpenDocument says what it is
_PARTS = (
    (b"word/document", "renamed_words"),
    (b"ppt/presentation", "renamed_slides"),
    (b"visio/document", "renamed_other"),
)
_STREAMS = (
    ("WordDocument".encode("utf-16-le"), "renamed_words"),
    ("PowerPoint Document".encode("utf-16-le"), "renamed_slides"),
)
_WORKBOOK = b"xl/workbook"
_OLD_WORKBOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_CONTENT_TYPES = b"[Content_Types].xml"


def renamed(raw: bytes) -> str | None:
    r"""Return the entry of the catalogue ``finding`` that says what the bytes are, if no workbook.

    Names of parts stand in a zip as they are, so that nothing needs to be unpacked. A workbook
    may hold a document, so what holds a workbook is one.

    >>> renamed(b"PK\x03\x04 word/document.xml"), renamed(b"PK\x03\x04 xl/workbook.xml")
    ('renamed_words', None)
    """
    if raw.startswith(_OLE) and not any(name in raw for name in _OLD_WORKBOOKS):
        return next((advice for stream, advice in _STREAMS if stream in raw), None)
    if not raw.startswith(_ZIP) or _WORKBOOK in raw:
        return None
    beginning = raw[:_BEGINNING]
    if b"opendocument" in beginning:
        return "save_open_document" if b"spreadsheet" in beginning else "renamed_other"
    advice = next((advice for part, advice in _PARTS if part in raw), None)
    loose = _CONTENT_TYPES not in raw and _END in raw
    return advice or ("renamed_archive" if loose else None)
