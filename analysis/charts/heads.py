"""What the columns of a matrix are called, written above each where a picture is wide enough."""

from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts.slide_rows import on_fewer_lines
from texts.markup import escape
from texts.wrap import longest_word_em, width_em, without_orphan

KEY = "key"  # the name of a note above a matrix that tells what its columns are called
HEADS = "heads"  # in a trace's meta: number and name of each column, to be written above it
_MOST_LINES = 5  # more would be as high as the key they stand in place of
_LEAST_EM = 2  # narrower than two letters, plotly turns names
_ALL_EM = 52  # of a projector's width, beside the names of the rows
_LINE_PX, _AROUND_PX, _LEAST_ROW_PX, _GAP_PX = 18, 34, 28, 3


def fitting(figure: go.Figure, em: float) -> list[str]:
    """Return the heads of a matrix in lines of ``em``; none where a word or a head is too long."""
    heads = _heads(figure)
    lines = [_in_lines(number, name, em) for number, name in heads] if em >= _LEAST_EM else []
    too_high = any(len(head) > _MOST_LINES for head in lines)
    too_wide = any(longest_word_em(name) > em for _, name in heads)
    return [] if too_high or too_wide else ["<br>".join(map(escape, head)) for head in lines]


def _in_lines(number: str, name: str, em: float) -> list[str]:
    """Write a name behind its number, or below it where a line has no room for both.

    >>> _in_lines("④", "大数据", 5), _in_lines("④", "大数据", 4)
    (['④ 大数据'], ['④', '大数据'])
    """
    whole = f"{number} {name}"
    return [whole] if width_em(whole) <= em else [number, *without_orphan(name, em)]


def columns(figure: go.Figure) -> int:
    """Return how many columns have a head, 0 where a figure has none."""
    return len(_heads(figure))


def without_key(figure: go.Figure) -> list[Any]:
    """Return the notes of a figure but for the key that heads stand in place of."""
    notes = cast("tuple[Any, ...]", figure.layout.annotations)
    return [note for note in notes if note.name != KEY]


def above(figure: go.Figure) -> go.Figure:
    """Return a figure for a projector with its heads above the columns, its rows close together.

    One without heads, or whose heads have no room, is returned as it is.
    """
    heads = fitting(figure, _ALL_EM / max(columns(figure), 1) - 1)
    if not heads:
        return figure
    spelled = cast("dict[str, Any]", figure.to_plotly_json())
    layout = {**spelled["layout"]}
    across, down = layout["xaxis"], layout["yaxis"]
    names = [on_fewer_lines(str(name)) for name in down["ticktext"]]
    lines = max(name.count("<br>") + 1 for name in names)
    row_px = max(_LEAST_ROW_PX, lines * _LINE_PX + _GAP_PX)
    top_px = max(head.count("<br>") + 1 for head in heads) * _LINE_PX + _AROUND_PX
    numbers = list(cast("Any", figure.data)[0].x)
    layout |= {
        "annotations": [note.to_plotly_json() for note in without_key(figure)],
        "height": top_px + row_px * len(names) + _AROUND_PX // 2,
        "margin": {**layout.get("margin", {}), "t": top_px},
        "xaxis": {**across, "tickmode": "array", "tickvals": numbers, "ticktext": heads},
        "yaxis": {**down, "ticktext": names},
    }
    return go.Figure({"data": spelled["data"], "layout": layout})


def _heads(figure: go.Figure) -> list[tuple[str, str]]:
    traces = cast("tuple[Any, ...]", figure.data)
    named = (trace.meta for trace in traces if HEADS in (trace.meta or ()))
    return list(next(named, {HEADS: ()})[HEADS])
