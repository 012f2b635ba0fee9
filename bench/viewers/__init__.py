"""Readers without a browser: what a crowd of them costs a served Streamlit app."""
