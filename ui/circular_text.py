"""The circular on the screen: its text as it will be printed, every number of it to be clicked."""

from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component

from analysis.circular.written import Circular, Number, Piece
from texts import Texts
from ui import state

NUMBER = "number"  # in the address: the number whose rows are shown
_KEY = "circular-text"
_CSS = """
article { color: var(--st-text-color); font: inherit; line-height: 1.75; max-width: 46rem;
  border: 1px solid var(--st-border-color); border-radius: 0.4rem; padding: 1.2rem 1.5rem }
h3 { text-align: center; margin: 0 0 0.8rem; font-size: 1.25rem }
p { margin: 0 0 0.4rem; overflow-wrap: anywhere } p.heading { font-weight: 700; margin-top: 0.8rem }
p.mark { text-align: center; color: var(--st-red-color, #c00000) } p.signed { text-align: right }
table { border-collapse: collapse; margin: 0.2rem 0 0.8rem; width: 100% }
th, td { border: 1px solid var(--st-border-color); padding: 0.15rem 0.6rem; text-align: left }
td:not(:nth-child(2)) { white-space: nowrap }
button { font: inherit; color: var(--st-link-color); background: none; border: 0; padding: 0 1px;
  cursor: pointer; text-decoration: underline dotted; text-underline-offset: 3px }
button:hover, button:focus-visible, button[aria-pressed] { text-decoration: underline;
  background: color-mix(in srgb, var(--st-primary-color) 18%, transparent) }
@media (max-width: 30rem) { article { padding: 0.8rem } th, td { padding: 0.15rem 0.3rem }
  th { font-size: 0.8rem } }
"""
_text = component(
    "circular_text",
    html="<article></article>",
    css=_CSS,
    js=(Path(__file__).parent / "circular_text.js").read_text("utf-8"),
)


def show(circular: Circular, t: Texts) -> str | None:
    """Show the circular; return the name of the number whose rows are asked for, if it has it."""
    asked = st.query_params.get(NUMBER)
    chosen = asked if asked in circular.numbers else None
    data = {
        "title": circular.title,
        "paragraphs": [
            {
                "style": one.style.value,
                "pieces": [_piece(piece) for piece in one.pieces],
                "cells": [[_piece(piece) for piece in cell] for cell in one.cells],
            }
            for one in circular.paragraphs
        ],
        "chosen": chosen,
        "hint": t("circular.open_number"),
    }
    _text(key=_KEY, data=data, on_number_change=_take)
    return chosen


def _piece(piece: Piece) -> dict[str, str]:
    if isinstance(piece, Number):
        return {"text": piece.shown, "name": piece.name}
    return {"text": piece}


def _take() -> None:
    if (name := state.triggered(_KEY, NUMBER)) is not None:
        st.query_params[NUMBER] = name
