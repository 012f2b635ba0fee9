"""Cells that can be clicked: plotly selects marks and bars, never the cells of a heatmap."""

from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts import style


def pickable(
    figure: go.Figure, across: list[str], down: list[str], picks: list[list[Any]]
) -> go.Figure:
    """Lay an unseen mark over each cell of the figure's heatmap, which takes its clicks and hovers.

    ``picks`` are rows of what a click on each cell hands over. The nearest mark is the one of the
    cell under the pointer, however large cells are, because they lie in a regular grid; the axes
    end where the cells end, as they did without marks.
    """
    drawn = cast("tuple[Any, ...]", figure["data"])
    heatmap = next(trace for trace in drawn if trace.type == "heatmap")
    places = [(x, y) for y in down for x in across]
    figure.add_scatter(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="markers",
        marker={"symbol": "square", "color": style.ACCENT, "opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        showlegend=False,
        customdata=[pick for line in picks for pick in line],
        hovertext=[text for line in heatmap.hovertext for text in line],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    heatmap.update(hoverinfo="skip", hovertext=None, hovertemplate=None)
    figure.update_layout(hoverdistance=-1, hovermode="closest")
    figure.update_xaxes(autorange=False, range=[-0.5, len(across) - 0.5])
    return figure.update_yaxes(autorange=False, range=[len(down) - 0.5, -0.5])
