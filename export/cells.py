"""Cells and columns too narrow for what is written in them say less of it."""

from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts.spoken import plain_line
from analysis.charts.style import BARE, NARROW
from export.parts import Axis, Trace, traces, x_axes, y_axes
from export.theme import Type
from texts.wrap import markup_width_em

_GAP_EM, _LINE_EM = 0.4, 1.35


def say_less(figure: go.Figure, plot_px: tuple[float, float], letters: Type) -> None:
    """Write a shorter text of a trace where its cells or columns have no room for its text.

    ``plot_px`` is how wide and high the data are. A trace may have several shorter texts, each
    shorter than the one before; the last is written however little room there is.
    """
    for trace in traces(figure):
        if NARROW not in (trace.meta or ()):
            continue
        wide_em = plot_px[0] / _places(trace, x_axes(figure)[0], "x") / letters.small
        high_em = plot_px[1] / _places(trace, y_axes(figure)[0], "y") / letters.small
        for shorter in _shorter(trace):
            if _fits(_flat(trace.text), wide_em, high_em if trace.type == "heatmap" else None):
                break
            trace.text = shorter


def bare_measure(figure: go.Figure) -> str:
    """Return what is measured where no cell has room for its figure, empty where some have."""
    for trace in traces(figure):
        if BARE in (trace.meta or ()) and not any(map(_has_figure, _flat(trace.text))):
            return str(trace.meta[BARE])
    return ""


def _has_figure(text: str) -> bool:
    return any(letter.isdecimal() for letter in plain_line(text))


def _shorter(trace: Trace) -> list[Any]:
    """Return the texts to try, one after the other: one list of lists, or several of them."""
    texts = cast("list[Any]", trace.meta[NARROW])
    several = trace.type == "heatmap" and texts and isinstance(texts[0][0], list | tuple)
    return list(texts) if several else [texts]


def _fits(texts: list[str], wide_em: float, high_em: float | None) -> bool:
    if max(map(markup_width_em, texts), default=0) + _GAP_EM > wide_em:
        return False
    lines = max((text.count("<br>") + 1 for text in texts), default=0)
    return high_em is None or lines == 1 or lines * _LINE_EM <= high_em


def _places(trace: Trace, axis: Axis, side: str) -> int:
    shown = axis.range if axis.autorange is False else None
    if side == "y" and shown is not None:
        return max(round(abs(shown[0] - shown[1])), 1)
    return max(len(axis.categoryarray or dict.fromkeys(trace[side])), 1)


def _flat(texts: Any) -> list[str]:  # noqa: ANN401 - a heatmap has lines of texts
    return [
        text for one in texts for text in (_flat(one) if isinstance(one, list | tuple) else [one])
    ]
