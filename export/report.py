"""The figure of the screen, dressed for a government report: the same data, another look."""

from dataclasses import replace
from math import ceil
from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts import line_ends
from analysis.charts.style import ON_PAPER
from export import cells, fewer, headed, labels, panels, turned
from export.caption import Caption
from export.frame import LINE, PAD_PX, Frame, frame_of, put_around
from export.parts import Trace, copied, layout, traces
from export.sizes import PictureSize
from export.theme import FONTS, Type, dress, type_of
from texts import Texts
from texts.wrap import unbroken, width_em

_LEGEND_X_PX = PAD_PX / 2  # plotly leaves some room before the first sign
_AROUND_PX = 2 * PAD_PX  # above and below the data
_SIGN_PX, _LEGEND_LINE, _SEVERAL = 45, 1.95, 2
_PARTS = {"pie", "sunburst", "treemap", "icicle", "funnelarea"}


def for_report(figure: go.Figure, caption: Caption, size: PictureSize, t: Texts) -> go.Figure:
    """Return a copy of ``figure`` laid out for ``size``, with ``caption`` around it.

    The copy's layout is ``size.layout_px`` wide and high. ``layout.meta`` tells ``draw.js`` the
    room of head and foot, so that axis labels, however long, never touch them. Where its cells
    have room for shapes alone, the caption says so.
    """
    picture = _laid_out(figure, caption, size, t)
    bare = cells.bare_measure(picture)
    if not bare or bare in caption.unit_of_measure:
        return picture
    return _laid_out(figure, replace(caption, unit_of_measure=bare), size, t)


def _laid_out(figure: go.Figure, caption: Caption, size: PictureSize, t: Texts) -> go.Figure:
    width_px, height_px = size.layout_px
    letters = type_of(size)
    picture = copied(figure)
    said = cast("dict[str, Any]", layout(figure).meta or {})
    picture.update_layout(said.get(ON_PAPER))
    turned.stand_up(picture, width_px, letters)
    labels.names_beside(picture)
    labels.write_low(picture, width_px, letters)
    labels.join_titles(picture, size.layout_px, letters)
    dress(picture, letters)
    labels.letter_both(picture, width_px, letters)
    headed.write_heads(picture, width_px, letters)
    frame = frame_of(caption, width_px, letters, t)
    room_px = _room_px(picture, frame, size, letters)
    left_out = panels.arrange(picture, width_px - 2 * PAD_PX, room_px - _AROUND_PX, letters)
    line_ends.place(picture, room_px - _AROUND_PX, letters.small, width_px=width_px)
    if left_out := left_out or fewer.keep_rows(picture, width_px, room_px, letters):
        frame = frame_of(caption.without(left_out, t), width_px, letters, t)
    picture.update_layout(width=width_px, height=height_px, autosize=False)
    _make_room(picture, frame)
    _place_legend(picture, frame, letters)
    room_px = _room_px(picture, frame, size, letters)
    plot_px = labels.wrap_names(picture, width_px, room_px, letters)
    cells.say_less(picture, (plot_px, room_px - _AROUND_PX), letters)
    labels.spell_days(picture, t)
    put_around(picture, frame, caption, t)
    return picture


def _room_px(picture: go.Figure, frame: Frame, size: PictureSize, letters: Type) -> float:
    """Return what head, legend, axis and foot leave of the height."""
    width_px, height_px = size.layout_px
    around_px = frame.head_px + frame.foot_px + _legend_px(picture, letters, width_px)
    return height_px - around_px - _notes_px(picture, letters) - labels.axis_px(picture, letters)


def _notes_px(picture: go.Figure, letters: Type) -> float:
    """Return how high the notes are that stand above the data."""
    above = (
        note.text.count("<br>") + 1
        for note in layout(picture).annotations
        if note.yref == "paper" and note.y == 1 and note.yanchor == "bottom"
    )
    return max(above, default=0) * letters.small * LINE


def _make_room(picture: go.Figure, frame: Frame) -> None:
    """Set margins for plotly alone; ``draw.js`` replaces them by measured ones."""
    room = {
        "pad": PAD_PX,
        "title": frame.title_px,
        "head": frame.head_px,
        "foot": frame.foot_px,
    }
    below = PAD_PX + frame.foot_px
    picture.update_layout(
        margin={"l": PAD_PX, "r": PAD_PX, "t": frame.head_px, "b": below, "autoexpand": True},
        meta={"report": room},
    )


def _place_legend(picture: go.Figure, frame: Frame, letters: Type) -> None:
    """Put the legend between title and data, where it can cover neither."""
    drawn, asked = traces(picture), layout(picture)
    if asked.showlegend is None and len(drawn) == 1:
        picture.update_layout(showlegend=_needs_key(drawn[0]))
    for trace in drawn:
        if trace.name:
            trace.name = unbroken(trace.name)  # lines broken for a phone
    picture.update_layout(
        legend={
            "orientation": "h",
            "xref": "container",
            "yref": "container",
            "x": _LEGEND_X_PX / asked.width,
            "xanchor": "left",
            "y": 1 - frame.head_px / asked.height,
            "yanchor": "top",
            "title": {"text": ""},
            "traceorder": "normal",
            "font": {"family": FONTS, "size": letters.small},
            "bgcolor": "rgba(0,0,0,0)",
            "borderwidth": 0,
            "itemwidth": 30,
            "maxheight": asked.height,  # plotly's own is half the data, and it cuts the rest off
        }
    )


def _legend_px(picture: go.Figure, letters: Type, width_px: float) -> float:
    """Return about how high the legend will be; the browser measures it exactly."""
    asked = layout(picture)
    shown = [trace for trace in traces(picture) if trace.showlegend is not False]
    if asked.showlegend is False or (len(shown) < _SEVERAL and not asked.showlegend):
        return 0
    widest = max((width_em(str(trace.name or "")) for trace in shown), default=0)
    columns = max(1, int(width_px / (widest * letters.small + _SIGN_PX)))
    return ceil(len(shown) / columns) * letters.small * _LEGEND_LINE + PAD_PX / 2


def _needs_key(only: Trace) -> bool:
    """Tell whether a single trace needs a legend: a pie does, unless its parts carry names."""
    return only.type in _PARTS and "label" not in str(only.textinfo)
