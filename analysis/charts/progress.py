"""Which items are furthest behind 序时进度."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import bars, differing, legend, overdue, rooms, style
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, signed
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Reports
from domain.rules import Light

MOST_ITEMS = 8  # more bars are not read in one look
_LIGHTS = tuple(Light)
_LEAST_POINTS = 20


def gaps(table: pd.DataFrame, words: Words, begun: Mapping[str, int] | None = None) -> go.Figure:
    """Draw the gap to 序时进度 of the items furthest behind, in the table's order.

    ``begun`` has the month of the projects that began in the course of the year, which is said.
    """
    rows = rows_of(table.head(MOST_ITEMS))
    longest = _reach(rows)
    figure = go.Figure()
    for light in _LIGHTS:
        of_light = [row for row in rows if row[Counted.LIGHT] == light]
        if not of_light:
            continue
        shape = style.LIGHT_SHAPES[light]
        drawn = [
            (row, piece)
            for row in of_light
            for piece in bars.pieces(row[Counted.GAP_POINTS], longest)
        ]
        broken = len(drawn) > len(of_light)
        figure.add_bar(
            x=[end - start for _, (start, end) in drawn],
            base=[start for _, (start, _) in drawn] if broken else None,
            y=[row[Reports.ITEM_ID] for row, _ in drawn],
            orientation="h",
            name=words.t(f"light.{light}"),
            showlegend=False,
            legendgroup=words.t(f"light.{light}"),
            marker={"color": style.LIGHT_COLOURS[light]},
            text=[f"{shape} {signed(row[Counted.GAP_POINTS])}" for row, _ in drawn],
            textposition=[_side(row, piece, longest) for row, piece in drawn],
            cliponaxis=False,
            customdata=[row[Reports.ITEM_ID] for row, _ in drawn],
            hovertext=[_hover(row, words) for row, _ in drawn],
            hovertemplate="%{hovertext}<br>%{text} %{fullData.name}<extra></extra>",
        )
        legend.light(figure, light, words.t(f"light.{light}"))
    figure.update_layout(barmode="overlay")
    rooms.horizontal(figure, rows=len(rows), unit_of_measure=words.t("chart.axis_points"))
    figure.update_layout(showlegend=True)
    places = [row[Reports.ITEM_ID] for row in rows]
    figure.update_yaxes(categoryorder="array", categoryarray=places)
    rooms.names_above(figure, places, [_name(row, words, begun or {}) for row in rows])
    return figure.update_xaxes(range=_range(rows, longest), zeroline=True, zerolinewidth=2)


def is_broken(table: pd.DataFrame) -> bool:
    """Tell whether an item is so far ahead of all others that its bar is broken."""
    rows = rows_of(table.head(MOST_ITEMS))
    return max((row[Counted.GAP_POINTS] for row in rows), default=0) > _reach(rows)


def _reach(rows: list[Row]) -> float:
    """Return how far the axis reaches to the right, where what is behind needs no longer bars."""
    points = [row[Counted.GAP_POINTS] for row in rows]
    furthest, behind = max(points, default=0), max([_LEAST_POINTS, *(-one for one in points)])
    return furthest if furthest <= bars.FAR * behind else bars.reach(points, _LEAST_POINTS)


def _range(rows: list[Row], longest: float) -> list[float]:
    """Leave a third of the width for the figures beside the bars of what is behind."""
    lowest = min([0.0, *(row[Counted.GAP_POINTS] for row in rows)])
    right = max(longest, 0) * 1.25
    return [min(lowest - (right - lowest) / 2, -5) if lowest else -5, max(right, 5)]


def _side(row: Row, piece: tuple[float, float], longest: float) -> str:
    """Write the figure behind the bar; of a broken one behind its second piece."""
    return "outside" if piece[1] in {row[Counted.GAP_POINTS], longest} else "none"


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
