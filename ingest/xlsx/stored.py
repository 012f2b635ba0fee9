"""What a workbook stores in a cell, as the text a person sees there."""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation, localcontext

from domain.money import plain
from ingest.xlsx.styles import Shown

_SIGNIFICANT = 15  # digits Excel shows; the rest is noise of binary fractions
_AS_SHOWN = re.compile(r"(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?", re.ASCII)  # no digit to round
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DAY_ZERO = date(1899, 12, 30)
_DAY_ZERO_1904 = date(1904, 1, 1)
_LEAP_BUG = 60  # Excel's 29 February 1900 never was
_LAST_SERIAL = 2_958_465  # 9999-12-31
_NO_DAY = "1900-01-00"
_LONGEST_NUMBER = 40


def unescaped_text(text: str) -> str:
    r"""Undo a workbook's own escapes of control characters.

    >>> unescaped_text("第一行_x000D_\n第二行")
    '第一行\r\n第二行'
    >>> unescaped_text("_xD83D__xDE00_ _xD83D_")
    '😀 \ufffd'
    """
    if "_x" not in text:
        return text
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def number_text(stored: str, shown: Shown, *, from_1904: bool) -> str:
    """Return a stored number as its reader sees it: a date as ISO, a share as a percentage.

    >>> number_text("64.299999999999997", Shown.PLAIN, from_1904=False)
    '64.3'
    >>> number_text("120.50", Shown.PLAIN, from_1904=False)
    '120.5'
    >>> number_text("0.45", Shown.PERCENT, from_1904=False)
    '45%'
    >>> number_text("46296", Shown.DATE, from_1904=False)
    '2026-10-01'
    """
    if shown is Shown.PLAIN and _AS_SHOWN.fullmatch(stored):
        return stored
    number = _decimal(stored)
    if number is None:
        return stored
    if shown is Shown.DATE:
        return _day(number, from_1904=from_1904)
    if shown is Shown.PERCENT:
        return f"{plain(number * 100)}%"
    return plain(number)


def _decimal(stored: str) -> Decimal | None:
    if len(stored) > _LONGEST_NUMBER or not stored.isascii():
        return None
    try:
        with localcontext() as digits:
            digits.prec = _SIGNIFICANT
            number = +Decimal(stored.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < _LONGEST_NUMBER else None


def _day(number: Decimal, *, from_1904: bool) -> str:
    serial = int(number)
    if from_1904:
        return (_DAY_ZERO_1904 + timedelta(serial)).isoformat() if serial >= 0 else _NO_DAY
    if serial == _LEAP_BUG or not 0 < serial <= _LAST_SERIAL:
        return _NO_DAY
    return (_DAY_ZERO + timedelta(serial + (serial < _LEAP_BUG))).isoformat()
