"""Money on an axis: in 亿元, or in 万元 where the largest amount is less than one 亿."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.words import Words, percent_in_column
from domain.money import YUAN_PER_WAN, YUAN_PER_YI, plain, rounded_yi

_MOST_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class MoneyAxis:
    """How the amounts of one chart are placed and written; ``yuan`` is one of its steps.

    All are written with as many ``decimals`` as any of them needs, at most two.
    """

    yuan: int
    words: Words
    decimals: int = 0

    @property
    def unit_of_measure(self) -> str:
        """Name the unit of measure for the axis."""
        return self.words.t("chart.axis_yi" if self.yuan == YUAN_PER_YI else "chart.axis_wan")

    def place(self, yuan: int | None) -> float | None:
        """Place whole 元 on the axis; an amount nobody states has no place."""
        return None if yuan is None else yuan / self.yuan

    def number(self, yuan: int) -> str:
        """Write an amount as a number in the axis' unit."""
        decimals = max(self.decimals, _decimals(yuan, self.yuan))
        rounded = _rounded(yuan, self.yuan, decimals)
        if yuan and not rounded and self.yuan == YUAN_PER_YI:
            return rounded_yi(yuan)
        return str(rounded)

    def amount(self, yuan: int) -> str:
        """Write an amount with its unit, for a hover or a sentence."""
        if self.words.t.language == "en":
            return self.words.yi(yuan)
        key = "chart.yi" if self.yuan == YUAN_PER_YI else "chart.wan"
        return self.words.t(key, amount=self.number(yuan))

    def after(self, yuan: int) -> str:
        """Write an amount beside one that has its unit: in Chinese the unit is not said again."""
        return self.amount(yuan) if self.words.t.language == "en" else self.number(yuan)

    def with_share(self, yuan: int, share: float) -> str:
        """Write an amount and its share of the whole."""
        return self.words.t(
            "chart.amount_share", amount=self.number(yuan), share=percent_in_column(share)
        )

    def dress(self, figure: go.Figure, *, vertical: bool = False) -> go.Figure:
        """Write the axis' numbers in full (never 1k) with the unit of measure beside them."""
        look = {
            "title": {"text": self.unit_of_measure},
            **style.PLAIN_TICKS,
            "rangemode": "tozero",
            "nticks": 6,
        }
        return figure.update_yaxes(look) if vertical else figure.update_xaxes(look)


def money_axis(amounts: Iterable[int | None], words: Words) -> MoneyAxis:
    """Choose the unit of measure for the amounts of a chart.

    A chart without any amount is in 亿元.
    """
    known = [int(amount) for amount in amounts if amount is not None]
    largest = max(known, default=YUAN_PER_YI)
    unit = YUAN_PER_YI if largest >= YUAN_PER_YI else YUAN_PER_WAN
    decimals = max((_decimals(amount, unit) for amount in known), default=0)
    return MoneyAxis(unit, words, decimals)


def _rounded(yuan: int, unit: int, decimals: int) -> Decimal:
    return (Decimal(yuan) / unit).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _decimals(yuan: int, unit: int) -> int:
    """Return how many decimals an amount has in its unit, of the two that are written.

    >>> [_decimals(yuan, YUAN_PER_YI) for yuan in (11_000_000_000, 2_050_000_000, 798_512_345)]
    [0, 1, 2]
    """
    _, _, decimals = plain(_rounded(yuan, unit, _MOST_DECIMALS)).partition(".")
    return len(decimals)
