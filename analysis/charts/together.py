"""A picture of who works with whom."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import cells, rooms, style, written
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Assignments

_ROW_PX, _UNIT_EM, _UPRIGHT_EM, _ONE_LINE_EM = 36, 10, 10, 99
_UPRIGHT_PX, _LINES_AT_FIRST, _LINE_PX, _ROTATED_PX = 96, 6, 16, 150


def matrix(table: pd.DataFrame, units: list[str], words: Words) -> go.Figure:
    """Draw unit × unit: shared tasks in a cell; on the diagonal all that a unit carries.

    ``units`` is the order of rows and columns.
    """
    shared = {
        (row[Assignments.RESPONSIBLE_UNIT], row[Counted.OTHER_UNIT]): row[Counted.SHARED]
        for row in rows_of(table)
    }
    figure = go.Figure(
        go.Heatmap(
            z=[[None if a == b else shared.get((a, b)) for b in units] for a in units],
            x=units,
            y=units,
            text=[[_cell(shared.get((a, b)), own=a == b) for b in units] for a in units],
            texttemplate="%{text}",
            textfont={"size": written.CELL_PX},
            hovertext=[[_hover(a, b, shared, words) for b in units] for a in units],
            colorscale=written.shades(style.ACCENT, 0.6),
            zmin=0,
            showscale=False,
            xgap=2,
            ygap=2,
        )
    )
    cells.pickable(figure, units, units, [[[a, b] for b in units] for a in units])
    across = [_upright(unit, words) for unit in units]
    down = [written.unit_in_lines(words, unit, _UNIT_EM) for unit in units]
    heads_px = _UPRIGHT_PX + _LINE_PX * max(0, max(map(_lines, across)) - _LINES_AT_FIRST)
    if words.t.language == "en":
        heads_px = _ROTATED_PX
    row_px = written.row_px(down, _ROW_PX)
    figure.update_layout(height=rooms.rows_height(len(units), row_px=row_px) + heads_px)
    figure.update_xaxes(side="top", tickvals=units, ticktext=across, tickfont={"size": 12})
    figure.update_yaxes(tickvals=units, ticktext=down, tickfont={"size": 13})
    upright = words.t.language == "zh"
    figure.update_xaxes(tickangle=0 if upright else -90, type="category")
    figure.update_yaxes(type="category")
    figure.update_xaxes(showgrid=False, showline=False)
    return figure.update_yaxes(showgrid=False, showline=False)


def _cell(shared: int | None, *, own: bool) -> str:
    if shared is None:
        return ""
    return f"<b>{shared}</b>" if own else str(shared)


def _upright(unit: str, words: Words) -> str:
    """Write a Chinese name from top to bottom, as a table's narrow column does."""
    if words.t.language == "en":
        return written.unit_in_lines(words, unit, _UPRIGHT_EM)
    name = words.unit(unit, _ONE_LINE_EM)
    return name if "&" in name else "<br>".join(name)


def _lines(head: str) -> int:
    return head.count("<br>") + 1


def _hover(one: str, other: str, shared: dict[tuple[str, str], int], words: Words) -> str:
    if one == other:
        return words.t("chart.carries", unit=words.unit(one), tasks=shared.get((one, one), 0))
    return words.t(
        "chart.carry_together",
        one=words.unit(one),
        other=words.unit(other),
        shared=shared.get((one, other), 0),
        of_one=shared.get((one, one), 0),
        of_other=shared.get((other, other), 0),
    )
