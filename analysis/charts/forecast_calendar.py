"""The months below a forecast, and the line of the month of the reports."""

from typing import cast

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.months import YIELDS
from analysis.charts.words import Words
from domain.periods import MONTHS, Period

BESIDE = 0.12  # of the axis: room for half a mark at its begin or end, in a small picture too
_TICK_PX = 13
_STEPS = (1, 3, 6, 12, 24)  # months between ticks
_MOST_STEPS, _MOST_ON_A_PHONE = 8, 4  # as many as have room
_CLEAR_SHARE, _CLEAR_ON_A_PHONE = 0.1, 0.28  # of the axis: as wide as two halves of names


def named(
    figure: go.Figure, months: tuple[int, int, int], edge: float, rows: int, words: Words
) -> go.Figure:
    """Name months along the axis, and mark the one of the reports by a line and a word.

    ``months`` are the first, that of the reports, and the last; ``edge`` is the end of the axis.
    """
    first, now, last = months
    span = last - first
    names = _names(months, _MOST_STEPS, _CLEAR_SHARE, words)
    on_a_phone = _names(months, _MOST_ON_A_PHONE, _CLEAR_ON_A_PHONE, words)
    names = {month: name + YIELDS for month, name in names.items()} | on_a_phone
    (of_now,) = words.months([_period(now)])  # with its year: a small picture may keep it alone
    this = words.t("chart.this_month")
    _line_of_now(figure, now, rows)
    return figure.update_xaxes(
        range=[first - span * BESIDE, edge],
        tickvals=sorted(names),
        ticktext=[
            f"{of_now}<br><b>{this}</b>" if month == now else names[month]
            for month in sorted(names)
        ],
        tickangle=0,
        tickfont={"size": _TICK_PX},
        rangemode="normal",
    )


def _names(months: tuple[int, int, int], most: int, share: float, words: Words) -> dict[int, str]:
    """Return the names of as many months as have room, that of the reports among them.

    The others are at least ``share`` of the axis away from it.
    """
    first, now, last = months
    span = last - first
    step = next(one for one in _STEPS if span <= one * most or one == _STEPS[-1])
    every = range(first, last + 1)
    clear = max(min(step, MONTHS), span * share)  # a year is room enough, but for a name's width
    ticks = [one for one in every if one == now or (one % step == 0 and abs(one - now) >= clear)]
    return dict(zip(ticks, words.months([_period(one) for one in ticks]), strict=True))


def _period(month: int) -> str:
    return str(Period(month // MONTHS, month % MONTHS + 1))


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
