"""Exhibits of progress: against 序时进度, over time."""

import pandas as pd
import plotly.graph_objects as go

from analysis import starts
from analysis.bases import bases
from analysis.behind import ALL, Behind, part
from analysis.board import Board
from analysis.charts import differing, progress
from analysis.charts import trend as lines
from analysis.charts.extent import Extent
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.exhibits.exhibit import Exhibit
from analysis.memo import recently
from analysis.metrics import series
from analysis.metrics.columns import Counted
from analysis.views import past
from domain.columns import ItemKind, Reports
from domain.periods import Period
from domain.rules import Light

FOLLOWED = 5
RECENT_MONTHS = 12
_FEW = 20  # subjects whose lines can nearly all be drawn: a band of their middle says no more
FOLLOWABLE = ("tasks", "projects", "units", "unit_projects", "chains")
_BASES = {  # what the figure of a month is made of; a task or project is one thing
    "units": ItemKind.TASK,
    "unit_projects": ItemKind.PROJECT,
    "chains": ItemKind.PROJECT,
}
KINDS = {"tasks": ItemKind.TASK, "projects": ItemKind.PROJECT}


@recently
def gaps(board: Board, period: Period, words: Words, *, which: Behind = ALL) -> go.Figure | None:
    """Draw the items furthest behind once something is reported in the period.

    ``which`` may leave only those planned to begin in the course of the year, which else come last
    within their light, or all others.
    """
    table = behind_of(board, period, which)
    if table.empty:
        return None
    return progress.gaps(table, words, starts.begun_in_year(board.starts, period))


@recently
def trend(
    board: Board,
    period: Period,
    words: Words,
    *,
    subjects: str,
    chosen: list[str] | None = None,
    months: int = RECENT_MONTHS,
) -> go.Figure | None:
    """Draw progress lines of the chosen subjects, until somebody chooses of those behind most.

    ``months`` is how many of the newest are drawn, 0 for all. Where there are many subjects, a band
    shows where the middle half of all of them lies.
    """
    table = followable(board, period, subjects)
    if table.empty:
        return None
    names = chosen or behind_most(board, table, period, subjects)
    periods = [str(one) for one in board.periods if one <= period][-months:]
    every = int(table[Counted.SUBJECT].nunique())
    shown = table[table[Reports.PERIOD].isin(periods)]
    middle = _middle(board, shown, subjects) if every > _FEW else None
    drawn = shown[shown[Counted.SUBJECT].isin(names)]
    made = None
    if subjects in _BASES:
        counted = bases(board, subjects, drawn[Counted.SUBJECT].unique().tolist())
        made = lines.Made(_BASES[subjects], counted)
    return lines.over_time(drawn, periods, words, middle, made=made)


def _middle(board: Board, shown: pd.DataFrame, subjects: str) -> pd.DataFrame:
    """Tell where the middle half lies of what is under way: not done, and due to begin.

    Of projects those with a 投资完成率 alone, once one has it: 完成进度 counts since the start, and
    half of the one and half of the other lie nowhere.
    """
    if subjects in KINDS:
        months = shown[Reports.PERIOD].unique()
        within = _under_way(board, subjects)
        within = within[within[Reports.PERIOD].isin(months)]
        names = {
            Reports.ITEM_ID.value: Counted.SUBJECT.value,
            Counted.JUDGED_PERCENT.value: Counted.PERCENT_DONE.value,
        }
        shown = within[[*names, Reports.PERIOD.value]].rename(columns=names)
    return series.middle_half(shown)


def _under_way(board: Board, subjects: str) -> pd.DataFrame:
    """Return what the middle half is of. One row per item and period."""
    judged = _judged(board, subjects)
    rated = judged[judged[Counted.COMPLETION_PERCENT].notna()]
    return judged if rated.empty else rated


def _judged(board: Board, subjects: str) -> pd.DataFrame:
    """Return what is held against the schedule and not done. One row per item and period."""
    every = board.history(KINDS[subjects])
    return every[every[Counted.GAP_POINTS].notna() & (every[Counted.LIGHT] != Light.DONE)]


def middle_note(board: Board, period: Period, subjects: str, words: Words) -> str:
    """Say of how many projects the middle half is, where a band shows it, and of how many not."""
    if subjects != "projects" or followed(board, period, subjects) <= _FEW:
        return ""
    judged = _judged(board, subjects)
    now, of_now = (
        len(table[table[Reports.PERIOD] == str(period)])
        for table in (judged, _under_way(board, subjects))
    )
    if not of_now:
        return ""
    said = words.t("chart.middle_of", count=of_now)
    return said + (words.t("chart.middle_without", count=now - of_now) if now > of_now else "")


