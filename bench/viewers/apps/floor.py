"""The floor: the least that Streamlit costs, a page of one line."""

import streamlit as st

st.text(st.slider("n", 0, 100, key="n"))
