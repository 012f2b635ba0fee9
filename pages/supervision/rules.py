"""规则: by which rules each month is judged, and putting another set in force."""

import streamlit as st

from ui import access, due_days, frame, rule_preview, rule_sets

t = access.require()
frame.open_page("rules", t)

st.subheader(t("rule.step_in_force"), anchor=False)
rule_sets.listed(t)
due_days.listed(t)
st.subheader(t("rule.step_new"), anchor=False)
new = rule_sets.ask(t)
if new is not None:
    rejudged = rule_preview.show_changes(new, t)
    rule_sets.offer(new, rejudged, t)
