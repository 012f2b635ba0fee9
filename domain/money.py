"""Money is a whole number of 元; 万元 and 亿元 are ways to read and to show it."""

from decimal import ROUND_HALF_UP, Decimal

YUAN_PER_WAN = 10_000
YUAN_PER_YI = 100_000_000
YUAN_PER_MILLION = 1_000_000
_SMALLEST_ROUNDED = 10**6
_SMALLEST_MILLION = 10**4
MANY_MILLIONS = 100  # from here on their decimals say nothing to a reader
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


def in_millions(yuan: int, *, exact: bool = False) -> str:
    """Show an amount as English readers count, in millions: whole ones from a hundred on.

    Fewer have at most two decimals. What would be nothing so keeps its digits, and all do where it
    is to be ``exact``.

    >>> [in_millions(yuan) for yuan in (15_550_000_000, 798_512_345, 1_234_567, 123, 0)]
    ['15,550', '799', '1.23', '0.000123', '0']
    >>> in_millions(15_550_000_001, exact=True)
    '15,550.000001'
    """
    million = Decimal(yuan) / YUAN_PER_MILLION
    if not exact and abs(yuan) >= _SMALLEST_MILLION:
        digits = Decimal(1) if abs(million) >= MANY_MILLIONS else Decimal("0.01")
        million = million.quantize(digits, ROUND_HALF_UP)
    whole, _, decimals = plain(million).partition(".")
    return f"{int(whole):,}.{decimals}" if decimals else f"{int(whole):,}"


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
