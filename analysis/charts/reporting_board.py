"""The reporting board as a picture: a unit a row, a month a column, what was owed in each cell."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import cells as cells_to_click
from analysis.charts import rooms, style, written
from analysis.charts.months import in_full, month_axis, part_years
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
_LINE_LETTERS = 5
_LINE_PX = 17
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
            meta={
                style.NARROW: [_worst(cells, words), _mark(cells, words)],
                style.DENSE: True,
            },
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
    lines = max(_said(cell, words).count("<br>") + 1 for line in cells for cell in line)
    row_px = max(written.row_px(labels, _ROW_PX), lines * _LINE_PX + 6)
    height = rooms.rows_height(len(units), row_px=row_px) + rooms.KEY_PX * 4
    figure.update_layout(height=height, showlegend=True)
    part_years(month_axis(figure, periods, words), periods)
    return figure.update_yaxes(type="category", tickvals=units, ticktext=labels, showgrid=False)


def _key(figure: go.Figure, rows: list[Row], words: Words) -> None:
    """Name each state that occurs, and the letter its counts have in the cells."""
    shown = {State(row[Counted.STATE]) for row in rows}
    shown |= {state for state, column in _COUNTED.items() if any(row[column] for row in rows)}
    for state in _STATES:
        if state in shown:
            figure.add_scatter(
                x=[None],
                y=[None],
                mode="markers",
                name=_named(state, words),
                marker={"color": _COLOURS[state], "symbol": _SYMBOLS[state], "size": 11},
            )


def _named(state: State, words: Words) -> str:
    name = words.t(f"warning.state_{state}")
    if state in _COUNTED:
        return words.t("chart.board_key", letter=_counted(state, "", words), state=name)
    return words.t("chart.board_on_time", state=name) if state is State.ON_TIME else name


def _counted(state: State, count: int | str, words: Words) -> str:
    return words.t(f"chart.board_{state}", count=count)


def _counts(cell: Row) -> list[tuple[State, int]]:
    return [(state, cell[column]) for state, column in _COUNTED.items() if cell[column]]


def _said(cell: Row, words: Words) -> str:
    """Write every count of what is not as it should be, else received ÷ expected."""
    if counts := _counts(cell):
        return "<br>".join(_counted(state, count, words) for state, count in counts)
    if not cell[Counted.EXPECTED]:
        return "–"
    received, expected = cell[Counted.RECEIVED], cell[Counted.EXPECTED]
    beside = f"{received}/{expected}"
    return beside if len(beside) <= _LINE_LETTERS else f"{received}<br>/{expected}"


def _worst(cells: list[list[Row]], words: Words) -> list[list[str]]:
    """Write the first count alone; a plus says that there is more than that."""
    return [
        [
            _counted(*counts[0], words) + "+" * (len(counts) > 1)
            if (counts := _counts(cell))
            else _said(cell, words)
            for cell in line
        ]
        for line in cells
    ]


def _mark(cells: list[list[Row]], words: Words) -> list[list[str]]:
    """Write the letter of the state, where not even a number has room."""
    return [
        [
            _counted(state, "", words) if (state := State(cell[Counted.STATE])) in _COUNTED else ""
            for cell in line
        ]
        for line in cells
    ]


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
