"""Files that are no sheet: which they are, and what a person saves them as instead."""

_BY_BEGINNING = (
    (b"%PDF", "save_pdf"),
    (b"\x89PNG", "save_picture"),
    (b"\xff\xd8\xff", "save_picture"),
    (b"GIF8", "save_picture"),
    (b"BM", "save_picture"),
    (b"{\\rtf", "save_words"),
    (b"Rar!", "save_archive"),
    (b"7z\xbc\xaf", "save_archive"),
    (b"\x1f\x8b", "save_archive"),
)
_BY_NAME = {
    "save_et": "et ett",
    "save_pdf": "pdf ofd",
    "save_words": "doc docx wps rtf ppt pptx dps",
    "save_picture": "png jpg jpeg bmp gif webp tif tiff heic",
    "save_archive": "zip rar 7z gz tar",
    "save_page": "htm html mht mhtml",
    "save_open_document": "ods numbers xlsb xltx xlt",
    "save_data": "json xml jsonl parquet db sqlite",
}
SHEETS = frozenset({"csv", "tsv", "txt", "xlsx", "xlsm", "xls"})
_MARKUP = (b"<html", b"<!doctype", b"<table")


def advice_for(extension: str, raw: bytes) -> str:
    """Return the entry of the catalogue ``finding`` that says what to save the file as.

    >>> advice_for("et", b""), advice_for("csv", b"%PDF-1.7"), advice_for("xls", b"<html>")
    ('save_et', 'save_pdf', 'save_page')
    >>> advice_for("xlsx", b"hello"), advice_for("abc", b"hello")
    ('save_renamed', 'save_other')
    """
    for advice, names in _BY_NAME.items():
        if extension in names.split():
            return advice
    if raw[:200].lstrip().lower().startswith(_MARKUP):
        return "save_page"
    by_beginning = (advice for beginning, advice in _BY_BEGINNING if raw.startswith(beginning))
    return next(by_beginning, "save_renamed" if extension in SHEETS else "save_other")
