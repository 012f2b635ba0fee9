"""The month a sheet reports, in the spellings that leave no doubt."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from domain.periods import Period
from ingest.codes import Code

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_DASHES = re.compile("[‐‑‒–—−]")
_CHINESE = re.compile(
    r"(\d{4}|[〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:份)?"
)
_ORDINARY = re.compile(
    r"(?P<year>\d{4})"
    r"(?:(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2})|月份?)?"
    r"(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?"
    r"|\s*年\s*(?P<month2>\d{1,2})\s*月(?:份|底|末|(?P<day2>\d{1,2})\s*[日号])?"
    r"|(?P<month3>\d{2})(?P<day3>\d{2})?)",
    re.ASCII,
)
_AMBIGUOUS = re.compile(r"\d{4}\.1(?:月份?)?", re.ASCII)
_THROUGH = re.compile(
    r"(?:截至|截止)?(\d{4}年)(?:0?1月?\s*[-~至到]\s*)?(\d{1,2}月)(?:份|底|末)?", re.ASCII
)
_ENGLISH = re.compile(r"([A-Za-z]{3})-(\d{2}|\d{4})", re.ASCII)
_SERIAL = re.compile(r"[34]\d{4}|5\d{4}", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEN = 10


@dataclass(frozen=True, slots=True)
class Month:
    """A month, the code that says why there is none, or the doubt to tell."""

    period: Period | None = None
    problem: Code | None = None
    doubt: Code | None = None


def month_of(text: str) -> Month:
    """Read a month; a quarter, ten days or a range is not one.

    >>> [str(month_of(t).period) for t in ("2026年10月", "2026/10", "202610", "2026-10-31")]
    ['2026-10', '2026-10', '2026-10', '2026-10']
    >>> str(month_of("二〇二六年十月").period), month_of("Oct-26").doubt.value
    ('2026-10', 'W_PERIOD_FORMAT')
    >>> str(month_of("46296").period), month_of("2026.1").problem.value
    ('2026-10', 'E_PERIOD_AMBIGUOUS')
    >>> {month_of(t).problem.value for t in ("2026年第三季度", "26.10", "10月", "2026-13", "本月")}
    {'E_PERIOD'}
    """
    plain = _DASHES.sub("-", text).strip()
    if _AMBIGUOUS.fullmatch(plain):
        return Month(problem=Code.E_PERIOD_AMBIGUOUS)
    if match := _ORDINARY.fullmatch(_in_digits(plain)):
        month = match["month"] or match["month2"] or match["month3"]
        day = match["day"] or match["day2"] or match["day3"]
        return _certain(int(match["year"]), int(month), int(day or 1))
    return _less_usual(plain)


def _less_usual(plain: str) -> Month:
    if match := _THROUGH.fullmatch(plain):
        return _doubted(month_of(match[1] + match[2]), Code.W_PERIOD_FORMAT)
    if (match := _ENGLISH.fullmatch(plain)) and match[1].lower() in _MONTHS:
        year = int(match[2]) if len(match[2]) > 2 else 2000 + int(match[2])  # noqa: PLR2004 - two digits
        return Month(Period(year, _MONTHS.index(match[1].lower()) + 1), None, Code.W_PERIOD_FORMAT)
    if _SERIAL.fullmatch(plain):
        day = date(1899, 12, 30) + timedelta(int(plain))
        return Month(Period(day.year, day.month), None, Code.W_PERIOD_SERIAL)
    return Month(problem=Code.E_PERIOD)


def _certain(year: int, month: int, day: int) -> Month:
    try:
        date(year, month, day)
        return Month(Period(year, month))
    except ValueError:
        return Month(problem=Code.E_PERIOD)


def _doubted(month: Month, doubt: Code) -> Month:
    return Month(month.period, month.problem, None if month.problem else doubt)


def _in_digits(text: str) -> str:
    match = _CHINESE.fullmatch(text)
    if match is None:
        return text
    return f"{match[1].translate(_DIGITS)}年{_up_to_twelve(match[2])}月"


def _up_to_twelve(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int(numeral.translate(_DIGITS))
    return int((tens or "一").translate(_DIGITS)) * _TEN + int((ones or "〇").translate(_DIGITS))
