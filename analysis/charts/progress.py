"""Which items are furthest behind 序时进度."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.rows import rows_of
from analysis.charts.words import Words, signed
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.rules import Light

MOST_ITEMS = 8  # more bars are not read in one look
_LIGHTS = tuple(Light)


def gaps(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw the gap to 序时进度 of the items furthest behind, in the table's order."""
    rows = rows_of(table.head(MOST_ITEMS))
    figure = go.Figure()
    for light in _LIGHTS:
        of_light = [row for row in rows if row[Counted.LIGHT] == light]
        if not of_light:
            continue
        shape = style.LIGHT_SHAPES[light]
        figure.add_bar(
            x=[row[Counted.GAP_POINTS] for row in of_light],
            y=[row[Reports.ITEM_ID] for row in of_light],
            orientation="h",
            name=words.t(f"light.{light}"),
            marker={"color": style.LIGHT_COLOURS[light]},
            text=[f"{shape} {signed(row[Counted.GAP_POINTS])}" for row in of_light],
            textposition="outside",
            cliponaxis=False,
            customdata=[row[Reports.ITEM_ID] for row in of_light],
            hovertext=[words.label(row[Reports.ITEM_NAME]) for row in of_light],
            hovertemplate="%{hovertext} %{text}<extra>%{fullData.name}</extra>",
        )
    lowest = min([row[Counted.GAP_POINTS] for row in rows], default=0)
    highest = max([row[Counted.GAP_POINTS] for row in rows], default=0)
    figure.update_layout(barmode="overlay")
    style.horizontal(figure, rows=len(rows), unit_of_measure=words.t("chart.axis_points"))
    figure.update_layout(showlegend=True)
    places = [row[Reports.ITEM_ID] for row in rows]
    figure.update_yaxes(categoryorder="array", categoryarray=places)
    style.names_above(figure, places, [words.above(row[Reports.ITEM_NAME]) for row in rows])
    return figure.update_xaxes(
        range=[min(lowest * 1.5, -5), max(highest * 1.25, 5)], zeroline=True, zerolinewidth=2
    )
