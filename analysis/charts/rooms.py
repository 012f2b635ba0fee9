"""How much room the rows, the names and the legend of a chart of bars take."""

from collections.abc import Sequence
from math import ceil
from typing import Any, cast

import plotly.graph_objects as go

ROW_PX, HEAD_PX, END_PX = 44, 84, 64
_TOP_PX = (40, 40, 60, 80, 40)  # for the entries of a legend one below the other, up to three:
# plotly makes room for them by itself, but not when a narrow chart turns wide again
_BAR_PX, _LINE_PX, _PAD_PX, KEY_PX, NAME_PX = 27, 18, 15, 20, 13
HALF_BAR_PX = _BAR_PX / 2


def rows_height(rows: int, *, row_px: int = ROW_PX) -> int:
    """Return the height in pixels of a chart with one row per thing."""
    return HEAD_PX + row_px * max(rows, 1)


def top_px(figure: go.Figure) -> int:
    """Return the room above a chart in which its legend finds place in a narrow column."""
    return _TOP_PX[min(_keys(figure), len(_TOP_PX) - 1)]


def horizontal(
    figure: go.Figure, *, rows: int, unit_of_measure: str, end_px: int = END_PX
) -> go.Figure:
    """Finish a chart of horizontal bars: first row on top, the unit of measure below.

    ``end_px`` is the room kept to the right for the figures written behind the longest bar.
    """
    margin = {"r": end_px, "t": top_px(figure)}
    figure.update_layout(height=rows_height(rows), showlegend=True, margin=margin)
    figure.update_xaxes(title={"text": unit_of_measure}, rangemode="tozero")
    figure.update_yaxes(type="category", autorange="reversed", showgrid=False)
    return figure


def names_above(
    figure: go.Figure, places: list[str], names: list[str], *, below_px: int = 0
) -> go.Figure:
    """Write each row's name above its bar, so that long names leave a phone room for the bars.

    ``places`` are the rows' values on the y axis, ``names`` what is written. Rows are as high as
    the name with the most lines needs, and ``below_px`` for what hangs below a bar's middle.
    """
    row_px = row_height(names) + below_px
    # In a narrow column each entry of the legend has a line of its own.
    legend_px = KEY_PX * max(_keys(figure) - 1, 0)
    shift_px = _over_bar(row_px, legend_px if _keys(figure) >= len(_TOP_PX) - 1 else 0, len(places))
    for place, name in zip(places, names, strict=True):
        figure.add_annotation(
            text=name,
            xref="paper",
            x=0,
            xanchor="left",
            y=place,
            yanchor="bottom",
            yshift=shift_px,
            showarrow=False,
            align="left",
        )
    over_px = _over_first_row(names, row_px)
    height = rows_height(len(places), row_px=row_px) + legend_px + over_px
    figure.update_layout(height=height, bargap=1 - _BAR_PX / row_px, margin={"l": 4})
    # Left to itself plotly gives the marks of a single row so much room that its bar is thinner.
    shown = [max(len(places), 1) - 0.5, -0.5 - over_px / row_px]
    figure.update_yaxes(autorange=False, range=shown)
    return figure.update_yaxes(showticklabels=False, ticklabelstandoff=0)


def row_height(names: Sequence[str]) -> int:
    """Return the height in pixels of rows with ``names`` above their bars.

    >>> row_height(["大数据"]), row_height(["动力电池与<br>新能源汽车", "大数据"])
    (60, 78)
    """
    lines = max((name.count("<br>") + 1 for name in names), default=1)
    return _BAR_PX + lines * _LINE_PX + _PAD_PX


def over_middle(name: str) -> float:
    """Return how far above the middle of a row its name ends, in pixels."""
    return HALF_BAR_PX + (name.count("<br>") + 1) * _LINE_PX


def _over_bar(row_px: int, spare_px: int, rows: int) -> int:
    """Return how far above its row's middle a name stands.

    A legend of many entries that needs but one line in a wide column leaves ``spare_px`` to the
    rows, whose bars grow with them.

    >>> _over_bar(60, 0, 4), _over_bar(60, 60, 4)
    (13, 17)
    """
    return ceil(NAME_PX * (1 + spare_px / max(rows, 1) / row_px))


def _over_first_row(names: list[str], row_px: int) -> int:
    """Return by how many pixels the first name, of two lines or more, rises above its row."""
    lines = names[0].count("<br>") + 1 if names else 1
    return 0 if lines == 1 else max(NAME_PX + lines * _LINE_PX + 4 - row_px // 2, 0)


def _keys(figure: go.Figure) -> int:
    traces = cast("tuple[Any, ...]", figure["data"])
    return sum(bool(trace.name) and trace.showlegend is not False for trace in traces)
