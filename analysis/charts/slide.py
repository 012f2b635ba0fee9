"""A chart for a projector: cut into parts that can be read from the back of the room."""

from dataclasses import dataclass
from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts import heads, slide_free, slide_names, slide_panels, slide_rows
from analysis.charts.extent import evenly
from analysis.charts.style import HIT
from analysis.memo import once

MOST_PX = 470  # a little enlarged, this fills a laptop's screen below its title
_CUT_PX = 400  # what has to be cut anyway is cut so that its letters are larger
_NO_HEIGHT_PX = 450  # plotly's own
_AROUND_PX = 100  # legend, axis and its title
_FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One screen of a chart: rows (or panels) ``first`` to ``last`` of ``rows``, counted from 1.

    ``narrow`` is the same for a phone, which has no width for names beside the bars; None where
    names stand as they do on the chart's own page.
    """

    figure: go.Figure
    first: int
    last: int
    rows: int
    narrow: go.Figure | None = None


@once
def parts(figure: go.Figure) -> tuple[Part, ...]:
    """Cut a figure into parts of nearly as many rows each, all of them as large as the others.

    One that is low enough is its only part; so is one with neither rows nor lines of panels, drawn
    lower. Names that stand above their bars stand beside them first, and those of a matrix's key
    above its columns, which a projector has the width for, and rows as close to each other as their
    letters allow.
    """
    own = figure
    figure = heads.above(slide_names.beside(own))
    narrow = None if figure is own else own
    rows, panels = _rows(figure), slide_panels.panels(figure)
    if not (rows or panels):
        lower = slide_free.lower(figure) if height(figure) > slide_free.HEIGHT_PX else figure
        return (Part(lower, 1, 0, 0),)
    if height(figure) > _CUT_PX:
        figure = slide_rows.closer(figure, rows)
    height_px = height(figure)
    if height_px <= MOST_PX:
        every = len(rows) or panels
        return (Part(figure, 1, every, every, narrow),)
    if panels:
        cut = slide_panels.cut(figure, height_px, MOST_PX)
        return tuple(Part(one, first, last, panels) for one, first, last in cut)
    row_px = (height_px - _AROUND_PX) / len(rows)
    most = max(int((_CUT_PX - _AROUND_PX) / row_px), _FEWEST_ROWS)
    return tuple(
        Part(_rows_of(figure, first, last, row_px, len(rows)), first + 1, last, len(rows))
        for first, last in evenly(len(rows), most)
    )


def height(figure: go.Figure) -> int:
    """Return how many pixels a figure is high."""
    return round(cast("float | None", figure.layout.height) or _NO_HEIGHT_PX)


def _rows_of(figure: go.Figure, first: int, last: int, row_px: float, rows: int) -> go.Figure:
    """Return the figure with some of its rows only; the room above its first row stays."""
    if last - first == rows:
        return figure
    shown_now = cast("tuple[float, float] | None", figure.layout.yaxis.range)
    over = 0.5 if shown_now is None else -shown_now[1]
    cut = _copied(figure).update_layout(
        height=round(height(figure) - row_px * (rows - last + first))
    )
    return cut.update_yaxes(autorange=False, range=[last - 0.5, first - over])


def _copied(figure: go.Figure) -> go.Figure:
    """Return a copy; ``go.Figure(figure)`` would reorder what other readers are shown too.

    What is unseen and only takes clicks is left out.
    """
    traces = cast("tuple[Any, ...]", figure.data)
    data = [trace.to_plotly_json() for trace in traces if HIT not in (trace.meta or ())]
    return go.Figure({"data": data, "layout": figure.layout.to_plotly_json()})


def _rows(figure: go.Figure) -> list[str]:
    """Return the categories down the side, each once."""
    if figure.layout.yaxis.type != "category":
        return []
    traces = cast("tuple[Any, ...]", figure.data)
    places = [str(place) for trace in traces for place in trace.y if place is not None]
    return list(dict.fromkeys(places))
