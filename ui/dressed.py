"""A figure in the screen's own colours, made ready for the browser once for all its readers."""

from typing import Any

import plotly.graph_objects as go

from analysis.charts import spoken
from analysis.charts.style import template
from analysis.memo import once
from export.parts import copied
from texts import Texts


class Dressed(go.Figure):
    """A copy of a figure in the screen's template; nobody changes it any more.

    Dressing costs more processor time than all else about a chart on the screen, and spelling the
    figure out comes next, so both are done once.
    """

    def __init__(self, drawn: go.Figure, *, dark: bool) -> None:
        super().__init__(copied(drawn))
        self.update_layout(template=template(dark=dark))
        self._spelled: dict[str, Any] = super().to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as the browser gets it; streamlit asks for it on every run."""
        return self._spelled


@once
def dressed(drawn: go.Figure, *, dark: bool) -> Dressed:
    """Return a figure as the screen shows it; it is kept with what was drawn and goes with it."""
    return Dressed(drawn, dark=dark)


@once
def said(drawn: go.Figure, t: Texts) -> str:
    """Return the series of a figure in words, kept in the same way."""
    return spoken.spoken(drawn, t)
