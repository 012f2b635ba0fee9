"""产业链投资: where the money is, by chain, project and phase, and how much hangs on a few."""

import streamlit as st

from ui import access, doubts, figures_money, filters, frame, project_rows

t = access.require()
beside = frame.open_page("investment", t)
board, period = filters.chosen(t, beside)
frame.reach(t, board, period)
frame.offer_samples(t, board)

doubted = st.container()  # filled last: nothing below it waits
st.caption(t("detail.hint_project_bar"))
side_by_side = st.grid(2, min_column_width=400, gap="large")
with side_by_side.container():
    figures_money.by_chain(board, period, t, grid=side_by_side)
with side_by_side.container():
    figures_money.by_phase(board, period, t, grid=side_by_side)
side_by_side = st.grid(2, min_column_width=400, gap="large")
with side_by_side.container():
    figures_money.by_project(board, period, t, grid=side_by_side)
with side_by_side.container():
    figures_money.concentration(board, period, t, grid=side_by_side)
figures_money.completed(board, period, t)
project_rows.everything(board, period, t)
doubts.line(board, period, t, place=doubted)
