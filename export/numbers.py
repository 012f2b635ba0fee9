"""Numbers and months under the data: as many as have room, and no month without its year."""

from typing import Any

import plotly.graph_objects as go

from analysis.charts import ticks
from analysis.charts.months import YIELDS
from analysis.charts.ticks import BOLD, wide_em
from export.parts import Axis, traces, x_axes
from export.theme import Type

_GAP_EM = 0.8  # between two of them, in letters
_NUMBER_EM, _FEWEST, _MOST = 4.5, 3, 6


def keep_apart(figure: go.Figure, plot_px: float, letters: Type) -> None:
    """Take out of each axis of numbers under the data the ticks that have no room in ``plot_px``.

    Other charts than small multiples have one such axis, or two that share the width.
    """
    axes = [axis for axis in x_axes(figure) if _counts(axis)]
    for axis in axes:
        from_, to = axis.domain or (0, 1)
        room_em = plot_px * (to - from_) / letters.small
        axis.update(tickangle=0)
        if axis.tickvals is not None and axis.ticktext is not None and axis.range is not None:
            _thin(axis, room_em)
        elif axis.tickvals is None and axis.dtick is None and not _of_names(figure, axis):
            axis.update(nticks=min(_MOST, max(_FEWEST, int(room_em / _NUMBER_EM))))


def keep_months(axis: Axis, months: list[str], plot_px: float, letters: Type) -> None:
    """Take out of an axis of months those that have no room."""
    every = [str(one) for one in axis.categoryarray or months]
    places = [every.index(month) for month in months]
    named = [str(name).removesuffix(YIELDS) for name in axis.ticktext or months]
    texts = dict(zip(places, named, strict=True))
    kept = _thinned(texts, max(len(every), 1) * letters.small / plot_px)
    axis.update(tickangle=0, tickvals=[every[at] for at in kept], ticktext=list(kept.values()))


def _thin(axis: Axis, room_em: float) -> None:
    low, high = axis.range
    named = [str(name).removesuffix(YIELDS) for name in axis.ticktext]
    texts = dict(zip(axis.tickvals, named, strict=True))
    keep = ticks.evenly if any(BOLD in name for name in named) else _thinned
    kept = keep(texts, (high - low) / room_em)
    axis.update(tickvals=list(kept), ticktext=list(kept.values()))


def _thinned(texts: dict[Any, str], per_em: float) -> dict[Any, str]:
    """Keep what is printed bold, the newest years and the last, then what has room between them.

    ``texts`` are by place on the axis, of which ``per_em`` is as wide as a letter. A tick without a
    year is kept only behind the tick that names its year; where that one has no room, the first
    one of the year that has names it.
    """
    years = dict(zip(texts, _years(list(texts), texts), strict=True))
    kept: dict[Any, str] = {}
    for place in _weightiest_first(texts, set(years.values())):
        said = years[place] == place or years[place] in kept
        if said and _has_room(place, texts[place], kept, per_em):
            kept[place] = texts[place]
    for place in sorted(texts):
        year = years[place]
        if year not in kept and not any(years[one] == year for one in kept):
            named = "<br>".join((texts[place], *texts[year].split("<br>")[1:]))
            if place != year and _has_room(place, named, kept, per_em):
                kept[place] = named
    return dict(sorted(kept.items()))


def _weightiest_first(texts: dict[Any, str], naming: set[Any]) -> list[Any]:
    last = max(texts, default=None)
    bold = [one for one in texts if BOLD in texts[one]]
    years = sorted(naming, reverse=True)
    return list(dict.fromkeys((*bold, *years, *(one for one in (last,) if texts), *sorted(texts))))


def _has_room(place: Any, text: str, kept: dict[Any, str], per_em: float) -> bool:  # noqa: ANN401 - a place is a number of any kind
    return all(
        abs(place - other) / per_em >= (wide_em(text) + wide_em(said)) / 2 + _GAP_EM
        for other, said in kept.items()
    )


def _years(places: list[Any], texts: dict[Any, str]) -> list[Any]:
    """Return for each tick the place of the tick that names its year: one of two lines, or itself.

    Ticks of one line stand for themselves where none has two.
    """
    naming = [place for place in places if "<br>" in texts[place]]
    return [max((one for one in naming if one <= place), default=place) for place in places]


def _counts(axis: Axis) -> bool:
    numbers = (int, float)
    vals = axis.tickvals
    return axis.type in {None, "linear"} and (
        vals is None or all(isinstance(v, numbers) for v in vals)
    )


def _of_names(figure: go.Figure, axis: Axis) -> bool:
    """Tell whether the axis carries names or days, which are not numbers."""
    name = axis.plotly_name.replace("axis", "")
    here = [one for one in traces(figure) if "xaxis" in one and (one.xaxis or "x") == name]
    return any(isinstance(x, str) for one in here if one.x is not None for x in one.x)
