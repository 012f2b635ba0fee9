"""What a pack is about: one version of the ledger, one month, one choice of items."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

import pandas as pd
import plotly.graph_objects as go

from analysis import doubts
from analysis.board import Board
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.circular.problems import of_ledger
from analysis.circular.writing import EVERYTHING, Chosen, circular
from analysis.circular.written import Circular
from analysis.conclusions import conclusion
from analysis.exhibits.exhibit import Exhibit
from analysis.gallery import EXHIBITS, WATCHED, exhibits, of_most_items
from analysis.tiles import Tile, tiles
from analysis.views import supervision
from analysis.views.supervision import Watched
from domain.periods import Period
from export.caption import Caption
from export.captions import caption
from export.open_data.source import Source
from export.pack.listing import Listing, of_warnings
from export.pack.problem_listing import of_problems
from texts import Texts

KEYS = (*EXHIBITS, *WATCHED)


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart as the screen draws it, and what is said about it; no figure: nothing to show.

    ``why`` says the reason where it is not that nothing was reported; ``says`` what the chart shows
    in one sentence, without its full stop.
    """

    key: str
    figure: go.Figure | None
    about: Caption
    why: str = ""
    says: str = ""


@dataclass(frozen=True, eq=False)
class Subject:
    """Everything a part is made of; the same subject gives the same files.

    ``watched`` and ``warnings`` (columns of ``analysis.evidence``) are of the same ``board``, on
    the day the pack is of. ``committed_at`` (UTC) is when its version came in: the date that
    stands in the files. ``source`` is the whole ledger of that version, for open data. ``charts``
    are the keys a reader chose; without any every part has its usual ones. ``wording`` is an
    office's own of the circular, ``template`` its own deck.
    """

    board: Board
    period: Period
    t: Texts
    illustrative: bool
    watched: Watched
    warnings: pd.DataFrame
    committed_at: datetime
    source: Source
    charts: tuple[str, ...] = ()
    wording: Chosen = EVERYTHING
    native_charts: bool = False
    template: bytes | None = None

    @property
    def words(self) -> Words:
        """Return how this pack names things."""
        return Words(self.t, self.board.plan)

    @property
    def today(self) -> date:
        """Return the day the pack is of."""
        return date.fromisoformat(self.watched.today)

    def tiles(self) -> tuple[Tile, ...]:
        """Return the key figures, each with whose amounts in it are in doubt."""
        doubted = doubts.beside(self.watched, self.period)
        return doubts.told(tiles(self.board, self.period, self.t), doubted, self.words)

    def chart(self, key: str) -> Shown:
        """Return a chart by its key; it is drawn once, when it is first asked for."""
        if key not in self._drawn:
            self._drawn[key] = self._shown(self._exhibits[key])
        return self._drawn[key]

    def wanted(self, usual: Collection[str]) -> list[Shown]:
        """Return the charts a reader chose, else the ``usual`` ones, in the order of the pages."""
        chosen = self.charts or self.of_most_items(usual)
        return [self.chart(key) for key in KEYS if key in chosen]

    def of_most_items(self, usual: Collection[str]) -> list[str]:
        """Return the usual charts, those of units about projects where there are more of them."""
        return of_most_items(self.board, usual)

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """Return what is listed as tables: the warnings of the month, the problems."""
        answering = supervision.units_of_items(self.watched)
        warnings = of_warnings(rows_of(self.warnings), self.words, answering)
        problems = of_problems(self.watched, self.words)
        return (warnings,) if problems is None else (warnings, problems)

    @cached_property
    def circular(self) -> Circular:
        """Return 督查通报 of the month, every number with the rows behind it."""
        return circular(
            self.watched,
            self.warnings,
            self.period,
            self.words,
            illustrative=self.illustrative,
            open_problems=of_ledger(self.watched, self.words),
            chosen=self.wording,
        )

    def about(self, title: str) -> Caption:
        """Return what a document says about itself, under a title of its own."""
        return about(
            title,
            self.board,
            self.period,
            self.t,
            today=self.today,
            illustrative=self.illustrative,
        )

    @cached_property
    def _exhibits(self) -> dict[str, Exhibit]:
        return exhibits(lambda _, __: self.watched)

    @cached_property
    def _drawn(self) -> dict[str, Shown]:
        return {}

    def _shown(self, exhibit: Exhibit) -> Shown:
        why = exhibit.idle(self.board, self.period, self.words) if exhibit.idle else ""
        figure = None if why else exhibit.draw(self.board, self.period, self.words)
        said = caption(
            exhibit,
            self.board,
            self.period,
            self.t,
            today=self.today,
            illustrative=self.illustrative,
        )
        says = (
            "" if figure is None else conclusion(exhibit.key, self.watched, self.period, self.words)
        )
        return Shown(exhibit.key, figure, said, why, says)


def about(
    title: str, board: Board, period: Period, t: Texts, *, today: date, illustrative: bool
) -> Caption:
    """Return what a document of a month says about itself; nothing is worked out for it."""
    owed = caption(EXHIBITS["owed"], board, period, t, today=today, illustrative=illustrative)
    return replace(owed, title=title, unit_of_measure="", rule="", extent=None)
