"""The times of plan tables: single ones are kept as written, spans are cut in two."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.characters import fold

_SERIAL = re.compile(r"([34]\d{4}|5[0-6]\d{3})(?:\.\d+)?", re.ASCII)
_ZERO = date(1899, 12, 30)  # Excel's day 0
_TIME = (
    r"(?:(?P<{0}y>(?:19|20)\d{{2}}|\d{{2}}(?=[.年]))\s*(?:[.年/]\s*(?:(?P<{0}m>1[0-2]|0?[1-9])"
    r"(?:[.月/]\s*\d{{1,2}}日?|月)?|(?P<{0}w>[年]?[底初中末]))?\s*(?:份|底|初|末)?)?)"
)
_SPAN = re.compile(
    _TIME.format("a") + r"\s*(?:年)?\s*(?:[-~—–至到]+)\s*(?:" + _TIME.format("b") + r"年?)?",
    re.ASCII,
)
_YEAR = re.compile(r"(20\d{2})年?", re.ASCII)
_CENTURY = 2000  # of a year written with two digits: plans are younger than that


@dataclass(frozen=True, slots=True)
class Span:
    """Beginning and end of a project as a year or a month; None where it is open."""

    start: str | None
    finish: str | None


def day_of_serial(text: str) -> str | None:
    """Return the day that a bare number of Excel stands for, None for any other text.

    >>> day_of_serial("40377.0"), day_of_serial("43629"), day_of_serial("2026")
    ('2010-07-18', '2019-06-13', None)
    >>> [day_of_serial(text) for text in ("2026年底", "持续推进", "202610", "43629万")]
    [None, None, None, None]
    """
    match = _SERIAL.fullmatch(text)
    return (_ZERO + timedelta(int(match[1]))).isoformat() if match else None


def span_of(text: str) -> Span | None:
    """Return the two ends of a span; None for what is none or would end before it begins.

    >>> span_of("2007.10-2010.12"), span_of("2025-2027")
    (Span(start='2007-10', finish='2010-12'), Span(start='2025', finish='2027'))
    >>> span_of("09.10-11.3"), span_of("2010-")
    (Span(start='2009-10', finish='2011-03'), Span(start='2010', finish=None))
    >>> span_of("2026年3月至2028年底"), span_of("2026年—2027年6月")
    (Span(start='2026-03', finish='2028'), Span(start='2026', finish='2027-06'))
    >>> span_of("2026年")
    Span(start='2026', finish='2026')
    >>> [span_of(text) for text in ("24个月", "2027-2025", "2026-10", "分期实施")]
    [None, None, None, None]
    """
    plain = fold(text).strip()
    if year := _YEAR.fullmatch(plain):
        return Span(year[1], year[1])
    match = _SPAN.fullmatch(plain)
    if match is None:
        return None
    span = Span(_spelled(match["ay"], match["am"]), _spelled(match["by"], match["bm"]))
    backwards = span.start and span.finish and span.finish < span.start[: len(span.finish)]
    return None if backwards else span


def _spelled(year: str | None, month: str | None) -> str | None:
    if year is None:
        return None
    whole = int(year) if len(year) > 2 else _CENTURY + int(year)  # noqa: PLR2004 - two digits
    return f"{whole:04d}-{int(month):02d}" if month else f"{whole:04d}"
