"""The lines of JavaScript that draw a figure, for the server's browser and for the reader's."""

from pathlib import Path

_HERE = Path(__file__).parent
DRAWING = (_HERE / "draw.js").read_text("utf-8")
PIXELS = (_HERE / "pixels.js").read_text("utf-8")  # of the server's browser only
