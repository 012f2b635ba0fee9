"""Amounts as a sentence says them: in Chinese in 亿元, in English in billions and millions."""

from domain.money import in_billions, in_yi, rounded_yi
from texts import Texts


def said_yi(yuan: int, t: Texts, *, exact: bool = False) -> str:
    """Say whole 元 with the unit of measure, rounded unless it is to be ``exact``.

    >>> from texts import catalogue
    >>> said_yi(15_550_000_000, catalogue("zh")), said_yi(15_550_000_000, catalogue("en"))
    ('155.5 亿元', 'CNY 15.55 bn')
    """
    if t.language == "en":
        return t("chart.yi", amount=in_billions(yuan, exact=exact))
    return t("chart.yi", amount=in_yi(yuan) if exact else rounded_yi(yuan))
