"""A waterfall on paper: from left to right, each step named under it, where the names have room."""

from typing import Any

import plotly.graph_objects as go

from analysis.charts.style import STEP
from export.labels import LATIN_WORD
from export.parts import Layout, layout, traces
from export.theme import Type
from texts.wrap import unbroken, width_em

_DATA_SHARE = 0.84  # of the picture's width
_NARROWEST_EM = 4.5  # of a step
_AMOUNT = ("title", "zeroline", "zerolinewidth", "nticks", "tickformat", "rangemode")


def stand_up(figure: go.Figure, width_px: float, letters: Type) -> None:
    """Turn a waterfall whose steps lie below each other, as a phone needs them.

    Where the steps would be too narrow for their names it stays, and the names stand beside it.
    """
    asked = layout(figure)
    steps = {note.y: unbroken(note.text) for note in asked.annotations if note.name == STEP}
    if not steps:
        return
    slot_em = width_px * _DATA_SHARE / len(steps) / letters.small
    words = [word for name in steps.values() for word in LATIN_WORD.findall(name)]
    if slot_em < max([_NARROWEST_EM, *map(width_em, words)]):
        return
    for trace in traces(figure):
        _turn(trace)
    _turn_axes(asked, steps)


def _turn(trace: Any) -> None:  # noqa: ANN401 - plotly's own objects
    trace.x, trace.y = trace.y, trace.x
    if trace.type == "bar":
        trace.orientation = "v"
    elif trace.mode == "text":
        trace.textposition = "top center"
        trace.text = [text.strip() for text in trace.text]


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
