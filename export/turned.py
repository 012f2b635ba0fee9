"""A waterfall on paper: from left to right, each step named under it, where the names have room."""

import re
from typing import Any

import plotly.graph_objects as go

from export.labels import LATIN_WORD, STEP
from export.parts import Layout, layout, traces
from export.theme import Type
from texts.wrap import unbroken, width_em

_DATA_SHARE = 0.84  # of the picture's width
_ROWS_SHARE = 0.7  # of the height for all steps
_TWO_LINES_EM = 2.1  # from two lines to one line above them
_NARROWEST_EM = 4.5  # of a step
_SUM_AND_CHANGE = re.compile(r"\s*([（(])")
_UPRIGHT = {"line-ns-open": "line-ew-open"}
_UNSEEN = {"size": 7, "opacity": 0}  # lifts the figures off the marks of the sums
_AMOUNT = ("title", "zeroline", "zerolinewidth", "nticks", "tickformat", "rangemode")


def stand_up(figure: go.Figure, sides_px: tuple[float, float], letters: Type) -> None:
    """Turn a waterfall whose steps lie below each other, as a phone needs them.

    Where the steps would be too narrow for their names it stays, and the names stand beside it.
    """
    asked, (width_px, height_px) = layout(figure), sides_px
    steps = {note.y: unbroken(note.text) for note in asked.annotations if note.name == STEP}
    if not steps:
        return
    slot_em = width_px * _DATA_SHARE / len(steps) / letters.small
    words = [word for name in steps.values() for word in LATIN_WORD.findall(name)]
    if slot_em < max([_NARROWEST_EM, *map(width_em, words)]):
        if height_px * _ROWS_SHARE / len(steps) >= _TWO_LINES_EM * letters.small:
            for trace in traces(figure):
                _spare_width(trace)
        return
    for trace in traces(figure):
        _turn(trace, slot_em)
    _turn_axes(asked, steps)


def _spare_width(trace: Any) -> None:  # noqa: ANN401 - plotly's own objects
    """Write the change of a sum below it: what is beside the bars is taken from the names."""
    if trace.type != "bar" and trace.mode == "text":
        trace.text = [_change_below(text) for text in trace.text]


def _change_below(text: str) -> str:
    """Write the change of a sum below the sum, as far from the sum's mark as the sum is.

    >>> _change_below("\u20022652.90 (+95.16)"), _change_below("\u20022652.90（+95.16）")
    ('\u20022652.90<br>\u2002(+95.16)', '\u20022652.90<br>（+95.16）')
    """
    gap = text[: len(text) - len(text.lstrip())]
    below = _SUM_AND_CHANGE.sub(r"<br>\1", text, count=1)
    return below.replace("<br>(", f"<br>{gap}(")  # a Chinese bracket brings its own distance


def _turn(trace: Any, slot_em: float) -> None:  # noqa: ANN401 - plotly's own objects
    trace.x, trace.y = trace.y, trace.x
    if trace.type == "bar":
        trace.orientation = "v"
    elif trace.mode == "text":
        trace.update(mode="markers+text", textposition="top center", marker=_UNSEEN)
        trace.text = [_in_lines(text.strip(), slot_em) for text in trace.text]
    elif trace.marker.symbol in _UPRIGHT:
        trace.marker.symbol = _UPRIGHT[trace.marker.symbol]


def _in_lines(text: str, slot_em: float) -> str:
    """Write the change of a sum below the sum where both have no room beside each other."""
    return text if width_em(text) <= slot_em else _SUM_AND_CHANGE.sub(r"<br>\1", text, count=1)


def _turn_axes(asked: Layout, steps: dict[Any, str]) -> None:
    amount = asked.xaxis.to_plotly_json()
    places = list(steps)
    named = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": places,
        "tickvals": places,
        "ticktext": list(steps.values()),
        "tickangle": 0,
    }
    notes = [note for note in asked.annotations if note.name != STEP]
    amounts = {name: amount[name] for name in _AMOUNT if name in amount}
    asked.update(xaxis=named, yaxis=amounts, annotations=notes, bargap=0.35, overwrite=True)
