"""The four pictures in Panel."""

from importlib import import_module
from typing import Any

from four import CHAINS, pictures

_panel: Any = import_module("panel")  # in .venv-bench only, so without types here
_panel.extension("plotly")
_chosen = _panel.widgets.CheckBoxGroup(options=CHAINS)
_drawn = pictures([])
_panes = [_panel.pane.Plotly(figure) for figure in _drawn]


def _filter(event: Any) -> None:  # noqa: ANN401 - Panel's own
    for pane, figure in zip(_panes, pictures(event.new), strict=True):
        pane.object = figure


_chosen.param.watch(_filter, "value")
_panel.Column(_chosen, *_panes).servable()
