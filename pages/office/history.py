"""台账历史: versions, what each changed, comparing, withdrawing, looking back, downloading."""

import streamlit as st

from ui import access, downloads, folded, frame, history, receipts, versions

t = access.require()
frame.open_page("history", t)

st.subheader(t("history.step_look_back"), anchor=False)
history.look_back(t)
st.subheader(t("history.step_carry"), anchor=False)
downloads.offer(t)
st.subheader(t("history.step_versions"), anchor=False)
versions.listed(t)
st.subheader(t("history.step_changes"), anchor=False)
chosen = versions.choose(t)
versions.show_changes(chosen, t)
st.subheader(t("receipt.step"), anchor=False)
receipts.offer(chosen, t)
history.offer_withdrawal(chosen, t)
two = folded.part(t("history.step_compare"), key="compare-open", icon=":material/difference:")
if two.open:
    with two:
        versions.compare_two(t)
