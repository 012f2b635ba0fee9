"""Names beside the bars of a slide: a projector is wide, and rows half as high make one look."""

from typing import Any, cast

import plotly.graph_objects as go

from texts.wrap import unbroken

_ROW_PX, _LEGEND_PX, _AXIS_PX = 30, 44, 64
_BAR_SHARE = 0.62  # of a row


def beside(figure: go.Figure) -> go.Figure:
    """Return the figure with the names above its bars beside them, each on one line.

    Such names are notes at the left edge of an axis whose own labels are hidden; a figure without
    them is returned as it is.
    """
    notes = cast("tuple[Any, ...]", figure.layout.annotations)
    names = {str(note.y): unbroken(note.text) for note in notes if _names_a_row(note)}
    if figure.layout.yaxis.showticklabels is not False or not names:
        return figure
    spelled = cast("dict[str, Any]", figure.to_plotly_json())
    layout, places = {**spelled["layout"]}, list(names)
    margin = {**layout.get("margin", {}), "t": _LEGEND_PX}
    title = str(layout.get("xaxis", {}).get("title", {}).get("text") or "")
    layout |= {
        "annotations": [note.to_plotly_json() for note in notes if not _names_a_row(note)],
        "height": _LEGEND_PX + _ROW_PX * len(places) + _AXIS_PX + 18 * title.count("<br>"),
        "bargap": 1 - _BAR_SHARE,
        "margin": margin,
    }
    axis = {"showticklabels": True, "tickvals": places, "ticktext": list(names.values())}
    axis |= {"autorange": False, "range": [len(places) - 0.5, -0.5], "ticklabelstandoff": 6}
    layout["yaxis"] = {**layout.get("yaxis", {}), **axis}
    return go.Figure({"data": spelled["data"], "layout": layout})


def _names_a_row(note: Any) -> bool:  # noqa: ANN401 - plotly's own objects
    return isinstance(note.y, str) and note.xref == "paper" and note.x == 0
