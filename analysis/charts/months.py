"""Months along an axis are months, and each year is named once."""

from collections.abc import Sequence
from typing import TypeVar

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.words import Words

Cell = TypeVar("Cell")
YIELDS = "\u200b"  # ends the name of a month that a phone has no room for; see look.css
_MOST_NAMED, MOST_ON_A_PHONE = 13, 7  # more month names than these run into each other
_STEPS = (1, 3, 6, 12)


def month_axis(figure: go.Figure, periods: list[str], words: Words) -> go.Figure:
    """Name the months of a category axis: every one, or every third or sixth of a long time.

    The newest is always named, and each year below its January and the first name.
    """
    shown = named(periods, _MOST_NAMED)
    on_a_phone = named(periods, MOST_ON_A_PHONE)
    return figure.update_xaxes(
        type="category",
        categoryorder="array",
        categoryarray=periods,
        tickvals=shown,
        ticktext=[
            name if one in on_a_phone else name + YIELDS
            for one, name in zip(shown, words.months(shown), strict=True)
        ],
        tickangle=0,
        showgrid=False,
        showline=False,
    )


def named(periods: list[str], most: int) -> list[str]:
    """Return the months to name where ``most`` names have room beside each other.

    >>> named([f"2026-{month:02}" for month in range(1, 13)], 7)
    ['2026-01', '2026-04', '2026-07', '2026-10', '2026-12']
    >>> named(["2025-11", "2025-12", "2026-01", "2026-02"], 3)
    ['2026-01', '2026-02']
    """
    step = next((one for one in _STEPS if len(periods) <= most * one), _STEPS[-1])
    if step == 1:
        return periods
    places = {one: place for place, one in enumerate(periods)}
    years = [one for one in periods if one.endswith("-01")]
    ends = [periods[-1]]
    if all(places[year] >= step for year in years):  # below it stands its year as well
        ends.append(periods[0])
    clear = step - 1
    between = [
        one
        for one in periods
        if (int(one[5:7]) - 1) % step == 0
        and all(abs(places[one] - places[end]) >= clear for end in ends)
    ]
    kept = {*ends, *years, *between}
    return [one for one in periods if one in kept]


def part_years(figure: go.Figure, periods: list[str]) -> go.Figure:
    """Draw a line before each new year on an axis of months, where figures start anew."""
    for place in _new_years(periods):
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


def anew(periods: list[str], words: Words) -> str:
    """Say that the schedule begins anew each January where a new year is among ``periods``."""
    return words.t("chart.schedule_anew") if _new_years(periods) else ""


def _new_years(periods: list[str]) -> list[int]:
    return [place for place, one in enumerate(periods) if place and one.endswith("-01")]


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


def in_full(period: str, words: Words) -> str:
    """Name a month with its year."""
    return words.t("chart.month_in_full", year=int(period[:4]), month=int(period[5:7]))
