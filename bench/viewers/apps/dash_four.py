"""The four pictures in Dash."""

import os
from importlib import import_module
from typing import Any

from four import CHAINS, pictures

_dash: Any = import_module("dash")  # in .venv-bench only, so without types here
app = _dash.Dash(__name__)
_graphs = [_dash.dcc.Graph(id=f"picture-{place}") for place in range(4)]
app.layout = _dash.html.Div([_dash.dcc.Checklist(CHAINS, [], id="chains"), *_graphs])


@app.callback(
    [_dash.Output(graph.id, "figure") for graph in _graphs], _dash.Input("chains", "value")
)
def _filtered(chosen: list[str]) -> list[Any]:
    return list(pictures(chosen))


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]))
