"""The lines of JavaScript that draw a figure, for the server's browser and for the reader's."""

from pathlib import Path

DRAWING = (Path(__file__).parent / "draw.js").read_text("utf-8")
