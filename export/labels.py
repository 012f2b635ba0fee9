"""Names along an axis: wrapped so that long Chinese names neither clip nor push the data away."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from string import ascii_uppercase
from typing import Any

import plotly.graph_objects as go

from analysis.charts import line_ends
from analysis.charts.style import BESIDE, DENSE, STEP
from export import numbers
from export.parts import Axis, Figure, layout, traces, x_axes, y_axes
from export.theme import Type
from texts import Texts
from texts.wrap import markup_width_em, markup_wrapped, unbroken, width_em

_LINE = 1.3  # from line to line, in letters
_NUMBER_OR_DATE = re.compile(r"\s*[-+]?\d[\d.,:T/ -]*%?\s*")
BESIDE_SHARES = (0.38, 0.46, 0.54)  # of the picture's width: names beside the data
_DATA_SHARE = 0.25  # of the width is left for the data where words stand behind them
_BEHIND_SHARE = 0.28  # of the width: words behind rows, before they say less
_ROW_EM, _ROW_GAP = 1.5, 0.2  # from name to name, and between two of them, in letters
BELOW_SHARE = 0.86  # of the picture's width: names under the data and beside it, all together
_SPARE_SHARE = 0.06  # of the width, which an axis of numbers has besides
GAP = 0.5  # between two names under the data, in letters
_TITLE_EM = 2.1  # the title of an axis and its distance, in letters
_UPRIGHT_EM = 14  # of a turned name
_TITLE_SHARE = 0.6  # of the picture's side: the title of an axis stands alone
_MONTH_KEY = re.compile(r"\d{4}-\d\d")
LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z-]+")
_PADS_PX = 40  # around the data, as draw.js leaves it
_MONTH = "M1"
_DENSE_LINE = 1.12  # from row to row of such a chart, in letters


def write_low(figure: go.Figure, width_px: float, letters: Type) -> None:
    """Write behind low rows what is written there on one line; less where a picture is narrow."""
    for trace in traces(figure):
        if BESIDE in (trace.meta or ()):
            whole, short = trace.meta[BESIDE]
            widest_px = max(map(width_em, whole), default=0) * letters.small
            trace.text = whole if widest_px <= width_px * _BEHIND_SHARE else short


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
        axis.update(autorange=False, range=[len(places) - 0.5, -0.5])  # no room for a name above


def join_titles(figure: go.Figure, size_px: tuple[float, float], letters: Type) -> None:
    """Join the lines of the titles under and beside the data, which are broken for a phone."""
    for axes, side_px in zip((x_axes(figure), y_axes(figure)), size_px, strict=True):
        em = side_px * _TITLE_SHARE / letters.small
        for axis in axes:
            if axis.title.text:
                axis.title.text = markup_wrapped(unbroken(axis.title.text), em)


def letter_both(figure: go.Figure, width_px: float, letters: Type) -> None:
    """Letter the names of a table of each with each where they have no room above the data."""
    (x_axis, *_), (y_axis, *_) = x_axes(figure), y_axes(figure)
    above, beside = ticks_of(figure, x_axis), ticks_of(figure, y_axis)
    if not above or list(above) != list(beside):
        return
    room_em = width_px * (1 - BESIDE_SHARES[-1]) / len(above) / letters.small
    words = [word for name in above.values() for word in LATIN_WORD.findall(unbroken(name))]
    if max(map(width_em, words), default=0) <= room_em:
        return
    names = map(unbroken, beside.values())
    marks = [*ascii_uppercase, *map(str, range(len(ascii_uppercase) + 1, len(above) + 1))]
    x_axis.update(ticktext=marks[: len(above)], tickangle=0)
    y_axis.update(ticktext=[f"{mark} {name}" for mark, name in zip(marks, names, strict=False)])


def wrap_names(figure: go.Figure, width_px: float, height_px: float, letters: Type) -> float:
    """Wrap the names along every axis of categories; axes of numbers and days are left alone.

    ``height_px`` is what head, legend, axis and foot leave. No name is cut, however many lines
    it needs. Returns about how wide the data are, in layout pixels.
    """
    beside_px = 0.0
    for axis in y_axes(figure):
        if ticks := ticks_of(figure, axis):
            share, _ = room_for(figure, list(ticks.values()), width_px, height_px, letters)
            em = width_px * share / letters.small
            ticks = {place: unbroken(name) for place, name in ticks.items()}
            _spell(axis, ticks, em)
            widest = max(map(markup_width_em, ticks.values()))
            beside_px = max(beside_px, min(widest, em) * letters.small)
    named_px = line_ends.beside_px(figure, letters.small)
    plot_px = width_px * BELOW_SHARE - beside_px - named_px
    for axis in x_axes(figure):
        ticks = ticks_of(figure, axis)
        if ticks and all(_MONTH_KEY.fullmatch(str(place)) for place in ticks):
            numbers.keep_months(axis, list(ticks), plot_px, letters)
        elif any(isinstance(place, str) for place in ticks):
            _spell_below(axis, ticks, plot_px / len(ticks) / letters.small - GAP)
    numbers.keep_apart(
        figure, plot_px + width_px * _SPARE_SHARE - _behind_em(figure) * letters.small, letters
    )
    return plot_px


def room_for(
    figure: go.Figure, names: list[str], width_px: float, height_px: float, letters: Type
) -> tuple[float, int]:
    """Return the share of the width that names beside the data take, and how many have room.

    It is the smallest share at which all have room, else the largest.
    """
    room_em = (height_px - _PADS_PX) / letters.small
    dense = any(DENSE in (trace.meta or ()) for trace in traces(figure))
    share, fit = BESIDE_SHARES[0], 0
    beyond = _behind_em(figure) * letters.small / width_px + _DATA_SHARE
    for share in (one for one in BESIDE_SHARES if one + beyond <= 1 or one == share):
        em = width_px * share / letters.small
        lines = [_lines(name, em) for name in names]
        fit = max(
            (n for n in range(len(lines) + 1) if _fits(lines[:n], room_em, dense=dense)), default=0
        )
        if fit == len(names):
            break
    return share, fit


def axis_px(figure: go.Figure, letters: Type) -> float:
    """Return about how high the words of the axis under or above the data are."""
    heights = [0.0]
    for axis in x_axes(figure):
        ticks = [] if axis.showticklabels is False else axis.ticktext or [""]
        lines = max((str(tick).count("<br>") + 1 for tick in ticks), default=0)
        title = axis.title.text
        titled = _TITLE_EM + _LINE * title.count("<br>") if title else 0
        heights.append(lines * _LINE + titled)
    return max(heights) * letters.small


def _lines(name: str, em: float) -> int:
    return markup_wrapped(unbroken(name), em).count("<br>") + 1


def _fits(lines: list[int], room_em: float, *, dense: bool) -> bool:
    """Rows are equally high, and no name may reach into the next one's."""
    pairs = [(one + other) / 2 for one, other in pairwise(lines)]
    if dense:
        row_em = _DENSE_LINE * max(pairs, default=1)
    else:
        row_em = max([_ROW_EM, *(_LINE * pair + _ROW_GAP for pair in pairs)])
    return row_em * len(lines) <= room_em


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


