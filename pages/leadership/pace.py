"""投资进度: whether investment moves as it should, against 序时进度 and against earlier periods."""

import streamlit as st

from ui import access, compared, doubts, figures_pace, filters, frame

t = access.require()
beside = frame.open_page("pace", t)
board, period = filters.chosen(t, beside)
frame.reach(t, board, period)
frame.offer_samples(t, board)

compared.strip(board, period, t)
doubts.above_total(board, period, t)
doubted = st.container()  # filled last: nothing below it waits
side_by_side = st.grid(2, min_column_width=400, gap="large")
with side_by_side.container():
    figures_pace.curve(board, period, t, grid=side_by_side)
with side_by_side.container():
    figures_pace.by_chain(board, period, t, grid=side_by_side)
    figures_pace.compared(board, period, t, grid=side_by_side)
figures_pace.furthest_behind(board, period, t)
compared.how(board, t)
frame.rule(t, board, period)
doubts.line(board, period, t, place=doubted)
