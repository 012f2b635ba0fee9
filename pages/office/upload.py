"""数据上报: template, upload, findings, what it would change, commit, past uploads."""

import streamlit as st

from ui import access, cache, frame, headers, reading, uploads, waiting

t = access.require()
frame.open_page("upload", t)
frame.due_day(t, cache.board())
frame.offer_samples(t, cache.board())

st.subheader(t("upload.step_template"), anchor=False)
uploads.offer_template(t)
st.subheader(t("upload.step_sheet"), anchor=False)
seen = waiting.take_sheet(t)
if seen is not None:
    headers.choose_worksheet(seen, t)
    reading.show(seen, t)
    headers.map_by_hand(seen, t)
    reading.show_changes(seen, t)
    uploads.ask_commit(seen, t)
st.subheader(t("upload.step_past"), anchor=False)
uploads.list_past(t)
