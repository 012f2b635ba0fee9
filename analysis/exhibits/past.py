"""Exhibits of how it got here: lights month by month, item by item, small multiples, own pace."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analysis import partly
from analysis.board import Board
from analysis.charts import differing, forecast, heat, multiples, year_ends
from analysis.charts import lights as light_columns
from analysis.charts.extent import Extent
from analysis.charts.months import anew
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.exhibits.exhibit import Exhibit
from analysis.exhibits.progress import KINDS, RECENT_MONTHS
from analysis.memo import once, recently
from analysis.views import finishing, past, year_end
from domain.columns import Reports
from domain.periods import Period

ITEMS_A_PAGE = finishing.MOST_APART  # as many rows as a picture of half a page has room for


@dataclass(frozen=True, slots=True)
class Sheet:
    """Some of many items: those found, cut into pages, and the months to draw.

    ``page`` counts from 1; ``sought`` is a part of a name or number; ``months`` is how many of the
    newest are drawn, 0 for all.
    """

    page: int = 1
    sought: str = ""
    months: int = RECENT_MONTHS

    def found(self, board: Board, period: Period, subjects: str) -> pd.DataFrame:
        """One row per item found, red first."""
        every = past.by_trouble(board, period, KINDS[subjects])
        return past.found(every, self.sought)

    def cut(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of this page."""
        return self.below(table, 0)

    def below(self, table: pd.DataFrame, leads: int) -> pd.DataFrame:
        """Return the rows of this page where ``leads`` other rows lead the first one."""
        first = (self.page - 1) * ITEMS_A_PAGE - leads
        return _rows_from(table, max(first, 0), first + ITEMS_A_PAGE)

    def history(self, board: Board, period: Period, subjects: str) -> pd.DataFrame:
        """One row per item of this page and month with a report."""
        return past.history_of(board, period, self.cut(self.found(board, period, subjects)))

    def extent(self, items: int, leads: int = 0) -> Extent:
        """Tell which of how many items are drawn; ``leads`` other rows lead the first page."""
        end = self.page * ITEMS_A_PAGE - leads
        first = max(end - ITEMS_A_PAGE + 1, 1)
        leading = leads if self.page == 1 else 0
        return Extent(first=first, last=min(end, items), total=items, leads=leading)

    def periods(self, board: Board, period: Period) -> list[str]:
        """Return the months to draw, oldest first."""
        until = [str(one) for one in board.periods if one <= period]
        return until[-self.months :] if self.months else until


@once  # the same rows are the same table, for whoever keeps something beside it
def _rows_from(table: pd.DataFrame, first: int, end: int) -> pd.DataFrame:
    return table.iloc[first:end]


FIRST = Sheet()


@recently
def lights(
    board: Board, period: Period, words: Words, *, subjects: str, sheet: Sheet = FIRST
) -> go.Figure | None:
    """Draw how many items had which light in each month."""
    periods = sheet.periods(board, period)
    table = past.lights_by_period(board, KINDS[subjects])
    if not periods or table.empty:
        return None
    return light_columns.by_month(table, periods, words, counted=subjects)


@recently
def heatmap(
    board: Board, period: Period, words: Words, *, subjects: str, sheet: Sheet = FIRST
) -> go.Figure | None:
    """Draw item × period for a page of items."""
    table, periods = sheet.history(board, period, subjects), sheet.periods(board, period)
    if not periods or table.empty:
        return None
    of_units = partly.units(board) if subjects == "tasks" else {}
    return heat.heatmap(table, periods, words, lambda row: partly.said(row, of_units, words))


def heat_measure(
    board: Board, period: Period, words: Words, *, subjects: str, sheet: Sheet = FIRST
) -> str:
    """Say what stands in the cells of the months that are drawn: percent, whole percent, lights."""
    months = len(sheet.periods(board, period))
    key = "lights" if months > heat.MOST_MONTHS_SPELLED else subjects
    whole = heat.MOST_MONTHS_EXACT < months <= heat.MOST_MONTHS_SPELLED
    rounded = words.t("chart.whole_percents") if whole else ""
    apart = differing_note(board, period, words, subjects=subjects)
    some = partly.note(board, period, words) if subjects == "tasks" else ""
    return words.noted(words.t(f"figure.heatmap_{key}_measure"), rounded, some, apart)


@recently
def small_multiples(
    board: Board, period: Period, words: Words, *, subjects: str, sheet: Sheet = FIRST
) -> go.Figure | None:
    """Draw the lines of a page of items in one figure."""
    table, periods = sheet.history(board, period, subjects), sheet.periods(board, period)
    if not periods or table.empty:
        return None
    return multiples.combined(table, periods, words)


