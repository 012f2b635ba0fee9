"""A chart of the gallery on a page: its figure, its caption, its picture; what was clicked."""

from dataclasses import replace
from datetime import date
from typing import Any

import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts.extent import Extent
from analysis.gallery import EXHIBITS, exhibits
from analysis.memo import recently
from domain.periods import Period
from export.caption import Caption
from export.captions import caption
from texts import Texts
from ui import cache, show


def put(
    key: str,
    drawn: go.Figure,
    board: Board,
    period: Period,
    t: Texts,
    *,
    extent: Extent | None = None,
    measure: str = "",
) -> Any:  # noqa: ANN401 - what a chart put into customdata
    """Show a drawn exhibit; return the ``customdata`` of the point that was clicked, if any.

    ``extent`` replaces the exhibit's own where the reader chose which rows to list, and
    ``measure`` its unit of measure where they chose what is counted.
    """
    said = about(key, board, period, t, extent=extent)
    said = replace(said, unit_of_measure=measure or said.unit_of_measure)
    return show.figure(drawn, said, t, key=key)


def about(
    key: str, board: Board, period: Period, t: Texts, *, extent: Extent | None = None
) -> Caption:
    """Return what stands around an exhibit."""
    if key in EXHIBITS:
        said = _said(board, key, period, t, cache.day())
    else:  # rests on more than the board
        day = cache.day()
        said = caption(exhibits(cache.watch)[key], board, period, t, today=day, illustrative=False)
    return replace(said, extent=extent or said.extent, illustrative=cache.illustrative())


@recently
def _said(board: Board, key: str, period: Period, t: Texts, today: date) -> Caption:
    return caption(EXHIBITS[key], board, period, t, today=today, illustrative=False)


def name(picked: object) -> str | None:
    """Return what was clicked as a name."""
    return None if picked is None else str(picked)


def part(picked: Any) -> tuple[str | None, str | None]:  # noqa: ANN401 - as above
    """Return the bar that was clicked and, where that was one of its parts, which."""
    return pair(picked) or (None, None) if isinstance(picked, list) else (name(picked), None)


def pair(picked: Any) -> tuple[str, str] | None:  # noqa: ANN401 - as above
    """Return the two names of a cell that was clicked."""
    return (str(picked[0]), str(picked[1])) if picked else None
