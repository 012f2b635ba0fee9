"""Turning uploaded bytes into text, and saying how it was done; latin-1 is no fallback."""

import codecs
import re
from dataclasses import dataclass

from ingest.origin import Sureness

CHOICES = ("utf-8", "gb18030", "utf-16")  # what a person may choose instead
_ENOUGH = 4  # this many three-byte characters in a row of luck do not happen in GBK
_CJK_IN_UTF8 = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}")
_QUOTED = re.compile(r'"[^"]*"?')
_LINE_END = re.compile(r"\r\n|\r|\n")


class UnreadableBytesError(ValueError):
    """The bytes are not text in any encoding we read; says where it became clear."""

    def __init__(self, encoding: str, offset: int, row: int) -> None:
        super().__init__(encoding, offset, row)
        self.encoding, self.offset, self.row = encoding, offset, row


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read with, and how sure that is."""

    text: str
    encoding: str
    sureness: Sureness


def decode(raw: bytes, chosen: str | None = None) -> Decoded:
    r"""Read by byte order mark, else as strict UTF-8, else as the GB18030 of Chinese Excel.

    >>> decode("责任单位".encode("gb18030"))
    Decoded(text='责任单位', encoding='gb18030', sureness=<Sureness.GUESSED: 'guessed'>)
    >>> decode(b"\xef\xbb\xbf" + "任务".encode()).encoding
    'utf-8-sig'

    Raises:
        UnreadableBytesError: when the bytes are not text in that encoding.
    """
    if chosen is not None and chosen not in CHOICES:
        raise UnreadableBytesError(chosen, 0, 1)
    if chosen is not None:
        return Decoded(_strict(raw, chosen).removeprefix("\ufeff"), chosen, Sureness.CHOSEN)
    if raw.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UnreadableBytesError("utf-32", 0, 1)
    if raw.startswith(codecs.BOM_UTF8):
        return Decoded(_strict(raw, "utf-8-sig"), "utf-8-sig", Sureness.CERTAIN)
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(_strict(raw, "utf-16"), "utf-16", Sureness.CERTAIN)
    return _without_mark(raw)


def _without_mark(raw: bytes) -> Decoded:
    try:
        return Decoded(_strict(raw, "utf-8"), "utf-8", Sureness.LIKELY)
    except UnreadableBytesError as damaged:
        if len(_CJK_IN_UTF8.findall(raw[: damaged.offset])) >= _ENOUGH:
            raise  # UTF-8 with a damaged place; GB18030 would make nonsense of all of it
        text = _strict(raw, "gb18030").removeprefix("\ufeff")
        _refuse_mixed(raw)
        return Decoded(text, "gb18030", Sureness.GUESSED)


def _refuse_mixed(raw: bytes) -> None:
    """Refuse a line of UTF-8 among GB18030: two sheets pasted together."""
    offset = 0
    for line in raw.split(b"\n"):
        if len(_CJK_IN_UTF8.findall(line)) >= _ENOUGH and _is_utf8(line):
            readable = raw[:offset].decode("gb18030", "ignore")
            raise UnreadableBytesError("gb18030", offset, _rows(readable))
        offset += len(line) + 1


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as problem:
        readable = raw[: problem.start].decode(encoding, "ignore")
        raise UnreadableBytesError(encoding, problem.start, _rows(readable)) from problem


def _rows(text: str) -> int:
    return len(_LINE_END.findall(_QUOTED.sub("", text))) + 1
