"""A figure in words for whoever cannot see it: every series with its points."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from math import isnan
from typing import Any, TypeVar

import plotly.graph_objects as go

from analysis.charts.style import HIT
from texts import Texts
from texts.few import said_of

SAID, LEAD = "said", "lead"  # in the ``meta`` of a layout: a picture as one would read it aloud
Cell = TypeVar("Cell")
_DIGIT = re.compile(r"\d")
_BROKEN = re.compile("(?<=[\u3000-\u9fff）])<br>(?=[\u3000-\u9fff（])")
_MARKUP = re.compile(r"<[^>]*>")
_YEARS = 12_000  # months since year 0 are beyond it, no other tick is
_MOST = 12  # points of a series that are said; of the rest only how many
_LINES = {"scatter", "scattergl"}


@dataclass(frozen=True, slots=True)
class Told:
    """A series in words: place and figure of each point, of a line its first and its last.

    A series ``runs`` when its points lie from left to right, as months do.
    """

    name: str
    points: list[tuple[str, str]]
    runs: bool


def spoken(figure: go.Figure, t: Texts) -> str:
    """Say each series of a figure: bars and cells by name, lines by their first and last point.

    Names are those written at the axes and above the bars, figures those written beside them.
    Marks that repeat what a series says, such as figures written behind bars, are left out. A chart
    that has words of its own is said by them (``SAID``), or they come first (``LEAD``).
    """
    shown: Any = figure
    if not shown.data:  # nothing is drawn: what stands there is said, line by line
        lines = [line for note in shown.layout.annotations for line in note.text.split("<br>")]
        return t("figure.alt_comma").join(map(plain_line, lines))
    own: dict[str, str] = shown.layout.meta or {}
    if SAID in own:
        return own[SAID]
    series = (
        t("figure.alt_series", name=one.name, points=_listed(one.points, t))
        if one.name
        else _listed(one.points, t)
        for one in told(figure)
    )
    return t("figure.alt_joiner").join((*filter(None, (own.get(LEAD),)), *series))


def told(figure: go.Figure) -> list[Told]:
    """Return the series of a figure that say something."""
    shown: Any = figure
    names = dict(_written(shown.layout))
    dated = _is_of_months(shown.layout)
    every = [
        Told(
            plain_line(trace.name or ""),
            _sentences(trace) if dated else _points(trace, names),
            runs=_is_line(trace) or (trace.type == "bar" and trace.orientation != "h"),
        )
        for trace in shown.data
    ]
    return [one for one in every if one.points]


def _is_of_months(layout: Any) -> bool:  # noqa: ANN401 - plotly's own objects
    """Tell whether marks lie along months: where they lie is no figure to be said."""
    ticks = _column(layout.xaxis.tickvals)
    return bool(ticks) and all(isinstance(tick, int) and tick > _YEARS for tick in ticks)


def _sentences(trace: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - as above
    """Return what is said of each mark when a reader points at it."""
    said = (plain_line(text) for text in _column(trace.hovertext) if text)
    return [("", text) for text in said]


def _written(layout: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - plotly's own objects
    """Yield what is written for a place on an axis, where it is not the place itself."""
    axes = [axis for name, axis in layout.to_plotly_json().items() if name[1:5] == "axis"]
    for axis in axes:
        for place, text in zip(
            axis.get("tickvals") or (), axis.get("ticktext") or (), strict=False
        ):
            yield str(place), plain_line(text)
    for note in layout.annotations:
        if isinstance(note.y, str):
            yield note.y, plain_line(note.text)


def _points(trace: Any, names: dict[str, str]) -> list[tuple[str, str]]:  # noqa: ANN401 - of any kind
    if trace.type == "heatmap":
        found = list(_newest_cells(trace))
    elif (trace.hoverinfo == "skip" and trace.showlegend is False) or HIT in (trace.meta or ()):
        found = []
    else:
        found = list(dict.fromkeys(_marks(trace)))  # a bar with a gap is two, of one figure
    if _is_line(trace):
        found = found[:1] + found[1:][-1:]
    return [(names.get(place, place), amount) for place, amount in found]


def _is_line(trace: Any) -> bool:  # noqa: ANN401 - as above
    return trace.type in _LINES and "lines" in (trace.mode or "")


def _marks(trace: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - as above
    beside = _column(trace.text if isinstance(trace.text, list | tuple) else None)
    pairs = [_placed(*pair) for pair in zip(_column(trace.x), _column(trace.y), strict=False)]
    whole = all(amount == round(amount) for _, amount in pairs if _is_known(amount))
    for (place, amount), text in zip_longest(pairs, beside):
        if place is not None and _is_known(amount):
            said = plain_line(text or "")
            yield plain_line(place), said if _DIGIT.search(said) else _number(amount, whole=whole)


def _placed(first: Cell, second: Cell) -> tuple[Cell, Cell]:
    """Return place and amount of a mark; bars that lie have their names on the y axis."""
    lies = isinstance(second, str) and not isinstance(first, str)
    return (second, first) if lies else (first, second)


def _is_known(amount: object) -> bool:
    return isinstance(amount, int | float) and not isnan(amount)


def _column(cells: Any) -> list[Any]:  # noqa: ANN401 - plotly keeps lists, tuples and arrays
    return (
        [] if cells is None else [getattr(cell, "item", lambda cell=cell: cell)() for cell in cells]
    )


def _newest_cells(trace: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - as above
    cells = trace.text if trace.text is not None else trace.z
    for place, row in zip(trace.y, cells, strict=False):
        filled = [cell for cell in row if cell not in {None, ""}]
        if filled:
            yield plain_line(place), plain_line(filled[-1])


def _listed(points: list[tuple[str, str]], t: Texts) -> str:
    most = said_of(len(points), _MOST)
    said = t("figure.alt_comma").join(
        f"{place} {amount}".strip() for place, amount in points[:most]
    )
    return said + (t("figure.alt_more", count=len(points)) if len(points) > most else "")


def plain_line(text: object) -> str:
    """Return a text without markup; lines of Chinese are joined as they were before they broke."""
    joined = _BROKEN.sub("", str(text))
    return " ".join(_MARKUP.sub(" ", joined).split())


def _number(amount: float, *, whole: bool) -> str:
    return f"{amount:,.{0 if whole else 1}f}"
