"""The reporting rate month by month: what came, and what of it came in time, of the expected."""

from collections.abc import Collection

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import legend, style
from analysis.charts.months import in_full, month_axis
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent
from analysis.metrics.columns import Counted
from domain.columns import Reports

_LINES = (  # rate, the reports it counts, sentence, colour, mark, dash
    (
        Counted.REPORTING_PERCENT,
        Counted.RECEIVED,
        "chart.rate_received",
        style.ACCENT,
        "circle",
        "solid",
    ),
    (
        Counted.ON_TIME_PERCENT,
        Counted.ON_TIME,
        "chart.rate_on_time",
        "#2f9462",
        "diamond",
        "dot",
    ),
)
_HEIGHT_PX, _FULL, _HEADROOM = 380, 100, 8


def over_time(
    table: pd.DataFrame, periods: list[str], words: Words, *, running: Collection[str] = ()
) -> go.Figure:
    """Draw both rates over the months; the key writes the newest out with numerator and all.

    ``table`` is ``supervision.rates``. A month that expects nothing has no point. What came so far
    of a ``running`` month is a point apart: a line down to it would read as a fall.
    """
    found = {row[Reports.PERIOD]: row for row in rows_of(table)}
    every = [found.get(period) for period in periods]
    still = [period in running for period in periods]
    rows = [None if one else row for row, one in zip(every, still, strict=True)]
    settled = max((place for place, one in enumerate(still) if not one), default=-1)
    figure = go.Figure()
    for rate, count, key, colour, symbol, dash in _LINES:
        name = _newest(rows[settled], rate, count, words.t(key), periods[settled], words)
        look = {"color": colour, "width": 3, "dash": dash}
        figure.add_scatter(
            x=periods,
            y=[row and row[rate] for row in rows],
            mode="lines+markers",
            name=name,
            showlegend=False,
            legendgroup=name,
            line=look,
            marker={"color": colour, "symbol": symbol, "size": 9},
            hovertext=[
                _hover(row, rate, count, words.t(key), period, words)
                for row, period in zip(rows, periods, strict=True)
            ],
            hoverinfo="text",
            connectgaps=False,
            cliponaxis=False,  # a rate of 0 lies on the axis
        )
        legend.line(figure, name, look)
    if any(still):
        _draw_running(figure, every, still, periods, words)
    figure.update_layout(height=_HEIGHT_PX, showlegend=True)
    figure.update_yaxes(
        range=[0, _FULL + _HEADROOM],
        tickvals=[0, 25, 50, 75, _FULL],
        title={"text": words.t("chart.axis_percent")},
    )
    return month_axis(figure, periods, words)


def _draw_running(
    figure: go.Figure, every: list[Row | None], still: list[bool], periods: list[str], words: Words
) -> None:
    """Draw what came so far of the months that still run."""
    rate, count, _, colour, *_ = _LINES[0]
    name = words.t("chart.rate_running")
    places = [place for place, one in enumerate(still) if one]
    entry = _newest(every[places[-1]], rate, count, name, periods[places[-1]], words)
    look = {"color": colour, "symbol": "circle-open", "size": 10, "line": {"width": 2}}
    figure.add_scatter(
        x=[periods[place] for place in places],
        y=[row and row[rate] for row in map(every.__getitem__, places)],
        mode="lines+markers",
        name=entry,
        showlegend=False,
        legendgroup=entry,
        line={"color": colour, "width": 1, "dash": "dot"},
        marker=look,
        hovertext=[_hover(every[one], rate, count, name, periods[one], words) for one in places],
        hoverinfo="text",
        cliponaxis=False,
    )
    legend.mark(figure, entry, look)


def _newest(
    row: Row | None, rate: Counted, count: Counted, name: str, period: str, words: Words
) -> str:
    """Name a line with its rate of the newest month: beside its point a line would run through."""
    if row is None or row[rate] is None:
        return name
    said = words.t("chart.rate_of", **_of(row, rate, count))
    return words.t("chart.rate_newest", name=name, month=in_full(period, words), said=said)


def _hover(
    row: Row | None, rate: Counted, count: Counted, name: str, period: str, words: Words
) -> str:
    month = in_full(period, words)
    if row is None or row[rate] is None:
        return f"{month}<br>{words.t('chart.nothing_expected')}"
    return f"{month}<br>{name} {words.t('chart.rate_of', **_of(row, rate, count))}"


def _of(row: Row, rate: Counted, count: Counted) -> dict[str, object]:
    """Return a rate with the reports it counts and those expected, as the catalogue names them."""
    return {"rate": percent(row[rate]), "received": row[count], "expected": row[Counted.EXPECTED]}
