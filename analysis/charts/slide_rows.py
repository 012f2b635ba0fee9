"""Rows of a slide as close as their letters allow, so that one screen shows all of them."""

from typing import Any, cast

import plotly.graph_objects as go

from texts.wrap import markup_wrapped, unbroken, width_em

_LEGEND_PX, _AXIS_PX, _TITLE_LINE_PX = 44, 56, 18
_LEAST_ROW_PX, _LINE_PX, _GAP_PX = 28, 17, 3
_NAME_EM = 23  # of a projector's width, before a name needs another line
_MOST_COLUMNS = 14  # whose cells are wide enough for shape and number beside each other
_LATE = "<br><span"  # before a mark below a name


def closer(figure: go.Figure, rows: list[str]) -> go.Figure:
    """Return the figure with its ``rows`` closer to each other, most of their names on one line.

    A figure that is no higher than that, or whose columns are named above it, stays as it is.
    """
    spelled = cast("dict[str, Any]", figure.to_plotly_json())
    axes = [spelled["layout"].get(name, {}) for name in ("xaxis", "yaxis")]
    across, down = cast("list[dict[str, Any]]", axes)
    if not rows or across.get("side") == "top":
        return figure
    names = [on_fewer_lines(str(name)) for name in down.get("ticktext") or rows]
    cells = [_beside_each_other(trace) for trace in spelled["data"]]
    lines = max(_lines(text) for text in (*names, *(text for one in cells for text in one[1])))
    row_px = max(_LEAST_ROW_PX, lines * _LINE_PX + _GAP_PX)
    title = cast("str | None", (across.get("title") or {}).get("text"))
    title_px = _TITLE_LINE_PX * _lines(title) if title else 0
    height_px = _LEGEND_PX + _AXIS_PX + title_px + row_px * len(names)
    if height_px >= (figure.layout.height or 0):
        return figure
    margin = {**spelled["layout"].get("margin", {}), "t": _LEGEND_PX}
    layout = {**spelled["layout"], "height": height_px, "margin": margin}
    if down.get("ticktext"):
        layout["yaxis"] = {**down, "ticktext": names}
    return go.Figure({"data": [trace for trace, _ in cells], "layout": layout})


def on_fewer_lines(name: str) -> str:
    """Join the lines of a name, and the mark below it, as far as they have room.

    >>> on_fewer_lines("培育新产业<br>新业态"), on_fewer_lines("氢能<br><span>逾期</span>")
    ('培育新产业新业态', '氢能 <span>逾期</span>')
    """
    said, *late = name.split(_LATE)
    joined = unbroken(said)
    if width_em(joined) > _NAME_EM:
        joined = markup_wrapped(said, _NAME_EM)
    return joined + "".join(f" <span{mark}" for mark in late)


def _beside_each_other(trace: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return a trace whose cells say on one line what they say on two, and all that they say."""
    if trace.get("type") != "heatmap" or trace.get("text") is None:
        return trace, []
    rows: list[list[str]] = [[str(cell) for cell in row] for row in trace["text"]]
    if rows and len(rows[0]) <= _MOST_COLUMNS:
        rows = [[cell.replace("<br>", " ") for cell in row] for row in rows]
    return {**trace, "text": rows}, [cell for row in rows for cell in row]


def _lines(text: str) -> int:
    return text.count("<br>") + 1
