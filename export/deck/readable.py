"""The numbers of a figure as PowerPoint's own charts need them, where its kind allows that."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import plotly.graph_objects as go

from export import labels
from export.parts import Axis, Trace, copied, layout, traces, x_axes, y_axes
from texts.wrap import unbroken

Kind = Literal["bars", "columns", "lines"]
_MOST_PLACES = 40  # beyond it the names of a chart in PowerPoint touch
_MARKUP, _SIGNS = re.compile(r"<[^>]*>"), re.compile(r"^[^\d−+-]+")
_NUMBER = re.compile(r"\d+(\.\d+)?")
_DECIMALS = 2
_BOTH_ENDS, _WHOLE = ("low", "high"), 100.0


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers; ``colours`` are as plotly has them, one or one per place.

    ``hatched`` bars are told apart from plain ones of the same colour.
    """

    name: str
    numbers: tuple[float | None, ...]
    colours: tuple[str, ...]
    dashed: bool = False
    hatched: bool = False
    labels: tuple[str, ...] = ()  # written at the points; without them the numbers are


@dataclass(frozen=True, slots=True)
class Readable:
    """A chart of categories; ``piled`` bars add up, ``over`` bars lie one upon the other."""

    kind: Kind
    places: tuple[str, ...]
    series: tuple[Series, ...]
    piled: bool = False
    over: bool = False
    reach: tuple[float, float] | None = None  # of the axis of numbers, where the screen sets it


def readable(figure: go.Figure) -> Readable | None:
    """Return the numbers of bars or lines along one axis of names; None for every other kind.

    What is written at a row and is not its number, such as how many projects do not disclose
    theirs, stands behind the row's name: an empty cell is not zero.
    """
    drawn = copied(figure)
    labels.names_beside(drawn)
    every = [one for one in traces(drawn) if not _is_key_only(one)]
    data = [one for one in every if not _is_writing(one)]
    if not data or len(x_axes(drawn)) != 1 or {one.yaxis or "y" for one in data} != {"y"}:
        return None
    kind = _kind(data)
    if kind is None or (kind != "lines" and layout(drawn).barmode == "relative"):
        return None
    side = "y" if kind == "bars" else "x"
    axis = (y_axes(drawn) if kind == "bars" else x_axes(drawn))[0]  # a second y axis is of writing
    places = _places(axis, every if kind == "bars" else data, side)
    if not places or len(places) > _MOST_PLACES:
        return None
    names = _names(drawn, axis, places, kind)
    series = [_series(one, places, side) for one in data]
    written = _written(every, places, side, series) if kind == "bars" else {}
    mode = layout(drawn).barmode
    return Readable(
        kind,
        tuple(_with(names.get(place, place), written.get(place, ())) for place in places),
        tuple(series),
        piled=mode == "stack",
        over=mode == "overlay",
        reach=_reach(x_axes(drawn)[0] if kind == "bars" else y_axes(drawn)[0], series),
    )


def _reach(axis: Axis, series: list[Series]) -> tuple[float, float] | None:
    """Return from where to where an axis reaches; PowerPoint would let shares begin at 90.

    Percentages that are none beyond 100 reach from 0 to 100. Room for letters before 0 is left to
    PowerPoint, which writes elsewhere.
    """
    numbers = [number for one in series for number in one.numbers if number is not None]
    if not numbers or min(numbers) < 0:
        return None
    if (axis.title.text or "").startswith("%") and max(numbers) <= _WHOLE:
        return 0.0, _WHOLE
    ends = [_rounded(one) for one in _cells(axis.range)]
    if len(ends) != len(_BOTH_ENDS) or ends[0] is None or ends[1] is None:
        return None
    return (0.0, ends[1]) if ends[0] <= 0 < ends[1] else None


def _kind(data: list[Trace]) -> Kind | None:
    if all(one.type == "bar" and one.base is None for one in data):
        lying = {one.orientation == "h" for one in data}
        return None if len(lying) > 1 else ("bars" if lying == {True} else "columns")
    lines = all(one.type == "scatter" and "lines" in (one.mode or "") for one in data)
    return "lines" if lines and not any(one.fill not in {None, "none"} for one in data) else None


