"""台账历史: versions, what each changed, withdrawing one, looking back to a day."""

import streamlit as st

from ui import access, frame, history, uploads

t = access.require()
frame.open_page("history", t)

st.subheader(t("history.step_look_back"), anchor=False)
history.look_back(t)
st.subheader(t("history.step_versions"), anchor=False)
uploads.list_past(t)
st.subheader(t("history.step_changes"), anchor=False)
upload = history.choose_version(t)
history.show_changes(upload, t)
st.subheader(t("history.step_withdraw"), anchor=False)
history.offer_withdrawal(upload, t)