def _spell_below(axis: Axis, ticks: dict[Any, str], em: float) -> None:
    """Write names under or above the data; English words too long for that are turned."""
    names = [unbroken(name) for name in ticks.values()]
    longest = max(width_em(word) for name in names for word in LATIN_WORD.findall(name) or [""])
    if longest <= em:
        _spell(axis, ticks, em, tickangle=0)
        return
    _spell(axis, dict(zip(ticks, names, strict=True)), _UPRIGHT_EM, tickangle=-90)


def _behind_em(figure: Figure) -> float:
    """Return how wide the words are that stand behind bars and beyond the end of the axis."""
    texts = [
        one.text
        for one in traces(figure)
        if one.type == "scatter" and one.mode == "text" and one.text is not None
    ]
    lines = (line for many in texts for text in many for line in str(text).split("<br>"))
    return max(map(width_em, lines), default=0)


def _names_a_row(note: Any, axis: Axis) -> bool:  # noqa: ANN401 - plotly has no type for a note
    here = (note.yref or "y") == axis.plotly_name.replace("axis", "")
    at_edge = note.xref == "paper" and note.x == 0
    return here and isinstance(note.y, str) and (at_edge or note.name == STEP)


def _spell(axis: Axis, ticks: dict[Any, str], em: float, **more: object) -> None:
    axis.update(showgrid=False)
    if em < 2:  # noqa: PLR2004 - narrower than two letters, plotly turns the names instead
        return
    labels = [markup_wrapped(label, em) for label in ticks.values()]
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