def _is_key_only(trace: Trace) -> bool:
    """Tell whether a trace only stands in the legend: its points have no place."""
    return trace.type in {"bar", "scatter"} and not any(x is not None for x in _cells(trace.x))


def _is_writing(trace: Trace) -> bool:
    return trace.type == "scatter" and trace.mode == "text"


def _places(axis: Axis, data: list[Trace], side: str) -> list[str]:
    """Return the places in their order, an empty one where every line stops and begins anew."""
    known = [str(one) for one in (axis.categoryarray or ())]
    stops: set[str] = set()
    for one in data:
        before = None
        for place in _cells(one[side]):
            if place is None and before is not None:
                stops.add(before)
            elif place is not None and str(place) not in known:
                known.append(str(place))
            before = None if place is None else str(place)
    used = {str(place) for one in data for place in _cells(one[side]) if place is not None}
    placed = [place for place in known if place in used]
    return [one for place in placed for one in ((place, "") if place in stops else (place,))]


def _names(figure: go.Figure, axis: Axis, places: list[str], kind: Kind) -> dict[str, str]:
    if kind != "bars":  # only every third month is named on the axis, and in two lines
        return {}
    ticks = labels.ticks_of(figure, axis)
    return {place: _plain(ticks[place]) for place in places if place in ticks}


def _series(trace: Trace, places: list[str], side: str) -> Series:
    other = "x" if side == "y" else "y"
    cells = list(zip(_cells(trace[side]), _cells(trace[other]), strict=False))
    numbers = {str(place): number for place, number in cells if place is not None}
    texts: list[Any] = [] if isinstance(trace.text, str) else list(_cells(trace.text))
    said = {str(place): text for (place, _), text in zip(cells, texts, strict=False)}
    colours = _colours(trace, [str(place) for place, _ in cells], places)
    return Series(
        _plain(trace.name or ""),
        tuple(_rounded(numbers.get(place)) for place in places),
        colours,
        dashed=trace.type == "scatter" and trace.line.dash not in {None, "solid"},
        hatched=trace.type == "bar" and bool(trace.marker.pattern.shape),
        labels=tuple(_plain(said.get(place) or "") for place in places) if texts else (),
    )


def _colours(trace: Trace, own: list[str], places: list[str]) -> tuple[str, ...]:
    marker = trace.marker.color if "marker" in trace else None
    colour = (trace.line.color or marker) if trace.type == "scatter" else marker
    if colour is not None and not isinstance(colour, str):
        of_place = dict(zip(own, _cells(colour), strict=False))
        return tuple(str(of_place.get(place, "")) for place in places)
    return (str(colour),) if colour else ()


def _written(
    every: list[Trace], places: list[str], side: str, series: list[Series]
) -> dict[str, list[str]]:
    """Return what is written at each place and is neither one of its numbers nor their sum."""
    shown: dict[str, set[float]] = {}
    for number, place in enumerate(places):
        known = [one.numbers[number] or 0 for one in series]
        shown[place] = {round(one, _DECIMALS) for one in (*known, sum(known))}
    said: dict[str, list[str]] = {}
    for one in filter(_is_writing, every):
        for place, text in zip(_cells(one[side]), one.text or (), strict=False):
            plain = _plain(text or "")
            if plain and _as_number(plain) not in shown.get(str(place), set()):
                said.setdefault(str(place), []).append(plain)
    return said


def _with(name: str, written: Iterable[str]) -> str:
    beside = " · ".join(written)
    return f"{name}  {beside}" if beside else name


def _cells(column: Any) -> Iterator[Any]:  # noqa: ANN401 - plotly keeps lists, tuples and arrays
    for cell in () if column is None else column:
        yield cell.item() if hasattr(cell, "item") else cell


def _rounded(number: Any) -> float | None:  # noqa: ANN401 - a cell of a trace
    known = isinstance(number, int | float) and number == number  # noqa: PLR0124 - not a number is not itself
    return round(number, _DECIMALS) if known else None


def _as_number(written: str) -> float | None:
    """Return the number that is all there is to a text but for the sign of its row."""
    bare = _SIGNS.sub("", written).replace(",", "")
    return float(bare) if _NUMBER.fullmatch(bare) else None


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub(" ", unbroken(text)).split())
