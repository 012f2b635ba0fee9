"""The gate: what every request and every open page passes before Streamlit sees it."""
