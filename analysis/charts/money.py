"""Money on an axis: in 亿元, or in 万元 where no amount reaches one 亿; in English in millions."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.words import Words, percent
from domain.money import MANY_MILLIONS, YUAN_PER_MILLION, YUAN_PER_WAN, YUAN_PER_YI, plain
from texts.amounts import written_amount, yuan_per_unit

_MOST_DECIMALS = 2
_PLAIN = style.PLAIN_TICKS["tickformat"]


@dataclass(frozen=True, slots=True)
class MoneyAxis:
    """How the amounts of one chart are placed and written; ``yuan`` is one of its steps.

    All are written with as many ``decimals``; without a number of them as everywhere.
    """

    yuan: int
    words: Words
    decimals: int | None = None

    @property
    def unit_of_measure(self) -> str:
        """Name the unit of measure for the axis."""
        return self.words.t("chart.axis_wan" if self.yuan == YUAN_PER_WAN else "chart.axis_yi")

    def place(self, yuan: int | None) -> float | None:
        """Place whole 元 on the axis; an amount nobody states has no place."""
        return None if yuan is None else yuan / self.yuan

    def number(self, yuan: int) -> str:
        """Write an amount as a number in the axis' unit; what would be nothing keeps its digits."""
        if self.decimals is None:
            return written_amount(yuan, self.words.t)
        rounded = _rounded(yuan, self.yuan, self.decimals)
        if yuan and not rounded:
            return plain(Decimal(yuan) / self.yuan)
        return f"{rounded:,}" if self.words.t.language == "en" else str(rounded)

    def amount(self, yuan: int) -> str:
        """Write an amount with its unit, for a hover or a sentence."""
        key = "chart.wan" if self.yuan == YUAN_PER_WAN else "chart.yi"
        return self.words.t(key, amount=self.number(yuan))

    def after(self, yuan: int) -> str:
        """Write an amount beside one that has its unit: in Chinese the unit is not said again."""
        return self.amount(yuan) if self.words.t.language == "en" else self.number(yuan)

    def with_share(self, yuan: int, share: float) -> str:
        """Write an amount and its share of the whole."""
        return self.words.t("chart.amount_share", amount=self.number(yuan), share=percent(share))

    def dress(self, figure: go.Figure, *, vertical: bool = False) -> go.Figure:
        """Write the axis' numbers in full (never 1k) with the unit of measure beside them."""
        look = {
            "title": {"text": self.unit_of_measure},
            **ticks(self.words),
            "rangemode": "tozero",
            "nticks": 4 if self.words.t.language == "en" and not vertical else 6,  # 10,000 is wide
        }
        return figure.update_yaxes(look) if vertical else figure.update_xaxes(look)


def money_axis(amounts: Iterable[int | None], words: Words) -> MoneyAxis:
    """Choose the unit of measure for the amounts of a chart.

    A chart without any amount is in 亿元. English has one unit for all. Where amounts are so small
    that whole ones of it say little, or 万元 are counted, they have as many decimals as any needs.
    """
    known = [int(amount) for amount in amounts if amount is not None]
    unit, most = yuan_per_unit(words.t), max(known, default=YUAN_PER_YI)
    if most >= (MANY_MILLIONS * unit if unit == YUAN_PER_MILLION else unit):
        return MoneyAxis(unit, words)
    unit = YUAN_PER_WAN if unit == YUAN_PER_YI else unit
    return MoneyAxis(unit, words, max((_decimals(amount, unit) for amount in known), default=0))


def ticks(words: Words) -> dict[str, str]:
    """Write amounts at an axis in full; English parts their thousands."""
    return {"tickformat": f",{_PLAIN}" if words.t.language == "en" else _PLAIN}


def _rounded(yuan: int, unit: int, decimals: int) -> Decimal:
    return (Decimal(yuan) / unit).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _decimals(yuan: int, unit: int) -> int:
    """Return how many decimals an amount has in its unit, of the two that are written.

    >>> [_decimals(yuan, YUAN_PER_YI) for yuan in (11_000_000_000, 2_050_000_000, 798_512_345)]
    [0, 1, 2]
    """
    _, _, decimals = plain(_rounded(yuan, unit, _MOST_DECIMALS)).partition(".")
    return len(decimals)