@recently
def panels(
    board: Board, period: Period, words: Words, *, subjects: str, sheet: Sheet = FIRST
) -> dict[str, go.Figure]:
    """Draw the same lines as single figures, by item number, for a screen of any width."""
    table, periods = sheet.history(board, period, subjects), sheet.periods(board, period)
    if not periods or table.empty:
        return {}
    return {
        str(rows[0][Reports.ITEM_ID]): multiples.panel(rows, periods, words)
        for rows in multiples.grouped(table)
    }


@recently
def finishes(
    board: Board, period: Period, words: Words, *, subjects: str, sheet: Sheet = FIRST
) -> go.Figure | None:
    """Draw when the projects of a page would be finished, or how far tasks come in the year."""
    if board.reports.empty:
        return None
    apart, together = estimated(board, period, subjects=subjects, sheet=sheet)
    here = sheet.below(apart, len(together))
    if subjects == "tasks":
        return None if here.empty else year_ends.by_december(here, period, words)
    counted = {name: len(rows) for name, rows in together.items() if sheet.page == 1}
    return forecast.finishes(here, period, words, counted) if counted or len(here) else None


def estimated(
    board: Board, period: Period, *, subjects: str, sheet: Sheet = FIRST
) -> finishing.Finishes:
    """Return the items found that a picture of estimates shows: of projects, what is not done.

    Of tasks none are taken together: they all end with their year.
    """
    if subjects == "tasks":
        return finishing.Finishes(past.found(year_end.of_tasks(board, period), sheet.sought), {})
    return finishing.of_projects(board, period, sheet.sought)


def listed(name: str, board: Board, period: Period, *, subjects: str, sheet: Sheet = FIRST) -> int:
    """Count the rows that a picture has of the items found."""
    if name == "finishes":
        apart, together = estimated(board, period, subjects=subjects, sheet=sheet)
        return len(apart) + len(together)
    return len(sheet.found(board, period, subjects))


def extent(
    name: str, board: Board, period: Period, *, subjects: str, sheet: Sheet = FIRST
) -> Extent:
    """Tell which of how many items a sheet shows."""
    if name == "finishes":
        apart, together = estimated(board, period, subjects=subjects, sheet=sheet)
        return sheet.extent(len(apart), len(together))
    return sheet.extent(listed(name, board, period, subjects=subjects, sheet=sheet))


def differing_note(board: Board, period: Period, words: Words, *, subjects: str) -> str:
    """Explain the sign of means of reports that disagree, where an item has one so far."""
    return differing.note(rows_of(past.widest_spreads(board, period, KINDS[subjects])), words)


def _lights_note(board: Board, period: Period, words: Words, subjects: str) -> str:
    """Say that the schedule begins in January, where a new year is drawn or items began in it."""
    begun = len(past.begun_in_year(board, period, KINDS[subjects]))
    starts_anew = anew(FIRST.periods(board, period), words)
    if not begun:
        return starts_anew
    return words.t("chart.begun_among_anew" if starts_anew else "chart.begun_among", count=begun)


def _exhibit(name: str, drawn: Callable[..., go.Figure | None], subjects: str) -> Exhibit:
    def draw(board: Board, period: Period, words: Words) -> go.Figure | None:
        return drawn(board, period, words, subjects=subjects)

    def first_page(board: Board, period: Period) -> Extent:
        return extent(name, board, period, subjects=subjects)

    def measure(board: Board, period: Period, words: Words) -> str:
        if name == "heatmap":
            return heat_measure(board, period, words, subjects=subjects)
        said = words.t(f"figure.{name}_{subjects}_measure")
        if name == "lights":
            return words.noted(said, _lights_note(board, period, words, subjects))
        if name == "multiples":
            return words.noted(said, differing_note(board, period, words, subjects=subjects))
        far = past.too_far(board, period, KINDS[subjects])
        first = "forecast.far_tasks" if subjects == "tasks" else "chart.far_finishes"
        together = estimated(board, period, subjects=subjects).together
        key = "chart.far_together" if together else first
        note = words.t(key, count=far, years=forecast.MOST_YEARS) if far else ""
        return words.noted(said, note)

    return Exhibit(
        f"{name}_{subjects}",
        draw,
        judged=name != "finishes",
        measure=measure,
        extent=None if name == "lights" else first_page,
    )


EXHIBITS = tuple(
    _exhibit(name, drawn, subjects)
    for name, drawn in (
        ("lights", lights),
        ("heatmap", heatmap),
        ("multiples", small_multiples),
        ("finishes", finishes),
    )
    for subjects in KINDS
)
