"""账号管理: who may come in and as what; new accounts, passwords, sessions."""

import streamlit as st

from ui import access, accounts, frame

t = access.require()
frame.open_page("accounts", t)

accounts.show_password(t)
st.subheader(t("accounts.step_list"), anchor=False)
accounts.listed(t)
st.subheader(t("accounts.step_change"), anchor=False)
accounts.offer_changes(t)
st.subheader(t("accounts.step_add"), anchor=False)
accounts.offer_new(t)
