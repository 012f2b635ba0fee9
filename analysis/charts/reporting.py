"""Pictures of who has reported and who owes."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import style, written
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent, percent_in_column
from analysis.metrics.columns import Counted
from domain.columns import Reports
from texts.wrap import unbroken

_LOAD_END, _RATE_START = 0.34, 0.46
_FULL, _END_PX = 100, 124
_OVERALL = {
    "symbol": "line-ns-open",
    "size": 24,
    "color": style.NEUTRAL,
    "line": {"color": style.NEUTRAL, "width": 2},
}


def owed(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw received and missing reports per responsible unit, most owed first."""
    units = table[Reports.RESPONSIBLE_UNIT].tolist()
    labels = [words.unit(unit) for unit in units]
    figure = go.Figure()
    for column, key, look in (
        (Counted.RECEIVED, "chart.received", {"color": style.ACCENT}),
        (
            Counted.MISSING,
            "chart.missing",
            {"color": style.OWED, "pattern": style.HATCH_OVER},
        ),
    ):
        figure.add_bar(
            x=table[column].tolist(),
            y=labels,
            orientation="h",
            name=words.t(key),
            marker=look,
            customdata=units,
            hovertemplate="%{y}<br>%{fullData.name} %{x}<extra></extra>",
        )
    texts = [
        " " + words.t("chart.received_of", received=received, expected=expected)
        for received, expected in zip(table[Counted.RECEIVED], table[Counted.EXPECTED], strict=True)
    ]
    written.behind(figure, table[Counted.EXPECTED].tolist(), labels, texts, units)
    figure.update_layout(barmode="stack")
    style.horizontal(figure, rows=len(units), unit_of_measure=words.t("chart.axis_reports"))
    most = max(table[Counted.EXPECTED], default=0)
    figure.update_xaxes({**style.count_axis(most), "showgrid": False})
    return written.long_names_above(figure, labels)


def load_and_rate(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw what each unit carries beside the share of its reports that came, heaviest load first.

    Two bars in one row instead of points in a plane: units of equal load and rate would lie on top
    of each other there. The mark in each row is the rate of all units together.
    """
    rows = rows_of(table)
    units = [row[Reports.RESPONSIBLE_UNIT] for row in rows]
    labels = [unbroken(words.unit(unit)) for unit in units]
    tasks = [row[Counted.TASKS] for row in rows]
    rates = [row[Counted.REPORTING_PERCENT] for row in rows]
    figure = go.Figure()
    figure.add_bar(
        x=tasks,
        y=units,
        orientation="h",
        name=words.t("chart.axis_tasks"),
        marker={"color": style.ACCENT_SOFT},
        customdata=units,
        hovertext=labels,
        hovertemplate="%{hovertext}<br>%{fullData.name} %{x}<extra></extra>",
    )
    figure.add_bar(
        x=rates,
        y=units,
        xaxis="x2",
        orientation="h",
        name=words.t("chart.reporting_rate"),
        marker={"color": style.ACCENT},
        customdata=units,
        hovertext=labels,
        hovertemplate="%{hovertext}<br>%{fullData.name} %{x:.1f}%<extra></extra>",
    )
    written.behind(figure, tasks, units, [f" {number}" for number in tasks], units)
    texts = [_rate(row[Counted.RECEIVED], row[Counted.EXPECTED], words) for row in rows]
    written.behind(figure, [_FULL] * len(rows), units, texts, units, xaxis="x2")
    style.horizontal(figure, rows=len(rows), unit_of_measure="", end_px=_END_PX)
    figure.update_layout(
        barmode="overlay",
        xaxis={"domain": [0, _LOAD_END], "range": [0, max([*tasks, 1]) * 1.18]},
        xaxis2={"domain": [_RATE_START, 1], "range": [0, _FULL], "anchor": "y"},
    )
    figure.update_xaxes(showgrid=False, showticklabels=False)
    _overall(figure, rows, units, words)
    return style.names_above(figure, units, labels)  # two bars need the width of a phone


def _overall(figure: go.Figure, rows: list[Row], units: list[str], words: Words) -> None:
    """Mark the rate of all units together."""
    expected = sum(row[Counted.EXPECTED] for row in rows)
    if not expected:
        return
    rate = sum(row[Counted.RECEIVED] for row in rows) * 100 / expected
    figure.add_scatter(
        x=[rate] * len(units),
        y=units,
        xaxis="x2",
        mode="markers",  # a line from row to row would strike the names through
        marker=_OVERALL,
        name=words.t("chart.overall_rate", rate=percent(rate)),
        hoverinfo="skip",
    )


def _rate(received: int, expected: int, words: Words) -> str:
    if not expected:
        return " " + words.t("chart.nothing_expected")
    rate = percent_in_column(received * 100 / expected)
    return " " + words.t("chart.rate_of", rate=rate, received=received, expected=expected)
