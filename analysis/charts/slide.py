"""A chart for a projector: so few rows that they can be read from the back of the room."""

from typing import Any, cast

import plotly.graph_objects as go

from analysis.memo import once

MOST_PX = 500  # a quarter as high again, this fills a projector's screen below its title
_CUT_PX = 430  # what has to be cut anyway is cut so that it is half as high again
_NO_HEIGHT_PX = 450  # plotly's own
_AROUND_PX = 100  # legend, axis and its title
_FEWEST_ROWS = 3


@once
def slide(figure: go.Figure) -> tuple[go.Figure, int, int]:
    """Return the figure with its first rows only, how many those are and how many are left out.

    A figure that is low enough, or has no rows, stays as it is.
    """
    rows, height_px = _rows(figure), height(figure)
    if not rows or height_px <= MOST_PX:
        return figure, len(rows), 0
    row_px = (height_px - _AROUND_PX) / len(rows)
    shown = max(int((_CUT_PX - _AROUND_PX) / row_px), _FEWEST_ROWS)
    if shown >= len(rows):
        return figure, len(rows), 0
    left_out = len(rows) - shown
    cut = _copied(figure).update_layout(height=round(height_px - row_px * left_out))
    shown_now = cast("tuple[float, float] | None", figure.layout.yaxis.range)
    top = shown_now[1] if shown_now else -0.5
    return cut.update_yaxes(autorange=False, range=[shown - 0.5, top]), shown, left_out


def fits(figure: go.Figure) -> bool:
    """Tell whether a slide of the figure fits a projector's screen in large letters."""
    return height(slide(figure)[0]) <= MOST_PX


def height(figure: go.Figure) -> int:
    """Return how many pixels a figure is high."""
    return round(cast("float | None", figure.layout.height) or _NO_HEIGHT_PX)


def _copied(figure: go.Figure) -> go.Figure:
    """Return a copy; ``go.Figure(figure)`` would reorder what other readers are shown too."""
    traces = cast("tuple[Any, ...]", figure.data)
    data = [trace.to_plotly_json() for trace in traces]
    return go.Figure({"data": data, "layout": figure.layout.to_plotly_json()})


def _rows(figure: go.Figure) -> list[str]:
    """Return the categories down the side, each once."""
    if figure.layout.yaxis.type != "category":
        return []
    traces = cast("tuple[Any, ...]", figure.data)
    places = [str(place) for trace in traces for place in trace.y if place is not None]
    return list(dict.fromkeys(places))
