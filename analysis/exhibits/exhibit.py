"""What a chart of the product is."""

from collections.abc import Callable
from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts.words import Words
from domain.periods import Period


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A chart of the product; its sentences are ``figure.<key>`` and ``figure.<key>_measure``.

    ``measure`` names the unit of measure where it depends on the figures, as 亿元 or 万元 does.
    ``draw`` returns None when there is nothing to show yet. ``of_period`` is False for a chart of
    the plan itself; ``judged`` charts print the rule of the lights.
    """

    key: str
    draw: Callable[[Board, Period, Words], go.Figure | None]
    of_period: bool = True
    judged: bool = False
    measure: Callable[[Board, Period, Words], str] | None = None
