"""The parts of a plotly figure that plotly leaves untyped, named in one place."""

from typing import Any, TypeAlias

import plotly.graph_objects as go

from analysis.charts.style import HIT

Figure: TypeAlias = Any  # a go.Figure, read without its stubs
Axis: TypeAlias = Any
Trace: TypeAlias = Any
Layout: TypeAlias = Any


def x_axes(figure: Figure) -> list[Axis]:
    """Return the axes under and above the data."""
    return list(figure.select_xaxes())


def y_axes(figure: Figure) -> list[Axis]:
    """Return the axes beside the data."""
    return list(figure.select_yaxes())


def traces(figure: Figure) -> list[Trace]:
    """Return the traces in the order of the legend."""
    return list(figure.select_traces())


def colour_axes(figure: Figure) -> list[Axis]:
    """Return the colour scales that traces share."""
    return list(figure.select_coloraxes())


def layout(figure: Figure) -> Layout:
    """Return everything that is not data."""
    return figure.layout


def copied(figure: Figure) -> go.Figure:
    """Return a copy that shares nothing; many readers' threads hold the same figure.

    ``go.Figure(figure)`` reorders what it reads, and pickling turns numbers into base64. What is
    unseen and only takes clicks is left out.
    """
    shown = (trace for trace in figure.data if HIT not in (trace.meta or ()))
    data = [trace.to_plotly_json() for trace in shown]
    return go.Figure({"data": data, "layout": figure.layout.to_plotly_json()})
