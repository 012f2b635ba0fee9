"""The period against the month before and against the same month last year, in figures."""

import streamlit as st

from analysis.board import Board
from analysis.charts import differences
from analysis.charts.words import Words, percent, signed
from analysis.comparing import Compared
from analysis.metrics.columns import Counted
from analysis.views import schedule
from domain.columns import Reports
from domain.periods import Period
from texts import Texts
from texts.amounts import written_amount
from ui.tile import put

_LABELS = {
    Reports.DONE_TOTAL_YUAN.value: "key.done",
    Reports.DONE_YTD_YUAN.value: "key.done_ytd",
    Counted.COMPLETION_PERCENT.value: "key.completion",
    Counted.GAP_POINTS.value: "key.gap",
    Counted.REPORTING_PERCENT.value: "key.reporting",
}

_SPANS = {
    Reports.DONE_TOTAL_YUAN.value: "compared.since_start",
    Reports.DONE_YTD_YUAN.value: "compared.since_january",
}


def strip(board: Board, period: Period, t: Texts) -> None:
    """Show a tile per figure: now, how much more or less than then, and what is compared."""
    if not board.periods:
        return
    tiles = st.grid(min_column_width=165, gap="small", key="tiles-pace")
    for figure in schedule.figures(board, period):
        now, before = _now(figure, Words(t, board.plan)), differences.against(figure, t)
        notes = filter(None, (_span(figure, period, t), *before))
        put(tiles, t(_LABELS[figure.name]), now, "  \n".join(notes))


def how(board: Board, t: Texts) -> None:
    """Say which projects the differences of the tiles compare."""
    if board.periods:
        st.caption(t("compared.how"))


def _span(figure: Compared, period: Period, t: Texts) -> str:
    """Say since when an amount counts: two amounts of one project differ by it alone."""
    key = _SPANS.get(figure.name)
    return t(key, year=period.year, month=period.month) if key else ""


def _now(figure: Compared, words: Words) -> str:
    if figure.now is None:
        return words.t("key.none")
    if figure.differs_by == "yuan":
        return words.t("key.amount", amount=written_amount(round(figure.now), words.t))
    if figure.name == Counted.GAP_POINTS:
        return signed(figure.now)
    return percent(figure.now)
