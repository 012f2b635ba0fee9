"""总览: where the plan stands, where it hurts, who owes a report."""

import streamlit as st

from ui import access, details, figures, figures_pace, filters, frame, key_figures

t = access.require()
frame.open_page("overview", t)
board, period = filters.chosen(t)
frame.reach(t, board, period)
frame.offer_samples(t, board)

key_figures.show(board, period, t)
left, right = st.columns(2, gap="large")
with left:
    figures_pace.where_we_stand(board, period, t)
with right:
    figures.where_it_hurts(board, period, t)
unit = figures.who_owes(board, period, t)
details.owed(board, period, t, unit=unit)
frame.rule(t, board, period)
