"""As many rows as a picture has room for: names that touch or are cut are read by nobody."""

from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts.style import LAST_ROWS, OF_ROWS
from export import labels
from export.parts import Trace, layout, traces, x_axes, y_axes
from export.theme import Type

_FEWEST = 3
WHOLE = "whole"  # a chart whose rows add up says so in its meta; none of them may be left out


def keep_rows(figure: go.Figure, width_px: float, height_px: float, letters: Type) -> int:
    """Keep the first rows that ``height_px`` has room for; return how many are left out.

    Charts put the rows that matter most first, and say how many at the end, the sum of all others,
    stay as well. Small multiples have no rows and keep everything.
    """
    axes = y_axes(figure)
    if len(axes) != 1 or WHOLE in (layout(figure).meta or ()):
        return 0
    names = labels.ticks_of(figure, axes[0])
    _, fit = labels.room_for(figure, list(names.values()), width_px, height_px, letters)
    most = max(fit, _FEWEST)
    if len(names) <= most:
        return 0
    last = _last(figure)
    kept = dict([*list(names.items())[: most - last], *list(names.items())[len(names) - last :]])
    if list(labels.ticks_of(figure, x_axes(figure)[0])) == list(names):
        _keep_columns(figure, list(kept))
    for trace in traces(figure):
        _keep(trace, set(kept))
    _keep_keys(figure)
    axes[0].update(
        tickmode="array",
        tickvals=list(kept),
        ticktext=list(kept.values()),
        categoryorder="array",
        categoryarray=list(kept),
        autorange=False,
        range=[most - 0.5, -0.5],
    )
    return len(names) - most


def _last(figure: go.Figure) -> int:
    """Return how many rows at the end are to stay; ``_FEWEST`` has room for them and one more."""
    said = cast("dict[str, int]", layout(figure).meta or {})
    return min(said.get(LAST_ROWS, 0), _FEWEST - 1)


def _keep(trace: Trace, kept: set[Any]) -> None:
    """Take out of a trace whatever lies in another row."""
    if trace.y is None:
        return
    rows = list(trace.y)
    here = [row in kept or row is None for row in rows]
    for part in (trace, trace.marker if "marker" in trace else None):
        if part is None:
            continue
        for name in list(part):
            cells = part[name]
            across = trace.type == "heatmap" and name == "x"
            if not across and _is_column(cells, len(rows)):
                part[name] = [cell for cell, stays in zip(cells, here, strict=True) if stays]


def _keep_keys(figure: go.Figure) -> None:
    """Take out of the legend the colours that only rows left out had."""
    keys = [trace for trace in traces(figure) if OF_ROWS in (trace.meta or ())]
    bars = [trace for trace in traces(figure) if trace.type == "bar" and trace not in keys]
    seen = {colour for bar in bars for colour in _colours(bar.marker.color)}
    for key in keys:
        if key.marker.color not in seen:
            key.showlegend = False


def _colours(found: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return the colours of bars, which have one in common or one each."""
    return found if isinstance(found, tuple) else (found,)


def _keep_columns(figure: go.Figure, kept: list[Any]) -> None:
    """Take the same things out of the columns of a table of each with each as out of its rows."""
    axis = x_axes(figure)[0]
    texts = list(axis.ticktext or kept)[: len(kept)]
    axis.update(tickvals=kept, ticktext=texts, range=[-0.5, len(kept) - 0.5])
    for trace in traces(figure):
        if trace.type == "heatmap":
            trace.update(x=kept, z=[line[: len(kept)] for line in trace.z])
            trace.text = [line[: len(kept)] for line in trace.text]
        elif trace.x is not None:
            trace.y = [y if x in kept else None for x, y in zip(trace.x, trace.y, strict=True)]


def _is_column(cells: Any, rows: int) -> bool:  # noqa: ANN401 - whatever plotly keeps
    return isinstance(cells, list | tuple) and len(cast("list[Any]", cells)) == rows
