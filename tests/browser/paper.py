"""Exported pictures laid out in a browser as paper has them, to be read box by box."""

import json
from pathlib import Path

import plotly.graph_objects as go

from export.drawing import DRAWING
from export.page import PLOTLY
from export.sizes import PictureSize

LETTERS = Path(__file__).with_name("letters.js").read_text("utf-8")
APART_PX = 2  # of a layout with letters of 12 px: nearer words are read as one
MARKS = ".scatterlayer .point"
_READ = """async ([figure, wide, high, asked]) => {
    const url = await drawReport(figure, wide, high, 1, 'svg');
    const paper = document.createElement('div');
    paper.className = 'paper';
    paper.innerHTML = decodeURIComponent(url.slice(url.indexOf(',') + 1));
    document.body.replaceChildren(paper);
    return (%s)(asked);
}"""


class Paper:
    """A page that lays out a picture with the very lines that draw it for a file."""

    def __init__(self, page) -> None:
        page.add_script_tag(path=str(PLOTLY))
        page.add_script_tag(content=DRAWING)
        self._page = page

    def read(self, picture: go.Figure, size: PictureSize) -> dict[str, object]:
        """Return how many lines of letters a picture has, and what is wrong with them."""
        asked = {"charts": ".paper .main-svg", "apartPx": APART_PX, "marks": MARKS}
        laid_out = [json.loads(picture.to_json()), *size.layout_px, asked]
        return self._page.evaluate(_READ % LETTERS, laid_out)
