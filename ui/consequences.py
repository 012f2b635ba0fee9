"""The consequences of an upload on the page, the gravest first."""

import streamlit as st

from analysis.board import Board
from analysis.charts.words import Words
from analysis.foreseen import sentences
from store.foreseen import consequences
from store.intake import Preview
from texts.markdown import plain


def show(seen: Preview, before: Board, words: Words) -> None:
    """Say what committing would mean beyond its rows; nothing when it means nothing more."""
    for sentence in sentences(consequences(seen, before), words, plain):
        st.markdown(f"- {sentence}")
