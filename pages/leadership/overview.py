"""总览: where the plan stands, where it hurts, who owes a report."""

import streamlit as st

from ui import (
    access,
    details,
    doubts,
    figures,
    figures_pace,
    filters,
    frame,
    key_figures,
    warned_counts,
)

t = access.require()
beside = frame.open_page("overview", t)
board, period = filters.chosen(t, beside)
frame.reach(t, board, period)
frame.offer_samples(t, board)

tiles = key_figures.show(board, period, t)
warnings = st.container()  # filled last: nothing above or below it waits
side_by_side = st.grid(2, min_column_width=400, gap="large")
with side_by_side.container():
    figures_pace.where_we_stand(board, period, t, grid=side_by_side)
    figures_pace.compared(board, period, t, grid=side_by_side)
with side_by_side.container():
    figures.where_it_hurts(board, period, t, grid=side_by_side)
unit = figures.who_owes(board, period, t)
details.owed(board, period, t, unit=unit)
key_figures.apart(board, period, t)
frame.short_names(t, board)
frame.rule(t, board, period)
warned_counts.line(board, period, t, place=warnings)
doubts.line(board, period, t, place=warnings)
doubts.beside(board, period, t, places=tiles)
