"""Names beside the bars of a slide: a projector is wide, and rows half as high make one look."""

from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts import style, ticks
from analysis.charts.bars import room
from analysis.charts.months import YIELDS
from texts.wrap import markup_wrapped, unbroken, width_em

_LEGEND_PX, _AXIS_PX, _TITLE_LINE_PX = 44, 64, 18
_ROWS_PX = 250  # what a slide in large type has for all rows
_LEAST_ROW_PX, _MOST_ROW_PX = 28, 60
_TWO_LINES_PX, _LINES = 46, 2  # a row as high as this has room for a name of two lines
_UNEVEN_EM = 2  # by which the longer of two lines may be longer
_BAR_SHARE = 0.62  # of a row
_WIDTH_PX, _LETTER_PX = 740, 14  # of the slide that is enlarged most, before it is


def beside(figure: go.Figure) -> go.Figure:
    """Return the figure with the names above its bars beside them.

    Each is on one line; where rows are few and so high, a name keeps its two lines, which leaves
    more of the width to the bars. Such names are notes at the left edge of an axis whose own labels
    are hidden; a figure without them is returned as it is.
    """
    notes = cast("tuple[Any, ...]", figure.layout.annotations)
    names = {str(note.y): str(note.text) for note in notes if _names_a_row(note)}
    if figure.layout.yaxis.showticklabels is not False or not names:
        return figure
    spelled = cast("dict[str, Any]", figure.to_plotly_json())
    layout, places = {**spelled["layout"]}, list(names)
    row_px = min(max(_ROWS_PX // len(places), _LEAST_ROW_PX), _MOST_ROW_PX)
    margin = {**layout.get("margin", {}), "t": _LEGEND_PX}
    if behind_px := _behind_px(spelled["data"]):
        margin["r"] = behind_px
    title = str(layout.get("xaxis", {}).get("title", {}).get("text") or "")
    around_px = _LEGEND_PX + _AXIS_PX + _TITLE_LINE_PX * title.count("<br>")
    layout |= {
        "annotations": [note.to_plotly_json() for note in notes if not _names_a_row(note)],
        "height": around_px + row_px * len(places),
        "bargap": 1 - _BAR_SHARE,
        "margin": margin,
    }
    in_rows = [_in_a_row(name, row_px) for name in names.values()]
    axis = {"showticklabels": True, "tickvals": places, "ticktext": in_rows}
    axis |= {"autorange": False, "range": [len(places) - 0.5, -0.5], "ticklabelstandoff": 6}
    layout["yaxis"] = {**layout.get("yaxis", {}), **axis}
    if behind_px:
        names_px = max(map(ticks.wide_em, in_rows)) * _LETTER_PX
        plot_px = _WIDTH_PX - names_px - behind_px
        layout["xaxis"] = _with_few_ticks(layout.get("xaxis", {}), plot_px)
    return go.Figure({"data": [_on_one_line(one) for one in spelled["data"]], "layout": layout})


def _on_one_line(trace: dict[str, Any]) -> dict[str, Any]:
    """Return a trace with its texts as low as the rows are now."""
    lines = _lines(trace)
    return {**trace, "text": lines} if lines else trace


def _with_few_ticks(axis: dict[str, Any], plot_px: float) -> dict[str, Any]:
    """Return an axis with as many months as ``plot_px`` has room for, or as few names as a phone.

    Names that stand beside the bars, and the words behind them, leave the data little room.
    """
    named = dict(zip(axis.get("tickvals", ()), axis.get("ticktext", ()), strict=True))
    if any(ticks.BOLD in name for name in named.values()):
        first, last = axis["range"]
        kept = ticks.evenly(named, (last - first) * _LETTER_PX / plot_px)
    else:
        kept = {place: name for place, name in named.items() if not name.endswith(YIELDS)}
    return {**axis, "tickvals": list(kept), "ticktext": list(kept.values())}


def _behind_px(traces: list[dict[str, Any]]) -> int:
    """Return the room that texts which are now on one line need beyond the end of the axis."""
    lines = [line for one in traces for line in _lines(one)]
    return room([1.0] * len(lines), lines) if lines else 0


def _lines(trace: dict[str, Any]) -> list[str]:
    meta = cast("dict[str, list[list[str]]]", trace.get("meta") or {})
    return meta[style.BESIDE][0] if style.BESIDE in meta else []


def _in_a_row(name: str, row_px: int) -> str:
    """Write a name on one line, or where there is room for two on two.

    >>> _in_a_row("大数据<br>1 / 2 亿元", 60), _in_a_row("大数据<br>1 / 2 亿元", 30)
    ('大数据<br>1 / 2 亿元', '大数据1 / 2 亿元')
    """
    joined = unbroken(name)
    if row_px < _TWO_LINES_PX:
        return joined
    lines = [line.strip() for line in name.split("<br>")]
    if len(lines) <= _LINES:
        return "<br>".join(lines)
    return markup_wrapped(joined, width_em(joined) / 2 + _UNEVEN_EM)


def _names_a_row(note: Any) -> bool:  # noqa: ANN401 - plotly's own objects
    return isinstance(note.y, str) and note.xref == "paper" and note.x == 0
