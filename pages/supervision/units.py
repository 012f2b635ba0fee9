"""责任单位: who carries what, who works with whom, and how well they report."""

import streamlit as st

from ui import access, details_load, figures_load, filters, frame, warned_counts

t = access.require()
frame.open_page("units", t)
board, period = filters.chosen(t)
frame.reach(t, board, period)
frame.who_supervises(t, board)

side_by_side = st.grid(2, min_column_width=400, gap="large")
with side_by_side.container():
    unit = figures_load.task_load(board, period, t)
    details_load.tasks(board, t, unit=unit)
with side_by_side.container():
    unit = figures_load.load_by_state(board, period, t)
    details_load.states(board, period, t, unit=unit)
cell = figures_load.load_by_section(board, period, t)
details_load.tasks_in(board, t, cell=cell)
pair = figures_load.who_with_whom(board, period, t)
details_load.shared(board, t, units=pair)
unit = figures_load.load_and_rate(board, period, t)
details_load.months(board, period, t, unit=unit)
warned_counts.by_unit(board, period, t)
