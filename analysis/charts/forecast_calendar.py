"""The months below a forecast, and the line of the month of the reports."""

from typing import cast

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.words import Words
from domain.periods import MONTHS, Period

BESIDE = 0.12  # of the axis: room for half a mark at its begin or end, in a small picture too
_TICK_PX = 11
_STEPS, _MOST_STEPS = (1, 3, 6, 12, 24), 4  # months between ticks; as many as a phone has room for


def named(
    figure: go.Figure, months: tuple[int, int, int], edge: float, rows: int, words: Words
) -> go.Figure:
    """Name months along the axis, and mark the one of the reports by a line and a word.

    ``months`` are the first, that of the reports, and the last; ``edge`` is the end of the axis.
    """
    first, now, last = months
    span = last - first
    step = next(one for one in _STEPS if span <= one * _MOST_STEPS or one == _STEPS[-1])
    every = range(first, last + 1)
    clear = min(step, MONTHS)  # in years that are named two by two, one year is room enough
    ticks = [one for one in every if one == now or (one % step == 0 and abs(one - now) >= clear)]
    periods = {one: str(Period(one // MONTHS, one % MONTHS + 1)) for one in ticks}
    named = words.months(list(periods.values()))
    (of_now,) = words.months([periods[now]])  # with its year: a small picture may keep it alone
    this = words.t("chart.this_month")
    _line_of_now(figure, now, rows)
    return figure.update_xaxes(
        range=[first - span * BESIDE, edge],
        tickvals=ticks,
        ticktext=[
            f"{of_now}<br><b>{this}</b>" if month == now else name
            for month, name in zip(ticks, named, strict=True)
        ],
        tickangle=0,
        tickfont={"size": _TICK_PX},
        rangemode="normal",
    )


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
