"""What a chart of the product is, and one that supervision draws from more than a board."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts.extent import Extent
from analysis.charts.words import Words
from analysis.views.supervision import Watched
from domain.periods import Period

# How a caller looks at a board for supervision. Nothing is read before a chart asks; a chart may
# ask more than once for the same board and period.
Watch: TypeAlias = Callable[[Board, Period], Watched]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A chart of the product; its sentences are ``figure.<key>`` and ``figure.<key>_measure``.

    ``measure`` names the unit of measure where it depends on the figures, as 亿元 or 万元 does;
    ``extent`` tells which rows are listed, None where all are.
    ``draw`` returns None when there is nothing to show yet. ``of_period`` is False for a chart of
    the plan itself; ``judged`` charts print the rule of the lights. ``as_of`` says how far the
    figures reach where that is no month. ``idle`` says why a picture would show no more than a
    sentence; empty where it shows something.
    """

    key: str
    draw: Callable[[Board, Period, Words], go.Figure | None]
    of_period: bool = True
    judged: bool = False
    measure: Callable[[Board, Period, Words], str] | None = None
    extent: Callable[[Board, Period], Extent | None] | None = None
    as_of: Callable[[Board, Period, Words], str] | None = None
    idle: Callable[[Board, Period, Words], str] | None = None
    rule: Callable[[Board, Period, Words], str] | None = None  # where it is not that of the lights


@dataclass(frozen=True, slots=True)
class WatchedExhibit:
    """A chart of what supervision sees: when reports came and the day they are looked at.

    One ``of_day`` rests on what people did up to that day, whatever month the reports reach.
    """

    key: str
    draw: Callable[[Watched, Period, Words], go.Figure | None]
    judged: bool = False
    measure: Callable[[Watched, Period, Words], str] | None = None
    of_day: bool = False
    rule: Callable[[Board, Period, Words], str] | None = None
    idle: Callable[[Watched, Period, Words], str] | None = None

    def seen_by(self, watch: Watch) -> Exhibit:
        """Return the chart as one of a board, which ``watch`` looks at when it is drawn."""
        draw, measure, idle = self.draw, self.measure, self.idle

        def draw_watched(board: Board, period: Period, words: Words) -> go.Figure | None:
            return draw(watch(board, period), period, words)

        def measure_watched(board: Board, period: Period, words: Words) -> str:
            if measure is None:
                return words.t(f"figure.{self.key}_measure")
            return measure(watch(board, period), period, words)

        def idle_watched(board: Board, period: Period, words: Words) -> str:
            return "" if idle is None else idle(watch(board, period), period, words)

        def on_the_day(board: Board, period: Period, words: Words) -> str:
            day = date.fromisoformat(watch(board, period).today)
            return words.t("figure.as_of_day", year=day.year, month=day.month, day=day.day)

        return Exhibit(
            self.key,
            draw_watched,
            judged=self.judged,
            measure=measure_watched,
            as_of=on_the_day if self.of_day else None,
            idle=idle_watched,
            rule=self.rule,
        )
