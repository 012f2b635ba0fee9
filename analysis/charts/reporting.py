"""A picture of who has reported this month and who owes."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import rooms, style, written
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Reports


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
    rooms.horizontal(figure, rows=len(units), unit_of_measure=words.t("chart.axis_reports"))
    most = max(table[Counted.EXPECTED], default=0)
    figure.update_xaxes({**style.count_axis(most), "showgrid": False})
    return written.long_names_above(figure, labels)
