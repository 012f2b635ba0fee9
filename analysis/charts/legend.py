"""The entries of a figure's legend in words, for a screen on which it has no room."""

from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts.style import LIGHT_SHAPES, LIGHT_SYMBOLS

_SHAPES = {
    **{symbol: LIGHT_SHAPES[light] for light, symbol in LIGHT_SYMBOLS.items()},
    "diamond": "◆",
    "x": "✕",
    "line-ew-open": "–",
}


def spoken(figure: go.Figure) -> list[str]:
    """Return each entry behind the shape of its mark.

    >>> spoken(go.Figure(go.Scatter(x=[1], name="滞后", marker={"symbol": "triangle-up"})))
    ['▲ 滞后']
    """
    traces = cast("tuple[Any, ...]", figure["data"])
    named = [one for one in traces if one.name and one.showlegend is not False]
    return [" ".join(filter(None, (_shape(one), one.name))) for one in named]


def _shape(trace: Any) -> str:  # noqa: ANN401 - plotly has no type for a trace
    """Return the shape of a mark; a bar has none, its name says which it is."""
    return _SHAPES.get(trace.marker.symbol, "") if trace.type == "scatter" else ""
