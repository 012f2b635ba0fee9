"""Months along an axis are months, and each year is named once."""

from collections.abc import Sequence
from typing import TypeVar

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.words import Words

Cell = TypeVar("Cell")
_MOST_TICKS = 7  # more month names than these run into each other on a phone


def month_axis(figure: go.Figure, periods: list[str], words: Words, *, every: int = 0) -> go.Figure:
    """Name the months of a category axis: every one, or every third or sixth of a long time.

    ``every`` asks for a distance of its own.
    """
    step = every or _distance(len(periods))
    shown = [one for one in periods if (int(one[5:7]) - 1) % step == 0] or periods[-1:]
    return figure.update_xaxes(
        type="category",
        categoryorder="array",
        categoryarray=periods,
        tickvals=shown,
        ticktext=words.months(shown),
        tickangle=0,
        showgrid=False,
        showline=False,
    )


def part_years(figure: go.Figure, periods: list[str]) -> go.Figure:
    """Draw a line before each new year on an axis of months, where figures start anew."""
    for place, period in enumerate(periods):
        if place and period.endswith("-01"):
            figure.add_shape(
                type="line",
                xref="x",
                x0=place - 0.5,
                x1=place - 0.5,
                yref="paper",
                y0=0,
                y1=1,
                layer="below",
                line={"width": 2, "color": style.NEUTRAL},
            )
    return figure


def broken(cells: Sequence[Cell], periods: list[str]) -> list[Cell | None]:
    """Return what lies over ``periods`` with a gap before each new year, where figures start anew.

    >>> broken(["2025-12", "2026-01"], ["2025-12", "2026-01"])
    ['2025-12', None, '2026-01']
    """
    parted: list[Cell | None] = []
    for place, (cell, period) in enumerate(zip(cells, periods, strict=True)):
        if place and period.endswith("-01"):
            parted.append(None)
        parted.append(cell)
    return parted


def _distance(months: int) -> int:
    """Return every how many months one is named.

    >>> [_distance(months) for months in (3, 12, 36, 60)]
    [1, 3, 6, 12]
    """
    return next((step for step in (1, 3, 6) if months <= _MOST_TICKS * step), 12)


def in_full(period: str, words: Words) -> str:
    """Name a month with its year."""
    return words.t("chart.month_in_full", year=int(period[:4]), month=int(period[5:7]))
