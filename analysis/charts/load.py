"""Pictures of who carries what."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Assignments, Tasks

_SHARES = (
    (Counted.LED, "chart.led", style.ACCENT_DEEP),
    (Counted.FIRST_NAMED, "chart.first_named", style.ACCENT),
    (Counted.JOINT, "chart.joint", style.ACCENT_SOFT),
)
_BLUES = ((0.0, "#e6f0f9"), (1.0, "#2a6fb0"))
_SECTION_EM, _UNIT_EM = 4.2, 10


def by_unit(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw tasks per responsible unit, led, first-named and joint told apart."""
    units = table[Assignments.RESPONSIBLE_UNIT].tolist()
    labels = [words.unit(unit) for unit in units]
    figure = go.Figure()
    for column, key, colour in _SHARES:
        counts = table[column].tolist()
        if not any(counts):
            continue
        figure.add_bar(
            x=counts,
            y=labels,
            orientation="h",
            name=words.t(key),
            marker={"color": colour},
            text=[count or "" for count in counts],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            customdata=units,
            hovertemplate="%{y}<br>%{fullData.name} %{x}<extra></extra>",
        )
    _totals(figure, table[Counted.TASKS].tolist(), labels, units)
    figure.update_layout(barmode="stack")
    style.horizontal(figure, rows=len(units), unit_of_measure=words.t("chart.axis_tasks"))
    return figure.update_xaxes(showgrid=False, showticklabels=False)


def by_unit_and_section(
    table: pd.DataFrame, units: list[str], sections: list[str], words: Words
) -> go.Figure:
    """Draw the unit × section matrix: tasks in a cell, and how many of them first-named."""
    counts = {
        (row[Assignments.RESPONSIBLE_UNIT], row[Tasks.SECTION]): row for row in rows_of(table)
    }
    cells = [[counts.get((unit, section)) for section in sections] for unit in units]
    figure = go.Figure(
        go.Heatmap(
            z=[[cell and cell[Counted.TASKS] for cell in line] for line in cells],
            x=[words.heading(section, _SECTION_EM) for section in sections],
            y=[words.unit(unit, _UNIT_EM) for unit in units],
            text=[[_cell_text(cell, words) for cell in line] for line in cells],
            texttemplate="%{text}",
            textfont={"size": 12},
            customdata=[[[unit, section] for section in sections] for unit in units],
            colorscale=_BLUES,
            zmin=0,
            showscale=False,
            xgap=3,
            ygap=3,
            hoverongaps=False,
            hovertemplate="%{y}<br>%{x}<br>%{text}<extra></extra>",
        )
    )
    figure.update_layout(height=style.rows_height(len(units), row_px=46) + 60)
    figure.update_xaxes(
        side="top", showgrid=False, showline=False, tickangle=0, tickfont={"size": 12}
    )
    figure.update_yaxes(autorange="reversed", showgrid=False, showline=False, tickfont={"size": 12})
    return figure


def _totals(figure: go.Figure, totals: list[int], labels: list[str], units: list[str]) -> None:
    figure.add_scatter(
        x=totals,
        y=labels,
        mode="text",
        text=[f" {total}" for total in totals],
        textposition="middle right",
        showlegend=False,
        hoverinfo="skip",
        unselected=style.UNPICKED,
        cliponaxis=False,
        customdata=units,
    )


def _cell_text(cell: Row | None, words: Words) -> str:
    if cell is None:
        return ""
    first = cell[Counted.FIRST_NAMED]
    key = "chart.cell_first" if first else "chart.cell"
    return words.t(key, tasks=cell[Counted.TASKS], first=first)
