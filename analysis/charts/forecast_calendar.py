"""The months below a forecast, and the line of the month of the reports."""

from typing import cast

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.months import YIELDS
from analysis.charts.words import Words
from domain.periods import MONTHS, Period

BESIDE = 0.12  # of the axis: room for half a mark at its begin or end, in a small picture too
_TICK_PX = 13
_STEPS = (1, 3, 6, 12, 24)  # months between ticks; each is a multiple of the one before
_MOST_STEPS, _MOST_ON_A_PHONE = 8, 3  # as many as have room


def named(
    figure: go.Figure, months: tuple[int, int, int], edge: float, rows: int, words: Words
) -> go.Figure:
    """Name months along the axis, and mark the one of the reports by a line and a word.

    ``months`` are the first, that of the reports, and the last; ``edge`` is the end of the axis.
    """
    first, now, last = months
    span = last - first
    ticks, on_a_phone = _ticks(months, _MOST_STEPS), _ticks(months, _MOST_ON_A_PHONE)
    this = words.t("chart.this_month")
    _line_of_now(figure, now, rows)
    return figure.update_xaxes(
        range=[first - span * BESIDE, edge],
        tickvals=ticks,
        ticktext=[
            f"{_named(month, words)}<br><b>{this}</b>"
            if month == now
            else _named(month, words) + ("" if month in on_a_phone else YIELDS)
            for month in ticks
        ],
        tickangle=0,
        tickfont={"size": _TICK_PX},
        rangemode="normal",
    )


def _ticks(months: tuple[int, int, int], most: int) -> list[int]:
    """Return months an equal step apart, that of the reports among them, with room for each name.

    Those on a phone are some of those on a wide screen.

    >>> _ticks((10, 12, 18), 8), _ticks((10, 12, 18), 3), _ticks((0, 9, 69), 8)
    ([10, 11, 12, 13, 14, 15, 16, 17, 18], [12, 15, 18], [9, 21, 33, 45, 57, 69])
    """
    first, now, last = months
    step = next(one for one in _STEPS if last - first <= one * most or one == _STEPS[-1])
    return list(range(now - (now - first) // step * step, last + 1, step))


def _named(month: int, words: Words) -> str:
    """Name a month with its year: beside it may stand no other of that year."""
    (name,) = words.months([str(Period(month // MONTHS, month % MONTHS + 1))])
    return name


def _line_of_now(figure: go.Figure, now: int, rows: int) -> None:
    """Draw the line row by row, as high as the bars: it would strike the names above them."""
    half = (1 - cast("float", figure.layout.bargap)) / 2
    for row in range(rows):
        figure.add_shape(
            type="line",
            xref="x",
            x0=now,
            x1=now,
            yref="y",
            y0=row - half,
            y1=row + half,
            layer="below",
            line={"width": 1.5, "dash": "dot", "color": style.NEUTRAL},
        )
