"""Money on an axis: in 亿元, or in 万元 where the largest amount is less than one 亿."""

from collections.abc import Iterable
from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.words import Words, percent, rounded_yi
from domain.money import YUAN_PER_WAN, YUAN_PER_YI


@dataclass(frozen=True, slots=True)
class MoneyAxis:
    """How the amounts of one chart are placed and written; ``yuan`` is one of its steps."""

    yuan: int
    words: Words

    @property
    def unit_of_measure(self) -> str:
        """Name the unit of measure for the axis."""
        return self.words.t("chart.axis_yi" if self.yuan == YUAN_PER_YI else "chart.axis_wan")

    def place(self, yuan: int | None) -> float | None:
        """Place whole 元 on the axis; an amount nobody states has no place."""
        return None if yuan is None else yuan / self.yuan

    def number(self, yuan: int) -> str:
        """Write an amount as a number in the axis' unit."""
        if self.yuan == YUAN_PER_YI:
            return rounded_yi(yuan)
        return f"{yuan / self.yuan:.2f}".rstrip("0").rstrip(".")

    def amount(self, yuan: int) -> str:
        """Write an amount with its unit, for a hover or a sentence."""
        key = "chart.yi" if self.yuan == YUAN_PER_YI else "chart.wan"
        return self.words.t(key, amount=self.number(yuan))

    def with_share(self, yuan: int, share: float) -> str:
        """Write an amount and its share of the whole."""
        return self.words.t("chart.amount_share", amount=self.number(yuan), share=percent(share))

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
    largest = max((amount for amount in amounts if amount is not None), default=YUAN_PER_YI)
    return MoneyAxis(YUAN_PER_YI if largest >= YUAN_PER_YI else YUAN_PER_WAN, words)
