"""The entries of a figure's legend: one mark each, and in words where it has no room."""

from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts.style import LIGHT_COLOURS, LIGHT_SHAPES, LIGHT_SYMBOLS, NEUTRAL
from domain.rules import Light

_KEY: dict[str, Any] = {"hoverinfo": "skip", "showlegend": True}
_OPEN = "-open"
_SHAPES = {
    **{symbol: LIGHT_SHAPES[light] for light, symbol in LIGHT_SYMBOLS.items()},
    "diamond": "◆",
    "x": "✕",
    "line-ew-open": "–",
}


def light(figure: go.Figure, light: Light, name: str) -> None:
    """Explain a light by its shape filled with its colour, as bars and cells are.

    An open shape keeps a ring of a paler grey, which is also seen on dark paper.
    """
    mark(figure, name, {"color": LIGHT_COLOURS[light], "size": 12, **_filled(light)})


def _filled(light: Light) -> dict[str, Any]:
    symbol = LIGHT_SYMBOLS[light].removesuffix(_OPEN)
    ring = {"line": {"color": NEUTRAL, "width": 2}} if symbol != LIGHT_SYMBOLS[light] else {}
    return {"symbol": symbol, **ring}


def mark(figure: go.Figure, name: str, look: dict[str, Any]) -> None:
    """Add an entry that is a mark alone, for a series that is drawn as a line with marks."""
    figure.add_scatter(
        x=[None], y=[None], mode="markers", name=name, legendgroup=name, marker=look, **_KEY
    )


def line(figure: go.Figure, name: str, look: dict[str, Any]) -> None:
    """Add an entry that is a line alone, for a series whose marks say something of their own."""
    figure.add_scatter(
        x=[None], y=[None], mode="lines", name=name, legendgroup=name, line=look, **_KEY
    )


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
    if trace.type != "scatter":
        return ""
    look = trace.marker
    ringed = look.line.color == NEUTRAL and f"{look.symbol}{_OPEN}" in _SHAPES
    return _SHAPES.get(f"{look.symbol}{_OPEN}" if ringed else look.symbol, "")
