"""操作记录: what everybody did and was refused, to be filtered, verified and taken along."""

import streamlit as st

from ui import access, audit_log, frame

t = access.require()
frame.open_page("audit", t)

audit_log.sound(t)
st.subheader(t("audit.step_entries"), anchor=False)
audit_log.listed(t)
st.subheader(t("audit.step_export"), anchor=False)
audit_log.offer_export(t)
