"""Percentages and money as offices write them, read exactly or not at all."""

import re
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from domain.money import YUAN_PER_WAN, YUAN_PER_YI
from ingest.codes import Code

PPM_PER_PERCENT = 10_000
_HUNDRED = 100
_PLACEHOLDERS = frozenset({"", "-", "—", "——", "/", "\\"})
_PLAIN = r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)"
_GROUPED = r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_FIGURE = re.compile(rf"{_GROUPED}|{_PLAIN}", re.ASCII)
_SCIENTIFIC = r"[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,3}"
_PERCENT = re.compile(rf"(?P<number>{_SCIENTIFIC}|{_PLAIN})\s*(?P<sign>%?)", re.ASCII)
_MONEY = re.compile(
    rf"(?P<number>{_SCIENTIFIC}|{_GROUPED}|{_PLAIN})\s*(?P<measure>亿元|亿|千万元|百万元|万元|万|千元|元)?",
    re.ASCII,
)
_FOREIGN = re.compile(
    rf"(?:{_GROUPED}|{_PLAIN})\s*[亿万千百]*\s*"
    r"(?:美元|美金|欧元|日元|日圆|港元|港币|澳元|加元|英镑|韩元|新台币|台币|卢布|新加坡元|"
    r"USD|EUR|JPY|HKD|GBP)",
    re.ASCII,
)
_YUAN = {
    "亿元": YUAN_PER_YI,
    "亿": YUAN_PER_YI,
    "万元": YUAN_PER_WAN,
    "万": YUAN_PER_WAN,
    "千万元": 1000 * YUAN_PER_WAN,
    "百万元": 100 * YUAN_PER_WAN,
    "千元": 1000,
    "元": 1,
}
LARGEST_YUAN = 10**15  # no ledger column holds more


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read from a cell: a whole number or the code that says why not, and doubts."""

    whole: int | None = None
    problem: Code | None = None
    doubts: tuple[Code, ...] = ()


def is_placeholder(text: str) -> bool:
    """Tell whether a cell says that there is nothing to say.

    >>> [is_placeholder(text) for text in ("", "-", "—", "——", "/")]
    [True, True, True, True, True]
    >>> [is_placeholder(text) for text in ("无", "待定", "0", "略")]
    [False, False, False, False]
    """
    return text in _PLACEHOLDERS


def plain_number(text: str) -> Decimal | None:
    """Return a bare figure, with or without thousands separators; None for anything else.

    >>> plain_number("54,583.00"), plain_number("12"), plain_number("12项")
    (Decimal('54583.00'), Decimal('12'), None)
    """
    match = _FIGURE.fullmatch(text)
    return Decimal(text.replace(",", "")) if match else None


def percent_ppm(text: str) -> Amount:
    """Read a percentage as millionths; half a sign is a doubt, not a guess.

    >>> percent_ppm("61.5").whole, percent_ppm("45 %").whole, percent_ppm("0.5%").whole
    (615000, 450000, 5000)
    >>> percent_ppm("0.45").problem.value, percent_ppm("120").problem.value
    ('E_PERCENT_AMBIGUOUS', 'E_PERCENT_RANGE')
    >>> percent_ppm("约45%").problem.value, percent_ppm("٤٥").problem.value
    ('E_NUMBER', 'E_NUMBER')
    """
    match = _PERCENT.fullmatch(text)
    if match is None:
        return Amount(problem=Code.E_NUMBER)
    number = Decimal(match["number"])
    if not match["sign"] and 0 < number < 1:
        return Amount(problem=Code.E_PERCENT_AMBIGUOUS)
    if not 0 <= number <= _HUNDRED:
        return Amount(problem=Code.E_PERCENT_RANGE)
    return _cut(number * PPM_PER_PERCENT, _doubts(match["number"]))


def money_yuan(text: str, measure: str) -> Amount:
    """Read money as whole 元; what the cell says outweighs the ``measure`` of its column.

    >>> money_yuan("20.5", "亿元").whole, money_yuan("20,500万元", "亿元").whole
    (2050000000, 205000000)
    >>> money_yuan("-3", "亿元").problem.value, money_yuan("40-45", "亿元").problem.value
    ('E_INVEST_RANGE', 'E_NUMBER')
    >>> money_yuan("7,446.08", "万元").whole, money_yuan("0.3 亿", "万元").whole
    (74460800, 30000000)
    >>> foreign = ("4284万美元", "1.2亿港元", "300 USD", "1200万欧元")
    >>> {money_yuan(text, "亿元").problem.value for text in foreign}
    {'E_CURRENCY'}
    >>> money_yuan("２０．５", "亿元").problem.value  # full-width is folded before, see cells
    'E_NUMBER'
    >>> money_yuan("1,500", "千元").whole, money_yuan("3百万元", "亿元").whole
    (1500000, 3000000)
    >>> unreadable = ("上百亿", "若干", "$42", "约3亿元", "3+5", "7,44")
    >>> {money_yuan(text, "亿元").problem.value for text in unreadable}
    {'E_NUMBER'}
    >>> money_yuan("4.4E+01", "亿元").doubts
    (<Code.W_SCIENTIFIC: 'W_SCIENTIFIC'>,)
    """
    match = _MONEY.fullmatch(text)
    if match is None:
        foreign = _FOREIGN.fullmatch(text)
        return Amount(problem=Code.E_CURRENCY if foreign else Code.E_NUMBER)
    number = Decimal(match["number"].replace(",", ""))
    if number < 0 or number > LARGEST_YUAN:
        return Amount(problem=Code.E_INVEST_RANGE)
    yuan = number * _YUAN[match["measure"] or measure]
    if yuan > LARGEST_YUAN:
        return Amount(problem=Code.E_INVEST_RANGE)
    return _cut(yuan, _doubts(match["number"]))


def _doubts(number: str) -> tuple[Code, ...]:
    return (Code.W_SCIENTIFIC,) if "e" in number.lower() else ()


def _cut(exact: Decimal, doubts: tuple[Code, ...]) -> Amount:
    whole = int(exact.to_integral_value(ROUND_DOWN))
    cut = () if whole == exact else (Code.N_ROUNDED,)  # never up: 99.99999 % is not done
    return Amount(whole, None, doubts + cut)
