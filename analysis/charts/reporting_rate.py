"""The reporting rate month by month: what came, and what of it came in time, of the expected."""

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


def over_time(table: pd.DataFrame, periods: list[str], words: Words) -> go.Figure:
    """Draw both rates over the months; the key writes the newest out with numerator and all.

    ``table`` is ``supervision.rates``. A month that expects nothing has no point.
    """
    found = {row[Reports.PERIOD]: row for row in rows_of(table)}
    rows = [found.get(period) for period in periods]
    figure = go.Figure()
    for rate, count, key, colour, symbol, dash in _LINES:
        name = _newest(rows[-1], rate, count, words.t(key), periods[-1], words)
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
    figure.update_layout(height=_HEIGHT_PX, showlegend=True)
    figure.update_yaxes(
        range=[0, _FULL + _HEADROOM],
        tickvals=[0, 25, 50, 75, _FULL],
        title={"text": words.t("chart.axis_percent")},
    )
    return month_axis(figure, periods, words)


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
