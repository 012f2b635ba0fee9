"""Every chart of the pages, shown with its caption; what the reader clicked comes back."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from analysis import gallery
from analysis.board import Board
from analysis.charts.words import Words
from analysis.gallery import EXHIBITS
from analysis.metrics.columns import Counted
from domain.periods import Period
from export.captions import caption
from texts import Texts
from ui import cache, controls, show


def where_we_stand(board: Board, period: Period, t: Texts) -> None:
    """Show 投资完成率 of the chains; until a year plan is reported, the plan's investment."""
    drawn = gallery.completion(board, period, Words(t, board.plan))
    if drawn is None:
        investment_by_chain(board, period, t, with_inferred=True)
        return
    _show("completion", drawn, board, period, t)


def where_it_hurts(board: Board, period: Period, t: Texts) -> None:
    """Show the items furthest behind; until there is progress, the task load."""
    drawn = gallery.gaps(board, period, Words(t, board.plan))
    if drawn is None:
        task_load(board, period, t)
        return
    _show("gaps", drawn, board, period, t)


def who_owes(board: Board, period: Period, t: Texts) -> str | None:
    """Show received and missing reports per unit; return the unit that was clicked."""
    drawn = gallery.owed(board, period, Words(t, board.plan))
    return _name(_show("owed", drawn, board, period, t))


def investment_by_chain(
    board: Board, period: Period, t: Texts, *, with_inferred: bool
) -> str | None:
    """Show investment by chain; return the chain that was clicked, "" for the unassigned."""
    words = Words(t, board.plan)
    drawn = gallery.investment_by_chain(board, period, words, with_inferred=with_inferred)
    return _name(_show("investment", drawn, board, period, t))


def completed_against_total(board: Board, period: Period, t: Texts, *, with_inferred: bool) -> None:
    """Show what is done inside the total, once something is reported."""
    words = Words(t, board.plan)
    drawn = gallery.completed(board, period, words, with_inferred=with_inferred)
    if drawn is not None:
        _show("completed", drawn, board, period, t)


def task_load(board: Board, period: Period, t: Texts) -> str | None:
    """Show tasks per responsible unit; return the unit that was clicked."""
    drawn = gallery.task_load(board, period, Words(t, board.plan))
    return _name(_show("load", drawn, board, period, t))


def load_by_section(board: Board, period: Period, t: Texts) -> tuple[str, str] | None:
    """Show the unit × section matrix; return the cell that was clicked."""
    drawn = gallery.matrix(board, period, Words(t, board.plan))
    picked = _show("matrix", drawn, board, period, t)
    return (str(picked[0]), str(picked[1])) if picked else None


def trend(board: Board, period: Period, t: Texts, *, subjects: str) -> None:
    """Show progress lines of the chosen subjects up to the period."""
    table = gallery.followable(board, period, subjects)
    if table.empty:
        st.info(t("figure.nothing_reported"))
        return
    names = table[Counted.SUBJECT].unique().tolist()
    at_first = gallery.slowest(table, period)
    chosen = controls.some_of(t, f"follow_{subjects}", names, at_first=at_first)
    words = Words(t, board.plan)
    drawn = gallery.trend(board, period, words, subjects=subjects, chosen=chosen)
    if drawn is not None:
        _show(f"trend_{subjects}", drawn, board, period, t)


def heatmap(board: Board, period: Period, t: Texts, *, subjects: str) -> None:
    """Show item × period for tasks or projects."""
    if subjects not in gallery.KINDS:
        return
    drawn = gallery.heatmap(board, period, Words(t, board.plan), subjects=subjects)
    if drawn is not None:
        _show(f"heatmap_{subjects}", drawn, board, period, t)


def _show(key: str, drawn: go.Figure, board: Board, period: Period, t: Texts) -> Any:  # noqa: ANN401 - what a chart put into customdata
    about = caption(EXHIBITS[key], board, period, t, illustrative=cache.illustrative())
    return show.figure(drawn, about, t, key=key)


def _name(picked: object) -> str | None:
    return None if picked is None else str(picked)
