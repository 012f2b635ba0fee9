"""Which items are furthest behind 序时进度."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import differing, legend, overdue, style
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, signed
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Reports
from domain.rules import Light

MOST_ITEMS = 8  # more bars are not read in one look
_LIGHTS = tuple(Light)


def gaps(table: pd.DataFrame, words: Words, begun: Mapping[str, int] | None = None) -> go.Figure:
    """Draw the gap to 序时进度 of the items furthest behind, in the table's order.

    ``begun`` has the month of the projects that began in the course of the year, which is said.
    """
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
            showlegend=False,
            legendgroup=words.t(f"light.{light}"),
            marker={"color": style.LIGHT_COLOURS[light]},
            text=[f"{shape} {signed(row[Counted.GAP_POINTS])}" for row in of_light],
            textposition="outside",
            cliponaxis=False,
            customdata=[row[Reports.ITEM_ID] for row in of_light],
            hovertext=[_hover(row, words) for row in of_light],
            hovertemplate="%{hovertext}<br>%{text} %{fullData.name}<extra></extra>",
        )
        legend.light(figure, light, words.t(f"light.{light}"))
    lowest = min([row[Counted.GAP_POINTS] for row in rows], default=0)
    highest = max([row[Counted.GAP_POINTS] for row in rows], default=0)
    figure.update_layout(barmode="overlay")
    style.horizontal(figure, rows=len(rows), unit_of_measure=words.t("chart.axis_points"))
    figure.update_layout(showlegend=True)
    places = [row[Reports.ITEM_ID] for row in rows]
    figure.update_yaxes(categoryorder="array", categoryarray=places)
    style.names_above(figure, places, [_name(row, words, begun or {}) for row in rows])
    return figure.update_xaxes(
        range=[min(lowest * 1.5, -5), max(highest * 1.25, 5)], zeroline=True, zerolinewidth=2
    )


def _name(row: Row, words: Words, begun: Mapping[str, int]) -> str:
    month = begun.get(row[Reports.ITEM_ID]) if row[Reports.KIND] == ItemKind.PROJECT else None
    idle = words.t("chart.nothing_done_yet") if _is_idle(row) else ""
    marks = [words.begun(month), _without_plan(row, words), idle]
    marks += [overdue.mark(row, words), differing.mark(row, words)]
    more = [said for said in marks if said]
    return words.above(row[Reports.ITEM_NAME], words.t("chart.beside", more="").join(more))


def _hover(row: Row, words: Words) -> str:
    apart = differing.said(row, words)
    return "<br>".join(filter(None, (words.label(row[Reports.ITEM_NAME]), apart)))


def _without_plan(row: Row, words: Words) -> str:
    """Say of a project without a year plan that its percent done is held against the schedule.

    That counts from the project's own start, the schedule from January: one look at the bar must
    tell it from those that are behind the plan of the year.
    """
    held_by_percent = row[Reports.KIND] == ItemKind.PROJECT and row[Reports.YEAR_PLAN_YUAN] is None
    return words.t("chart.no_year_plan") if held_by_percent else ""


def _is_idle(row: Row) -> bool:
    """Tell whether an item reports that nothing is done, neither in percent nor in money."""
    return row[Counted.PERCENT_DONE] == 0 and not row[Reports.DONE_TOTAL_YUAN]
