"""The period against the month before and against the same month last year, in figures."""

import streamlit as st

from analysis.board import Board
from analysis.charts.words import Words, percent, rounded_yi, signed
from analysis.comparing import Compared, Measure
from analysis.metrics.columns import Counted
from analysis.views import schedule
from domain.columns import Reports
from domain.periods import Period
from texts import Texts

_LABELS = {
    Reports.DONE_TOTAL_YUAN.value: "key.done",
    Reports.DONE_YTD_YUAN.value: "key.done_ytd",
    Counted.COMPLETION_PERCENT.value: "key.completion",
    Counted.GAP_POINTS.value: "key.gap",
    Counted.REPORTING_PERCENT.value: "key.reporting",
}


def strip(board: Board, period: Period, t: Texts) -> None:
    """Show a tile per figure: now, and how much more or less than then."""
    if not board.periods:
        return
    tiles = st.grid(min_column_width=165, gap="small", key="tiles-pace")
    for figure in schedule.figures(board, period):
        with tiles.container(border=True, height="stretch"):
            st.caption(t(_LABELS[figure.name]))
            st.markdown(f"### {_now(figure, Words(t, board.plan))}")
            st.caption(_against(figure, t, between="  \n"))


def line(board: Board, period: Period, t: Texts, name: str) -> str:
    """Return how a figure differs from then, for the note of a tile that shows it."""
    if not board.periods:
        return ""
    figure = next(one for one in schedule.figures(board, period) if one.name == name)
    return "  \n" + _against(figure, t, between=t("key.comparing_joiner"))


def _against(figure: Compared, t: Texts, *, between: str) -> str:
    before = _difference(figure.since_month_before, figure.differs_by, t)
    last_year = _difference(figure.since_year_before, figure.differs_by, t)
    return between.join(
        (
            t("key.since_before", difference=before),
            t("key.since_last_year", difference=last_year),
        )
    )


def _difference(more: float | None, differs_by: Measure, t: Texts) -> str:
    if more is None:
        return t("key.nothing_then")
    return t(f"key.difference_{differs_by}", amount=_signed(more, differs_by))


def _signed(more: float, differs_by: Measure) -> str:
    if differs_by == "points":
        return signed(more)
    amount = rounded_yi(abs(round(more)))
    return amount if more == 0 else f"{'+' if more > 0 else '−'}{amount}"


def _now(figure: Compared, words: Words) -> str:
    if figure.now is None:
        return words.t("key.none")
    if figure.differs_by == "yuan":
        return words.t("key.amount", amount=rounded_yi(round(figure.now)))
    if figure.name == Counted.GAP_POINTS:
        return signed(figure.now)
    return percent(figure.now)
