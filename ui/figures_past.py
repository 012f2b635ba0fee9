"""Charts of how it got here; what the reader clicked comes back."""

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.board import Board
from analysis.charts.words import Words
from analysis.exhibits import past, progress
from analysis.exhibits.past import Sheet
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.periods import Period
from texts import Texts
from ui import controls, dressed, exhibited, picking, show
from ui import sheet as sheets


def lights(
    board: Board, period: Period, t: Texts, *, subjects: str
) -> tuple[str | None, str | None]:
    """Show how many items had which light in each month; return month and light of the click.

    A link may name the month alone.
    """
    sheet = Sheet()
    drawn = past.lights(board, period, Words(t, board.plan), subjects=subjects, sheet=sheet)
    if drawn is None:
        return None, None
    key, months = f"lights_{subjects}", sheet.periods(board, period)
    about = exhibited.about(key, board, period, t)
    return exhibited.part(show.figure(drawn, about, t, key=key, wholes=months))


def heatmap(board: Board, period: Period, t: Texts, *, subjects: str, sheet: Sheet) -> str | None:
    """Show item × period; return the item that was clicked."""
    return _put("heatmap", past.heatmap, board, period, t, subjects=subjects, sheet=sheet)


def finishes(board: Board, period: Period, t: Texts, *, subjects: str, sheet: Sheet) -> str | None:
    """Show when items would be finished at their own pace; return the item that was clicked."""
    return _put("finishes", past.finishes, board, period, t, subjects=subjects, sheet=sheet)


def small_multiples(
    board: Board, period: Period, t: Texts, *, subjects: str, sheet: Sheet
) -> str | None:
    """Show a panel per item, as many across as fit; return the item that was clicked."""
    words = Words(t, board.plan)
    whole = past.small_multiples(board, period, words, subjects=subjects, sheet=sheet)
    if whole is None:
        return None
    key = f"multiples_{subjects}"
    extent = past.extent("multiples", board, period, subjects=subjects, sheet=sheet)
    about = exhibited.about(key, board, period, t, extent=extent)
    with show.framed(whole, about, t, key=key):
        panels = past.panels(board, period, words, subjects=subjects, sheet=sheet)
        names = dict(zip(board.items[Reports.ITEM_ID], board.items[Reports.ITEM_NAME], strict=True))
        alts = {
            item: t("figure.alt_series", name=names[item], points=dressed.said(drawn, t))
            for item, drawn in panels.items()
        }
        picked = show.panels(panels, alts, key=key)
        if picked is not None:
            picking.way_back(key, t)
    return picked


def trend(
    board: Board, period: Period, t: Texts, *, subjects: str, choices: DeltaGenerator
) -> None:
    """Show progress lines of the chosen subjects up to the period.

    How many months is asked beside the other ``choices``.
    """
    table = progress.followable(board, period, subjects)
    if table.empty:
        st.info(t("figure.nothing_reported"))
        return
    words = Words(t, board.plan)
    with choices:
        months = sheets.months(board, period, t)
    names = words.in_plan_order(table[Counted.SUBJECT].unique().tolist())
    at_first = words.in_plan_order(progress.behind_most(board, table, period, subjects))
    chosen = controls.some_of(
        t, f"follow_{subjects}", names, at_first=at_first, named=words.numbered_chain
    )
    drawn = progress.trend(board, period, words, subjects=subjects, chosen=chosen, months=months)
    if drawn is not None:
        own = ""
        if set(chosen) != set(at_first):
            left = progress.not_drawn(board, period, subjects, len(chosen), words)
            notes = (
                note(board, period, subjects, words)
                for note in (progress.base_note, progress.middle_note)
            )
            own = words.noted(t(f"figure.trend_{subjects}_measure"), *notes, left)
        exhibited.put(f"trend_{subjects}", drawn, board, period, t, measure=own)


def _put(
    name: str,
    draw: Callable[..., go.Figure | None],
    board: Board,
    period: Period,
    t: Texts,
    *,
    subjects: str,
    sheet: Sheet,
) -> str | None:
    drawn = draw(board, period, Words(t, board.plan), subjects=subjects, sheet=sheet)
    if drawn is None:
        return None
    extent = past.extent(name, board, period, subjects=subjects, sheet=sheet)
    key, measure = f"{name}_{subjects}", ""
    if name == "heatmap":  # what its cells say depends on how many months are chosen
        words = Words(t, board.plan)
        measure = past.heat_measure(board, period, words, subjects=subjects, sheet=sheet)
    put = exhibited.put(key, drawn, board, period, t, extent=extent, measure=measure)
    return exhibited.name(put)
