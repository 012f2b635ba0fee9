"""Money is a whole number of 元; 万元 and 亿元 are ways to read and to show it."""

from decimal import ROUND_HALF_UP, Decimal

YUAN_PER_WAN = 10_000
YUAN_PER_YI = 100_000_000
_SMALLEST_ROUNDED = 10**6
_ENGLISH_UNITS = (("bn", 10**9, Decimal("0.001")), ("m", 10**6, Decimal("0.01")))
MIXED_UP_FACTOR = 5_000  # of 10⁴ between 亿元 and 万元, as work goes on between two reports


def in_yi(yuan: int) -> str:
    """Show an amount in 亿元, exact to the last 元, without a trailing zero.

    >>> in_yi(15_550_000_000), in_yi(11_000_000_000), in_yi(123_456)
    ('155.5', '110', '0.00123456')
    """
    return plain(Decimal(yuan) / YUAN_PER_YI)


def spoken(yuan: int) -> tuple[str, str]:
    """Return an amount as leaders read it: a short number and the unit it is in.

    >>> spoken(15_550_000_000), spoken(62_646_000_000), spoken(35_000_000), spoken(9_999)
    (('155.5', '亿元'), ('626.46', '亿元'), ('3500', '万元'), ('9999', '元'))
    """
    for unit, size in (("亿元", YUAN_PER_YI), ("万元", YUAN_PER_WAN)):
        if abs(yuan) >= size:
            return plain(round(Decimal(yuan) / size, 2)), unit
    return str(yuan), "元"


def in_billions(yuan: int, *, exact: bool = False) -> str:
    """Show an amount as English readers count: in billions or millions, small ones in full.

    Billions have at most three decimals and millions two, unless it is to be ``exact``.

    >>> [in_billions(yuan) for yuan in (15_550_000_000, 65_000_000, 123_456)]
    ['15.55 bn', '65 m', '123,456']
    >>> in_billions(15_550_000_001, exact=True)
    '15,550,000,001'
    """
    for unit, size, decimals in _ENGLISH_UNITS:
        if abs(yuan) >= size and not exact:
            rounded = (Decimal(yuan) / size).quantize(decimals, ROUND_HALF_UP)
            return f"{plain(rounded)} {unit}"
    return f"{yuan:,}"


def rounded_yi(yuan: int) -> str:
    """Show whole 元 as 亿元 with at most two decimals, halves rounded up, as leaders read it.

    >>> rounded_yi(15_550_000_000), rounded_yi(1_234_500_000), rounded_yi(798_500_000)
    ('155.5', '12.35', '7.99')
    >>> rounded_yi(123_456)
    '0.00123456'
    """
    if abs(yuan) < _SMALLEST_ROUNDED:
        return in_yi(yuan)
    exact = Decimal(yuan) / YUAN_PER_YI
    return plain(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def plain(number: Decimal) -> str:
    """Write a number without exponent and without trailing zeros.

    >>> plain(Decimal("20.50")), plain(Decimal("1E+2")), plain(Decimal("0.00"))
    ('20.5', '100', '0')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
