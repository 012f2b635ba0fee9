"""A chart without rows for a projector: lower, so that all its letters are larger there."""

from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts import line_ends, style
from analysis.charts.spoken import LEAD
from texts.markup import escape
from texts.phrases import in_phrases
from texts.wrap import markup_wrapped

HEIGHT_PX, _CURVE_PX = 370, 400  # a curve has bars below it
_TOP_PX, _FOOT_PX = 44, 44
_WIDTH_PX = 900  # of a slide, before it is enlarged
_LEAST_PX = 15  # letters of a slide, before it is enlarged
_NOTE_EM = 44  # of the note in a corner of a curve, which is low where the note ends
_SHARES = {"yaxis": [0.36, 1.0], "yaxis2": [0.0, 0.22]}  # of a curve and of the bars below it


def lower(figure: go.Figure) -> go.Figure:
    """Return the figure as high as a slide in large type, its smallest letters no smaller."""
    spelled = cast("dict[str, Any]", figure.to_plotly_json())
    layout, data = spelled["layout"], spelled["data"]
    has_bars = _has_bars_below(layout)
    layout["height"] = _CURVE_PX if layout.get("yaxis2") else HEIGHT_PX
    margin = layout.get("margin", {})
    layout["margin"] = {**margin, "t": min(margin.get("t", _TOP_PX), _TOP_PX)}
    lowered = go.Figure({"data": [_larger(trace) for trace in data], "layout": layout})
    for axis in cast("list[Any]", [*lowered.select_xaxes()]):
        axis.tickfont.size = max(axis.tickfont.size or 0, _LEAST_PX)
    if has_bars:  # seen whole, so that the months stand below both
        lowered.update_xaxes(anchor="y2")
        _share(lowered)
    line_ends.place(lowered, layout["height"] - _TOP_PX - _FOOT_PX, _LEAST_PX, width_px=_WIDTH_PX)
    for note in cast("tuple[Any, ...]", lowered.layout.annotations):
        if note.name == style.CORNER:
            _widen(lowered, note)
    return lowered


def _has_bars_below(layout: dict[str, Any]) -> bool:
    """Tell whether below a curve there are bars of the same months, and not rows of numbers."""
    below = layout.get("yaxis2")
    return bool(below) and below.get("type") != "category"


def _larger(trace: dict[str, Any]) -> dict[str, Any]:
    size = trace.get("textfont", {}).get("size")
    if size is None or size >= _LEAST_PX:
        return trace
    return {**trace, "textfont": {**trace["textfont"], "size": _LEAST_PX}}


def _share(figure: go.Figure) -> None:
    """Give the bars below a curve more of the height, and break a title that has no room there."""
    plot_px, gap = _CURVE_PX - _TOP_PX - _FOOT_PX, _SHARES["yaxis"][0] - _SHARES["yaxis2"][1]
    for name, share in _SHARES.items():
        axis = cast("Any", figure.layout[name])
        below_px = 0 if share[0] else _FOOT_PX  # left of the months nothing stands there
        em = (plot_px * (share[1] - share[0] + gap) + below_px) / _LEAST_PX
        axis.update(domain=share)
        axis.title.text = markup_wrapped(axis.title.text or "", em)


def _widen(figure: go.Figure, note: Any) -> None:  # noqa: ANN401 - plotly's own object
    """Write the note in lines as long as a projector has room for: the whole of it, as is said."""
    said = cast("dict[str, str]", figure.layout.meta or {}).get(LEAD)
    if said:
        lines = in_phrases(said, _NOTE_EM)
        note.text = "<br>".join(markup_wrapped(escape(line), _NOTE_EM) for line in lines)
