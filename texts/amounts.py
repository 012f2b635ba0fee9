"""Amounts as they are read: in Chinese in 亿元, in English in millions, wherever they stand."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from domain.money import YUAN_PER_MILLION, YUAN_PER_YI, in_millions, in_yi
from texts import Texts


def yuan_per_unit(t: Texts) -> int:
    """Return how many 元 the unit of measure of amounts has: the one scheme of a language.

    Sentences, axes, tables and files all ask here; ``chart.axis_yi`` names the unit.

    >>> from texts import catalogue
    >>> yuan_per_unit(catalogue("zh")), yuan_per_unit(catalogue("en"))
    (100000000, 1000000)
    """
    return YUAN_PER_MILLION if t.language == "en" else YUAN_PER_YI


def said_amount(yuan: int, t: Texts, *, exact: bool = False) -> str:
    """Say whole 元 with the unit of measure, rounded unless it is to be ``exact``.

    >>> from texts import catalogue
    >>> said_amount(15_550_000_000, catalogue("zh")), said_amount(15_550_000_000, catalogue("en"))
    ('155.50 亿元', 'CNY 15,550 m')
    """
    return t("chart.yi", amount=_exact(yuan, t) if exact else written_amount(yuan, t))


def written_amount(yuan: int, t: Texts) -> str:
    """Write whole 元 as a number whose unit of measure stands elsewhere.

    It has always as many decimals, so that digits stand below each other: two of 亿元, none of a
    million: both end at a million. What would be nothing so keeps its digits.

    >>> from texts import catalogue
    >>> zh, en = catalogue("zh"), catalogue("en")
    >>> [written_amount(yuan, zh) for yuan in (15_550_000_000, 11_000_000_000, 123_456)]
    ['155.50', '110.00', '0.00123456']
    >>> [written_amount(yuan, en) for yuan in (15_550_000_000, 798_500_000, 123_456, 0)]
    ['15,550', '799', '0.123456', '0']
    """
    if 0 < abs(yuan) < YUAN_PER_MILLION:
        return _exact(yuan, t)
    exact = Decimal(yuan) / yuan_per_unit(t)
    if t.language == "en":
        return f"{exact.quantize(Decimal(1), ROUND_HALF_UP):,}"
    return str(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def rounds_apart(whole: int, parts: Iterable[int], t: Texts) -> bool:
    """Tell whether amounts that add up to the 元 no longer do so as they are written in a column.

    >>> from texts import catalogue
    >>> rounds_apart(10_431_500_000, (9_836_400_000, 595_100_000), catalogue("zh"))
    True
    >>> rounds_apart(10_432_000_000, (9_836_000_000, 596_000_000), catalogue("zh"))
    False
    """
    return _as_written(whole, t) != sum(_as_written(part, t) for part in parts)


def _as_written(yuan: int, t: Texts) -> Decimal:
    return Decimal(written_amount(yuan, t).replace(",", ""))


def _exact(yuan: int, t: Texts) -> str:
    return in_millions(yuan) if t.language == "en" else in_yi(yuan)
