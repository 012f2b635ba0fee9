"""What charts of horizontal bars share: figures behind the bars, and entries of the legend."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.words import Words
from texts.wrap import width_em

_GAP = "\u2002"  # between the end of a bar and its figure
_LETTER_PX, _APART_PX, _LEAST_PX, _PHONE_PX = 14, 14, 24, 150


def end_labels(
    figure: go.Figure,
    ends: Sequence[float],
    places: Sequence[str],
    texts: Sequence[str],
    picks: Sequence[object],
) -> None:
    """Write each row's figures behind its bar; clicking them picks the row as its bar does."""
    figure.add_scatter(
        x=list(ends),
        y=list(places),
        mode="text",
        text=[_GAP + text if text else "" for text in texts],
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


def key(figure: go.Figure, name: str, look: dict[str, Any]) -> None:
    """Add an entry to the legend that stands for bars of several colours."""
    figure.add_bar(x=[None], y=[None], orientation="h", name=name, marker=look, hoverinfo="skip")


def chain_keys(figure: go.Figure, chains: Sequence[str | None], words: Words) -> None:
    """Explain the colours and numbers of the chains that are there, in the plan's order."""
    order = [*words.plan.chain_names, None]
    for chain in order:
        if chain in chains:
            key(figure, words.marked(chain), {"color": words.chain_colour(chain)})
