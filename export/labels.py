"""Names along an axis: wrapped so that long Chinese names neither clip nor push the data away."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import plotly.graph_objects as go

from export.parts import Axis, layout, traces, x_axes, y_axes
from export.theme import Type
from texts import Texts
from texts.wrap import markup_wrapped, unbroken, width_em

_LINE = 1.3  # from line to line, in letters
_NUMBER_OR_DATE = re.compile(r"\s*[-+]?\d[\d.,:T/ -]*%?\s*")
_BESIDE_SHARE = 0.38  # of the picture's width: names beside the data
_BELOW_SHARE = 0.86  # of the picture's width: names under the data and beside it, all together
_GAP = 0.3  # between two names under the data, in letters
_BELOW_LINES = 5
_AXIS_LINES = 3.5  # numbers and title of the axis under the data, in letters
_MONTH = "M1"
_STEP = "step"  # the name of a note that stands at its bar


def names_beside(figure: go.Figure) -> None:
    """Put names that stand above their bars, as a phone needs them, back beside the bars.

    Such names are notes at the left edge of an axis whose own labels are hidden.
    """
    notes: list[Any] = list(layout(figure).annotations)
    for axis in y_axes(figure):
        names = {note.y: note.text for note in notes if _names_a_row(note, axis)}
        if axis.showticklabels is not False or not names:
            continue
        rest = [note for note in notes if not _names_a_row(note, axis)]
        layout(figure).update(annotations=rest, bargap=None, overwrite=True)
        places, texts = list(names), list(names.values())
        axis.update(showticklabels=True, tickmode="array", tickvals=places, ticktext=texts)


def wrap_names(figure: go.Figure, width_px: float, height_px: float, letters: Type) -> None:
    """Wrap the names along every axis of categories; axes of numbers and days are left alone.

    ``height_px`` is what head, legend and foot leave. A name too long for its lines ends in an
    ellipsis.
    """
    beside_px = 0.0
    for axis in y_axes(figure):
        if ticks := ticks_of(figure, axis):
            row = (height_px / letters.small - _AXIS_LINES) / len(ticks)
            em = width_px * _BESIDE_SHARE / letters.small
            ticks = {place: unbroken(name) for place, name in ticks.items()}
            _spell(axis, ticks, em, _lines_in(row))
            widest = max(map(width_em, ticks.values()))
            beside_px = max(beside_px, min(widest, em) * letters.small)
    for axis in x_axes(figure):
        if ticks := ticks_of(figure, axis):
            slot_px = (width_px * _BELOW_SHARE - beside_px) / len(ticks)
            _spell(axis, ticks, slot_px / letters.small - _GAP, _BELOW_LINES, tickangle=0)


def spell_days(figure: go.Figure, t: Texts) -> None:
    """Let axes of days read as the texts' language writes them, unless the chart says how."""
    stops = [
        {"dtickrange": [None, _MONTH], "value": t("picture.day_of_month")},
        {"dtickrange": [_MONTH, "M12"], "value": t("picture.month_of_year")},
        {"dtickrange": ["M12", None], "value": t("picture.year")},
    ]
    for axis in (*x_axes(figure), *y_axes(figure)):
        if axis.tickformat is None and not axis.tickformatstops and axis.type != "category":
            axis.update(tickformatstops=stops)


def _names_a_row(note: Any, axis: Axis) -> bool:  # noqa: ANN401 - plotly has no type for a note
    here = (note.yref or "y") == axis.plotly_name.replace("axis", "")
    at_edge = note.xref == "paper" and note.x == 0
    return here and isinstance(note.y, str) and (at_edge or note.name == _STEP)


def _lines_in(row_em: float) -> int:
    return max(1, 1 + int((row_em - 1) / _LINE))


def _spell(axis: Axis, ticks: dict[Any, str], em: float, most: int, **more: object) -> None:
    axis.update(showgrid=False)
    if em < 2:  # noqa: PLR2004 - narrower than two letters, plotly turns the names instead
        return
    labels = [markup_wrapped(label, em, most) for label in ticks.values()]
    axis.update(tickmode="array", tickvals=list(ticks), ticktext=labels, **more)


def ticks_of(figure: go.Figure, axis: Axis) -> dict[Any, str]:
    """Return position and label of each name, in order; nothing for an axis of numbers or days."""
    side = axis.plotly_name[0]
    if axis.ticktext is not None and axis.tickvals is not None:
        labels = [str(label) for label in axis.ticktext]
        return dict(zip(_plain(axis.tickvals), labels, strict=False))
    if axis.type not in {None, "category"}:
        return {}
    names = list(dict.fromkeys(_values(figure, axis.plotly_name.replace("axis", ""), side)))
    if axis.categoryarray is not None:
        names = [*_plain(axis.categoryarray), *names]
    strings = all(isinstance(name, str) for name in names)
    if not strings or (axis.type is None and all(map(_NUMBER_OR_DATE.fullmatch, names))):
        return {}
    return {name: name for name in names}


def _values(figure: go.Figure, axis_id: str, side: str) -> Iterator[Any]:
    drawn = (trace for trace in traces(figure) if f"{side}axis" in trace)
    here = [trace for trace in drawn if (trace[f"{side}axis"] or side) == axis_id]
    return chain.from_iterable(_plain(trace[side]) for trace in here if trace[side] is not None)


def _plain(values: Iterable[Any]) -> list[Any]:
    """Return numpy's and pandas' values as Python's own; empty ones name nothing."""
    here = (value for value in values if value is not None)
    return [value.item() if hasattr(value, "item") else value for value in here]
