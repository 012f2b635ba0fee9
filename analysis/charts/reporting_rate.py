"""The reporting rate month by month: what came, and what of it came in time, of the expected."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.months import in_full, month_axis
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent
from analysis.metrics.columns import Counted
from domain.columns import Reports

_LINES = (  # rate, the reports it counts, sentence, colour, mark, dash, place of its figure
    (
        Counted.REPORTING_PERCENT,
        Counted.RECEIVED,
        "chart.rate_received",
        style.ACCENT,
        "circle",
        "solid",
        "top center",
    ),
    (
        Counted.ON_TIME_PERCENT,
        Counted.ON_TIME,
        "chart.rate_on_time",
        "#2f9462",
        "diamond",
        "dot",
        "bottom center",
    ),
)
_HEIGHT_PX, _FULL, _HEADROOM = 380, 100, 45


def over_time(table: pd.DataFrame, periods: list[str], words: Words) -> go.Figure:
    """Draw both rates over the months; the newest month is written out with its numerator.

    ``table`` is ``supervision.rates``. A month that expects nothing has no point.
    """
    found = {row[Reports.PERIOD]: row for row in rows_of(table)}
    rows = [found.get(period) for period in periods]
    figure = go.Figure()
    for rate, count, key, colour, symbol, dash, place in _LINES:
        figure.add_scatter(
            x=periods,
            y=[row and row[rate] for row in rows],
            mode="lines+markers+text",
            name=words.t(key),
            text=["" for _ in periods[1:]] + [_last(rows[-1], rate, count)],
            textposition=place,
            line={"color": colour, "width": 3, "dash": dash},
            marker={"color": colour, "symbol": symbol, "size": 9},
            hovertext=[
                _hover(row, rate, count, words.t(key), period, words)
                for row, period in zip(rows, periods, strict=True)
            ],
            hoverinfo="text",
            connectgaps=False,
        )
    figure.update_layout(height=_HEIGHT_PX, showlegend=True)
    figure.update_yaxes(
        range=[0, _FULL + _HEADROOM],
        tickvals=[0, 25, 50, 75, _FULL],
        title={"text": words.t("chart.axis_percent")},
    )
    month_axis(figure, periods, words)
    edge, written_out = 0.5, 1.6  # in months: the newest one has its figures beside it
    return figure.update_xaxes(range=[-edge, len(periods) - 1 + written_out])


def _last(row: Row | None, rate: Counted, count: Counted) -> str:
    """Write a rate out; where both are the same, once."""
    both = row is not None and row[Counted.ON_TIME] == row[Counted.RECEIVED]
    if row is None or row[rate] is None or (both and count is Counted.ON_TIME):
        return ""
    return f"{percent(row[rate])}<br>({row[count]}/{row[Counted.EXPECTED]})"


def _hover(
    row: Row | None, rate: Counted, count: Counted, name: str, period: str, words: Words
) -> str:
    month = in_full(period, words)
    if row is None or row[rate] is None:
        return f"{month}<br>{words.t('chart.nothing_expected')}"
    said = words.t(
        "chart.rate_of",
        rate=percent(row[rate]),
        received=row[count],
        expected=row[Counted.EXPECTED],
    )
    return f"{month}<br>{name} {said}"