def _gaps_extent(board: Board, period: Period) -> Extent | None:
    """Tell how many are red in all where not all of those are listed, else how many are behind."""
    table = behind_of(board, period, ALL)
    red = int((table[Counted.LIGHT] == Light.RED).sum())
    listed = min(progress.MOST_ITEMS, len(table))
    if red > listed:
        return Extent(last=listed, total=red, light=Light.RED)
    late = behind(board, period)
    return None if late <= listed else Extent(last=listed, total=late)


def _gaps_measure(board: Board, period: Period, words: Words) -> str:
    """Say beside the unit of measure how many begin later and began this year, and the sign."""
    ahead = words.not_due(len(past.not_due(board, period)))
    after = words.listed_after(len(past.begun_in_year(board, period)))
    table = behind_of(board, period, ALL)
    apart = differing.note(rows_of(table.head(progress.MOST_ITEMS)), words)
    broken = words.t("chart.bar_broken") if progress.is_broken(table) else ""
    return words.noted(words.t("figure.gaps_measure"), ahead, after, apart, broken)


def behind(board: Board, period: Period) -> int:
    """Count the items that are red or yellow."""
    return int(_is_behind(past.furthest_behind(board, period)).sum())


def behind_of(board: Board, period: Period, which: Behind) -> pd.DataFrame:
    """One row per item that is red or yellow; of all, where none is, one per item with a gap."""
    table = past.furthest_behind(board, period)
    late = table[_is_behind(table)]
    if which == ALL:
        return table if late.empty else late
    return part(late, which)


def extent_of(board: Board, period: Period, which: Behind) -> Extent | None:
    """Tell how many are behind of a part, None of all: the exhibit tells them."""
    if which == ALL:
        return None
    total = len(behind_of(board, period, which))
    return Extent(last=min(progress.MOST_ITEMS, total), total=total)


def _is_behind(table: pd.DataFrame) -> pd.Series:
    return table[Counted.LIGHT].isin([Light.RED.value, Light.YELLOW.value])


def followable(board: Board, period: Period, subjects: str) -> pd.DataFrame:
    """Return the series of a kind of subject up to ``period``. One row per subject and period."""
    table = board.series[subjects]
    return table[table[Reports.PERIOD] <= str(period)]


def followed(board: Board, period: Period, subjects: str) -> int:
    """Count the subjects of a kind that have a series up to ``period``."""
    return int(followable(board, period, subjects)[Counted.SUBJECT].nunique())


def behind_most(board: Board, table: pd.DataFrame, period: Period, subjects: str) -> list[str]:
    """Return the few subjects that are furthest behind in ``period``, the first one first.

    Items come in the order of ``past.furthest_behind``, units and chains by the lowest percent, of
    equal percent by name. What is done, or not due to begin, is not behind.
    """
    if subjects in KINDS:
        ranked = past.furthest_behind(board, period)
        names = ranked[ranked[Reports.KIND] == KINDS[subjects]][Reports.ITEM_NAME].tolist()
    else:
        latest = table[table[Reports.PERIOD] == str(period)]
        latest = latest.sort_values([Counted.PERCENT_DONE.value, Counted.SUBJECT.value])
        names = latest[Counted.SUBJECT].tolist()
    return (names or table[Counted.SUBJECT].unique().tolist())[:FOLLOWED]


def not_drawn(board: Board, period: Period, subjects: str, drawn: int, words: Words) -> str:
    """Say how many subjects have no line of their own, nothing where every one has."""
    left = followed(board, period, subjects) - drawn
    return words.t("chart.lines_left_out", count=left) if left > 0 else ""


def base_note(board: Board, period: Period, subjects: str, words: Words) -> str:
    """Say that a line may fall because fewer reported, where months are made of different many."""
    table = followable(board, period, subjects)
    if subjects not in _BASES or table.empty:
        return ""
    counts = table.groupby(Counted.SUBJECT)[Counted.REPORTS].nunique()
    return words.t("chart.base_differs") if int(counts.max()) > 1 else ""


def _trend(subjects: str) -> Exhibit:
    def draw(board: Board, period: Period, words: Words) -> go.Figure | None:
        return trend(board, period, words, subjects=subjects)

    def measure(board: Board, period: Period, words: Words) -> str:
        table, said = followable(board, period, subjects), f"figure.trend_{subjects}_measure"
        drawn = len(behind_most(board, table, period, subjects))
        left = not_drawn(board, period, subjects, drawn, words)
        which = "chart.slowest_followed" if subjects in KINDS else "chart.lowest_followed"
        note = words.t(which, count=drawn) if left else ""
        base = base_note(board, period, subjects, words)
        middle = middle_note(board, period, subjects, words)
        return words.noted(words.t(said), base, middle, note, left)

    return Exhibit(f"trend_{subjects}", draw, judged=True, measure=measure)


EXHIBITS = (
    Exhibit("gaps", gaps, judged=True, measure=_gaps_measure, extent=_gaps_extent),
    *map(_trend, FOLLOWABLE),
)
