"""How a conclusion is put together: what it looks at, amounts, lists with room for two lines."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from analysis.charts.words import Words
from analysis.views.supervision import Watched
from domain.periods import Period
from texts.few import lengths
from texts.wrap import width_em

Say: TypeAlias = Callable[[Watched, Period, Words], str]

ONE_LINE_EM = 99
_EM = 88  # two lines of a slide
_MOST = 4


def fitting(key: str, parts: Iterable[str], words: Words, **said: object) -> str:
    """Fill ``conclusion.<key>`` with as many parts as two lines hold; how many more is counted.

    A few parts are all said, of more at least one; "and so on" never stands for a single one. Empty
    where there is none.
    """
    every, t = list(parts), words.t
    sentence = ""
    for most in lengths(len(every), _MOST):
        listed = t("conclusion.joiner").join(every[:most])
        if most < len(every):
            listed += t("conclusion.more", count=len(every))
        sentence = t(f"conclusion.{key}", listed=listed, **said)
        if width_em(sentence) <= _EM:
            return sentence
    return sentence


def month(period: Period | str, words: Words) -> str:
    """Name a month with its year."""
    one = Period.parse(period) if isinstance(period, str) else period
    return words.t("chart.month_in_full", year=one.year, month=one.month)
