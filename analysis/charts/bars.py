"""What charts of horizontal bars share: figures behind the bars, and entries of the legend."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.words import Words
from texts.wrap import width_em

FAR = 3  # times as long as all shorter bars is so far beyond them that a bar is broken
_GAP = "\u2002"  # between the end of a bar and its figure
_GAP_FROM, _GAP_TO = 0.84, 0.87  # of the axis: where a bar that is broken has its gap
_SPARE, _ROUND = 1.25, 50
_LETTER_PX, _APART_PX, _LEAST_PX, _PHONE_PX = 14, 14, 24, 150


def reach(lengths: Sequence[float], least: float) -> float:
    """Return how far an axis reaches: to the longest bar, unless that one squashes all others.

    Where a bar is more than three times as long as all shorter ones, of which none counts for less
    than ``least``, the axis ends at a round number somewhat beyond these.

    >>> reach([84.5, 106.9], 100), reach([84.5, 250.0], 100), reach([], 100)
    (106.9, 250.0, 100)
    >>> reach([47.8, 106.9, 8399.6], 100), reach([8399.6, 4333.3], 100)
    (150, 150)
    """
    known = sorted(max(one, least) for one in (*lengths, least))
    for shorter, longer in pairwise(known):
        if longer > FAR * shorter:
            return ceil(shorter * _SPARE / _ROUND) * _ROUND
    return known[-1]


def pieces(length: float, longest: float) -> list[tuple[float, float]]:
    """Return from where to where a bar is drawn: with a gap where it is longer than the axis.

    >>> pieces(80.0, 100.0), pieces(800.0, 100.0)
    ([(0.0, 80.0)], [(0.0, 84.0), (87.0, 100.0)])
    """
    if length <= longest:
        return [(0.0, length)]
    return [(0.0, _GAP_FROM * longest), (_GAP_TO * longest, longest)]


def end_labels(
    figure: go.Figure,
    ends: Sequence[float],
    places: Sequence[str],
    texts: Sequence[str],
    picks: Sequence[object],
    short: Sequence[str] = (),
) -> None:
    """Write each row's figures behind its bar; clicking them picks the row as its bar does.

    ``short`` ones stand there where a small picture has no room for the whole.
    """
    labels, shorter = ([_GAP + one if one else "" for one in some] for some in (texts, short))
    figure.add_scatter(
        x=list(ends),
        y=list(places),
        mode="text",
        text=labels,
        meta={style.BESIDE: [labels, shorter]} if short else None,
        textposition="middle right",
        showlegend=False,
        hoverinfo="skip",
        unselected=style.UNPICKED,
        cliponaxis=False,
        customdata=list(picks),
    )
    longest = max([*ends, 0.0])
    figure.update_xaxes(range=[0, longest or 1.0])
    if not longest:
        figure.update_xaxes(style.NO_TICKS)


def room(ends: Sequence[float], texts: Sequence[str]) -> int:
    """Return the pixels that figures need behind the end of the axis.

    A figure behind a short bar may use what the bar leaves of a phone's narrow chart.
    """
    longest = max([*ends, 0.0]) or 1.0
    needed = [
        width_em(text) * _LETTER_PX + _APART_PX - (1 - end / longest) * _PHONE_PX
        for end, text in zip(ends, texts, strict=True)
    ]
    return round(max([*needed, _LEAST_PX]))


def lower(figure: go.Figure, by_px: int) -> go.Figure:
    """Take away height that nothing below the bars needs: few rows would grow by it, many not."""
    height_px = cast("int", figure["layout"]["height"])
    return figure.update_layout(height=height_px - by_px)


def key(
    figure: go.Figure, name: str, look: dict[str, Any], *, meta: dict[str, bool] | None = None
) -> None:
    """Add an entry to the legend that stands for bars of several colours."""
    figure.add_bar(
        x=[None], y=[None], orientation="h", name=name, marker=look, hoverinfo="skip", meta=meta
    )


def chain_keys(figure: go.Figure, chains: Sequence[str | None], words: Words) -> None:
    """Explain the colours and numbers of the chains that are there, in the plan's order."""
    order = [*words.plan.chain_names, None]
    for chain in order:
        if chain in chains:
            look = {"color": words.chain_colour(chain)}
            key(figure, words.marked(chain), look, meta={style.OF_ROWS: True})
