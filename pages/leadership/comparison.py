"""两期对比: what moved, what was added and what left between two dates."""

import streamlit as st

from ui import access, comparison, doubts, filters, frame

t = access.require()
beside = frame.open_page("comparison", t)
board, period = filters.chosen(t, beside)
frame.reach(t, board, period)
frame.offer_samples(t, board)

two = comparison.ask(board, period, t)
if two is not None:
    doubts.line(board, period, t, place=st.container())
    comparison.show(*two, t)
frame.rule(t, board, period)
