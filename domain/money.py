"""Money is a whole number of 元; 万元 and 亿元 are ways to read and to show it."""

from decimal import Decimal

YUAN_PER_WAN = 10_000
YUAN_PER_YI = 100_000_000
YUAN_PER_MILLION = 1_000_000
MANY_MILLIONS = 100  # from here on their decimals say nothing to a reader
MIXED_UP_FACTOR = 5_000  # of 10⁴ between 亿元 and 万元, as work goes on between two reports


def in_yi(yuan: int) -> str:
    """Show an amount in 亿元, exact to the last 元, without a trailing zero.

    >>> in_yi(15_550_000_000), in_yi(11_000_000_000), in_yi(123_456)
    ('155.5', '110', '0.00123456')
    """
    return plain(Decimal(yuan) / YUAN_PER_YI)


def in_millions(yuan: int) -> str:
    """Show an amount as English readers count, in millions, exact to the last 元.

    >>> [in_millions(yuan) for yuan in (15_550_000_001, 1_234_567, 123, 0)]
    ['15,550.000001', '1.234567', '0.000123', '0']
    """
    whole, _, decimals = plain(Decimal(yuan) / YUAN_PER_MILLION).partition(".")
    return f"{int(whole):,}.{decimals}" if decimals else f"{int(whole):,}"


def plain(number: Decimal) -> str:
    """Write a number without exponent and without trailing zeros.

    >>> plain(Decimal("20.50")), plain(Decimal("1E+2")), plain(Decimal("0.00"))
    ('20.5', '100', '0')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
