"""A picture without a browser on the server: the reader's own browser draws and saves it."""

from pathlib import Path

import plotly.graph_objects as go
from streamlit.components.v2 import component

from export.drawing import DRAWING
from export.sizes import PictureSize
from texts import Texts

_HTML = "<button type='button'></button><p role='status'></p>"
_CSS = """
button { font: inherit; color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  padding: 0.4rem 0.9rem; width: 100%; cursor: pointer }
button:hover, button:focus-visible { border-color: var(--st-primary-color);
  color: var(--st-primary-color) }
button:disabled { opacity: 0.5; cursor: progress }
p { font: inherit; color: var(--st-text-color); margin: 0.4rem 0 0 } p:empty { display: none }
"""
_SAVING = (Path(__file__).parent / "picture_fallback.js").read_text("utf-8")
_button = component("picture_fallback", html=_HTML, css=_CSS, js=f"{DRAWING}\n{_SAVING}")


def drawn_by_reader(
    figure: go.Figure, size: PictureSize, *, file_name: str, label: str, t: Texts, key: str
) -> None:
    """Show a button that saves ``figure``, already through ``for_report``, as a PNG.

    The page must show a chart: plotly's code comes with the first one. The picture has the same
    pixels and density as the server's; its letters are those of the reader's machine.
    """
    data = {
        "figure": figure.to_json(),
        "layout_px": size.layout_px,
        "scale": size.scale,
        "pixels": size.pixels,
        "dpi": size.dpi,
        "file_name": file_name,
        "label": label,
        "drawing": t("picture.drawing_here"),
        "no_chart": t("picture.no_chart_here"),
        "failed": t("picture.failed_here"),
    }
    _button(key=key, data=data)
