"""The four pictures in Streamlit, the plain way."""

import streamlit as st
from four import CHAINS, pictures

chosen = st.multiselect("Chain", CHAINS, key="chains")
for place, figure in zip((*st.columns(2), *st.columns(2)), pictures(chosen), strict=True):
    place.plotly_chart(figure)
