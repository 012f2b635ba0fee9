"""Words beside bars that can be clicked: plotly hits bars and marks, never letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts import rooms, style
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Projects

UNDISCLOSED = "undisclosed"  # the part of a row that a click on such words picks
_UNSEEN = {"marker": {"opacity": 0}}


@dataclass(frozen=True, slots=True)
class Spot:
    """What is written in the row of ``place``: what a click on it picks, and what pointing says.

    ``name`` is what stands above the bar. Where the row has a bar, the words stand in the line of
    the name and the bar picks for itself; else the whole row is theirs.
    """

    place: str
    name: str
    pick: object
    said: str
    has_bar: bool


def on_undisclosed(
    figure: go.Figure,
    rows: list[Row],
    names: Sequence[str],
    spots: Sequence[tuple[str, str, str]],
    words: Words,
) -> go.Figure:
    """Let a click on how many projects of a row disclose no amount pick these projects.

    ``names`` are what stands above the bars, ``spots`` of each row its place, what its bar picks
    and what it is called.
    """
    laid = [
        Spot(
            place,
            name,
            [pick, UNDISCLOSED],
            f"{called}<br>{words.t('chart.all_undisclosed', count=row[Counted.UNDISCLOSED])}",
            has_bar=row[Projects.TOTAL_YUAN] is not None,
        )
        for row, name, (place, pick, called) in zip(rows, names, spots, strict=True)
        if row[Counted.UNDISCLOSED]
    ]
    return lay(figure, laid, names)


def lay(figure: go.Figure, spots: list[Spot], names: Sequence[str]) -> go.Figure:
    """Lay an unseen bar over the words of each of ``spots``; ``names`` are those of all rows.

    A picture leaves them out: nobody clicks there.
    """
    if not spots:
        return figure
    row_px = rooms.row_height(names)
    begin, end = cast("Any", figure.layout.xaxis).range
    tops = [rooms.over_middle(one.name) / row_px for one in spots]
    ends = [(-1 if one.has_bar else 1) * rooms.HALF_BAR_PX / row_px for one in spots]
    return figure.add_bar(
        x=[end - begin] * len(spots),
        y=[one.place for one in spots],
        base=begin,  # what has a base is piled on nothing
        offset=[-top for top in tops],
        width=[top + end for top, end in zip(tops, ends, strict=True)],
        orientation="h",
        marker={"opacity": 0},
        selected=_UNSEEN,
        unselected=_UNSEEN,
        showlegend=False,
        meta={style.HIT: True},
        customdata=[one.pick for one in spots],
        hovertext=[one.said for one in spots],
        hovertemplate="%{hovertext}<extra></extra>",
    )
