"""Small multiples for a projector: some lines of panels of the one figure that has them all."""

from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.extent import evenly

_AXES = {"xaxis", "yaxis"}
_AROUND_PX = 64  # above the first head and below the last axis


def panels(figure: go.Figure) -> int:
    """Return how many panels a figure has; none where it is one chart."""
    return len(_heads(figure))


def cut(figure: go.Figure, height_px: int, most_px: int) -> list[tuple[go.Figure, int, int]]:
    """Return the figure in parts no higher than ``most_px``, with its first and last panel each.

    Panels are counted from 1. Each part keeps the panels of whole lines, as high as they were.
    """
    lines = _lines(figure)
    line_px = (height_px - _AROUND_PX) / len(lines)
    most = max(int((most_px - _AROUND_PX) / line_px), 1)
    ends = [0]
    for line in lines:
        ends.append(ends[-1] + len(line))
    found: list[tuple[go.Figure, int, int]] = []
    for first, last in evenly(len(lines), most):
        part = _part(figure, lines[first:last], round((last - first) * line_px) + _AROUND_PX)
        found.append((part, ends[first] + 1, ends[last]))
    return found


def _part(figure: go.Figure, lines: list[list[str]], height_px: int) -> go.Figure:
    """Return a figure of some lines of panels, laid out anew from top to bottom."""
    kept = {axis for line in lines for axis in line}
    whole = cast("dict[str, Any]", figure.to_plotly_json())
    layout: dict[str, Any] = {
        name: part
        for name, part in whole["layout"].items()
        if name[:5] not in _AXES or name[5:] in kept
    }
    lowest = layout[f"yaxis{lines[-1][0]}"]["domain"][0]
    share = layout[f"yaxis{lines[0][0]}"]["domain"][1] - lowest
    for axis in kept:
        domain = [(end - lowest) / share for end in layout[f"yaxis{axis}"]["domain"]]
        within = [min(max(end, 0), 1) for end in domain]
        layout[f"yaxis{axis}"] = {**layout[f"yaxis{axis}"], "domain": within}
    notes = [note for note in layout["annotations"] if _axis(note["xref"]) in kept]
    layout |= {"annotations": notes, "height": height_px}
    shown = [trace for trace in whole["data"] if _axis(trace.get("xaxis", "x")) in kept]
    return go.Figure({"data": shown, "layout": layout})


def _lines(figure: go.Figure) -> list[list[str]]:
    """Return the axes of each line of panels, by what follows ``x`` in their names, top first."""
    lines: dict[float, list[str]] = {}
    for note in _heads(figure):
        axis = _axis(note.xref)
        of_panel = cast("Any", figure.layout[f"yaxis{axis}"])
        lines.setdefault(of_panel.domain[1], []).append(axis)
    return [lines[top] for top in sorted(lines, reverse=True)]


def _heads(figure: go.Figure) -> list[Any]:
    notes = cast("tuple[Any, ...]", figure.layout.annotations)
    return [note for note in notes if note.name == style.PANEL]


def _axis(said: str) -> str:
    """Return what follows the letter in the name of an axis, as ``12`` in ``x12 domain``."""
    return said.split(maxsplit=1)[0][1:]
