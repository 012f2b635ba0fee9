"""Cells and columns too narrow for what is written in them say less of it."""

import re
from typing import Any

import plotly.graph_objects as go

from export.parts import Axis, Trace, traces, x_axes
from export.theme import Type
from texts.wrap import width_em

NARROW = "narrow"  # in a trace's meta: what is written where its text has no room
_TAG = re.compile(r"<[^>]*>")
_GAP_EM = 0.4


def say_less(figure: go.Figure, plot_px: float, letters: Type) -> None:
    """Write the short text of a trace where a column of ``plot_px`` has no room for its text."""
    axes = x_axes(figure)
    for trace in traces(figure):
        if NARROW not in (trace.meta or ()):
            continue
        slot_em = plot_px / _columns(trace, axes[0]) / letters.small
        if max(map(_wide, _flat(trace.text))) + _GAP_EM > slot_em:
            trace.text = trace.meta[NARROW]


def _columns(trace: Trace, axis: Axis) -> int:
    return len(axis.categoryarray or dict.fromkeys(trace.x))


def _flat(texts: Any) -> list[str]:  # noqa: ANN401 - a heatmap has lines of texts
    return [
        text for one in texts for text in (_flat(one) if isinstance(one, list | tuple) else [one])
    ]


def _wide(text: str) -> float:
    return max(width_em(_TAG.sub("", line)) for line in text.split("<br>"))
