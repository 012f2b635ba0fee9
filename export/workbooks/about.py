"""What a workbook is about: a board at a period, in a language, made up or not."""

from dataclasses import dataclass
from datetime import date

from analysis.board import Board
from analysis.charts import filters
from analysis.charts.words import Words
from domain.periods import Period
from export import captions
from texts import Texts


@dataclass(frozen=True, slots=True)
class About:
    """The subject of a workbook and the language of its titles."""

    board: Board
    period: Period
    t: Texts
    illustrative: bool
    today: date  # of the reader: a month that is not over reaches to it

    @property
    def zone(self) -> str:
        """The zone's name."""
        return captions.zone(self.t, self.board.plan)

    @property
    def month(self) -> str:
        """The month as people say it, 2026年10月."""
        return self.t("workbook.month", year=self.period.year, month=self.period.month)

    @property
    def as_of(self) -> str:
        """How far the figures reach, and of which items where some are left out."""
        chosen = filters.said(self.board.selection, Words(self.t, self.board.plan))
        return self.reach + (self.t("workbook.chosen", filters=chosen) if chosen else "")

    @property
    def reach(self) -> str:
        """How far the figures reach."""
        return captions.as_of(self.t, self.board, self.period, today=self.today)

    @property
    def mark(self) -> str:
        """The sentence that says figures are made up; empty where they are not."""
        return self.t("workbook.illustrative") if self.illustrative else ""

    def titled(self, kind: str) -> str:
        """Return the title of a sheet: projects, tasks or reports."""
        return self.t(f"workbook.title_{kind}", zone=self.zone, month=self.month)
