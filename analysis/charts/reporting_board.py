"""The reporting board as a picture: a unit a row, a month a column, what was owed in each cell."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import cells as cells_to_click
from analysis.charts import style, written
from analysis.charts.months import in_full, month_axis
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from analysis.metrics.reporting_board import State
from domain.columns import Reports

_COLOURS = {
    State.MISSING: style.OWED,
    State.SAME_AS_LAST: "#8a5fa8",
    State.LATE: "#d99a00",
    State.CORRECTED: "#2a6fb0",
    State.OUTSTANDING: "#8793a0",
    State.ON_TIME: "#2f9462",
    State.NOTHING_EXPECTED: "#c9d0d8",
}
_SYMBOLS = {
    State.MISSING: "x",
    State.SAME_AS_LAST: "diamond",
    State.LATE: "triangle-up",
    State.CORRECTED: "star",
    State.OUTSTANDING: "circle-open",
    State.ON_TIME: "circle",
    State.NOTHING_EXPECTED: "line-ew-open",
}
_STRENGTH, _FAINT = 0.30, 0.08
_COUNTED = {
    State.MISSING: Counted.MISSING,
    State.SAME_AS_LAST: Counted.SAME_AS_LAST,
    State.LATE: Counted.LATE,
    State.CORRECTED: Counted.CORRECTED,
    State.OUTSTANDING: Counted.OUTSTANDING,
}
_MOST_SAID = 2  # of what a cell has room for
_LINE_LETTERS = 5
_STATES = tuple(State)
_UNIT_EM, _ROW_PX = 8, 40


def board(table: pd.DataFrame, periods: list[str], words: Words) -> go.Figure:
    """Draw unit × month, the worst of a month's reports in the colour and the letters of its cell.

    ``table`` is ``supervision.board_of_units``.
    """
    rows = rows_of(table)
    units = list(dict.fromkeys(row[Reports.RESPONSIBLE_UNIT] for row in rows))
    found = {(row[Reports.RESPONSIBLE_UNIT], row[Reports.PERIOD]): row for row in rows}
    cells = [[found[unit, period] for period in periods] for unit in units]
    figure = go.Figure(
        go.Heatmap(
            z=[[_STATES.index(State(cell[Counted.STATE])) for cell in line] for line in cells],
            x=periods,
            y=units,
            text=[[_said(cell, words) for cell in line] for line in cells],
            texttemplate="%{text}",
            textfont={"size": written.CELL_PX},
            hovertext=[[_hover(cell, words) for cell in line] for line in cells],
            hovertemplate="%{hovertext}<extra></extra>",
            colorscale=_steps(),
            zmin=-0.5,
            zmax=len(_STATES) - 0.5,
            showscale=False,
            xgap=3,
            ygap=3,
        )
    )
    picks = [[[unit, period] for period in periods] for unit in units]
    cells_to_click.pickable(figure, periods, units, picks)
    _key(figure, rows, words)
    labels = [written.unit_in_lines(words, unit, _UNIT_EM) for unit in units]
    row_px = written.row_px(labels, _ROW_PX)
    height = style.rows_height(len(units), row_px=row_px) + style.KEY_PX * 4
    figure.update_layout(height=height, showlegend=True)
    month_axis(figure, periods, words)
    return figure.update_yaxes(type="category", tickvals=units, ticktext=labels, showgrid=False)


def _key(figure: go.Figure, rows: list[Row], words: Words) -> None:
    shown = {State(row[Counted.STATE]) for row in rows}
    for state in _STATES:
        if state in shown:
            figure.add_scatter(
                x=[None],
                y=[None],
                mode="markers",
                name=words.t(f"warning.state_{state}"),
                marker={"color": _COLOURS[state], "symbol": _SYMBOLS[state], "size": 11},
            )


def _said(cell: Row, words: Words) -> str:
    """Write the counts of what is not as it should be, at most two, else received ÷ expected."""
    counts = [(state, cell[column]) for state, column in _COUNTED.items() if cell[column]]
    if counts:
        said = (words.t(f"chart.board_{state}", count=count) for state, count in counts)
        return "<br>".join(list(said)[:_MOST_SAID])  # a month of twelve is narrow
    if not cell[Counted.EXPECTED]:
        return "–"
    received, expected = cell[Counted.RECEIVED], cell[Counted.EXPECTED]
    beside = f"{received}/{expected}"
    return beside if len(beside) <= _LINE_LETTERS else f"{received}<br>/{expected}"


def _hover(cell: Row, words: Words) -> str:
    said = [
        f"{words.in_full(cell[Reports.RESPONSIBLE_UNIT])} {in_full(cell[Reports.PERIOD], words)}",
        words.t(
            "chart.board_hover",
            expected=cell[Counted.EXPECTED],
            received=cell[Counted.RECEIVED],
            due_on=cell[Counted.DUE_ON],
        ),
    ]
    said += [
        f"{words.t(f'warning.state_{state}')} {cell[column]}"
        for state, column in _COUNTED.items()
        if cell[column]
    ]
    return "<br>".join(said)


def _steps() -> list[tuple[float, str]]:
    share = 1 / len(_STATES)
    return [
        (edge, written.see_through(_COLOURS[state], _faint(state)))
        for place, state in enumerate(_STATES)
        for edge in (place * share, (place + 1) * share)
    ]


def _faint(state: State) -> float:
    return _FAINT if state is State.NOTHING_EXPECTED else _STRENGTH
