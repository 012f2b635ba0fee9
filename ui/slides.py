"""What a meeting shows: chart after chart, each drawn when somebody comes to it."""

from dataclasses import dataclass

import plotly.graph_objects as go

from analysis.board import Board
from analysis.charts import slide
from analysis.charts.words import Words
from analysis.gallery import KEY_CHARTS, exhibits, of_most_items
from analysis.memo import once
from analysis.views.supervision import Watched
from domain.periods import Period
from texts import Language, catalogue
from ui import cache


@dataclass(frozen=True, slots=True)
class Screen:
    """What a projector shows at a time: the ``part`` of a chart, counted from 1."""

    key: str
    part: int = 1


@dataclass(frozen=True, slots=True)
class Slides:
    """The charts of a meeting about a board, in the order of the pages: the key ones, or ``every``.

    Left out is a chart that shows no more than a sentence; before the first report, when most
    charts have nothing to show, each of those as well.
    """

    board: Board
    period: Period
    language: Language
    every: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Name the charts."""
        return self.whole if self.every else self.chief

    @property
    def whole(self) -> tuple[str, ...]:
        """Name every chart there is."""
        return _keys(cache.watch(self.board, self.period), self.period, self.language)

    @property
    def chief(self) -> tuple[str, ...]:
        """Name the key charts; every one where none of these has anything to show."""
        usual = of_most_items(self.board, KEY_CHARTS)
        return tuple(key for key in self.whole if key in usual) or self.whole

    def drawn(self, key: str) -> go.Figure | None:
        """Draw a chart, None where it has nothing to show."""
        return _drawn(self.board, self.period, self.language, key)

    def parts(self, key: str) -> int:
        """Return on how many screens a chart is shown."""
        figure = self.drawn(key)
        return 1 if figure is None else len(slide.parts(figure))

    def at(self, key: str | None, part: str | None) -> Screen:
        """Return the screen an address names, else the chart's first part, else the first chart."""
        if key not in self.keys:
            return Screen(self.keys[0])
        numbers = [str(number) for number in range(1, self.parts(key) + 1)]
        return Screen(key, int(part) if part in numbers else 1)

    def before(self, screen: Screen) -> Screen | None:
        """Return the screen before: of a chart of several parts the last one comes first."""
        if screen.part > 1:
            return Screen(screen.key, screen.part - 1)
        place = self.keys.index(screen.key)
        if place == 0:
            return None
        key = self.keys[place - 1]
        return Screen(key, self.parts(key))

    def after(self, screen: Screen) -> Screen | None:
        """Return the next screen: the next part of the chart, after its last the next chart."""
        if screen.part < self.parts(screen.key):
            return Screen(screen.key, screen.part + 1)
        place = self.keys.index(screen.key) + 1
        return Screen(self.keys[place]) if place < len(self.keys) else None


@once
def _keys(watched: Watched, period: Period, language: Language) -> tuple[str, ...]:
    board = watched.board
    words = Words(catalogue(language), board.plan)
    return tuple(
        key
        for key, one in exhibits(cache.watch).items()
        if not (one.idle and one.idle(board, period, words))
        and (board.periods or one.draw(board, period, words) is not None)
    )


def _drawn(board: Board, period: Period, language: Language, key: str) -> go.Figure | None:
    words = Words(catalogue(language), board.plan)
    return exhibits(cache.watch)[key].draw(board, period, words)
