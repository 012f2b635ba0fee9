"""A figure in the screen's own colours, made ready for the browser once for all its readers."""

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

import plotly.graph_objects as go

from analysis.charts import legend, spoken
from analysis.charts.style import template
from analysis.memo import once
from texts import Texts
from texts.markdown import plain


class Spelled(go.Figure):
    """A figure as the browser gets it; nobody changes it.

    To make a figure anew, every entry of it checked again, costs ten times as much as to spell one
    out that was checked when it was drawn. So it is spelled out, once, and stands in no figure.
    """

    def __init__(self, spelled: dict[str, Any]) -> None:
        super().__init__()
        self._spelled = spelled

    def marking(self, points: Sequence[list[int]]) -> "Spelled":
        """Return the figure with ``points`` of each trace picked, all others faded."""
        traces = zip(self._spelled["data"], points, strict=True)
        marked = [trace | {"selectedpoints": here} for trace, here in traces]
        return Spelled(self._spelled | {"data": marked})

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as the browser gets it; streamlit asks for it on every run."""
        return self._spelled


class Dressed(Spelled):
    """A copy of a figure in the screen's template, for streamlit to send."""

    def __init__(self, drawn: go.Figure, *, dark: bool) -> None:
        spelled = cast("dict[str, Any]", drawn.to_dict())
        spelled["layout"]["template"] = _template(dark=dark)
        super().__init__(spelled)


@cache
def _template(*, dark: bool) -> dict[str, Any]:
    return cast("dict[str, Any]", template(dark=dark).to_plotly_json())


@once
def dressed(drawn: go.Figure, *, dark: bool) -> Dressed:
    """Return a figure as the screen shows it; it is kept with what was drawn and goes with it."""
    return Dressed(drawn, dark=dark)


@once
def months(drawn: go.Figure) -> int:
    """Return how many months a figure has on its axis; none where that is of something else."""
    return len(cast("Any", drawn["layout"]["xaxis"]).categoryarray or ())


@once
def is_of_bars(drawn: go.Figure) -> bool:
    """Tell whether a figure is of bars."""
    return cast("Any", drawn["data"])[0].type == "bar"


@once
def columns(drawn: go.Figure) -> int:
    """Return how many columns a matrix has."""
    return len(cast("Any", drawn["data"])[0].x)


@once
def entries(drawn: go.Figure, t: Texts) -> str:
    """Return the legend of a figure in a line of markdown."""
    return plain(t("phone.between").join(legend.spoken(drawn)))


@once
def said(drawn: go.Figure, t: Texts) -> str:
    """Return the series of a figure in words, kept in the same way."""
    return spoken.spoken(drawn, t)
