"""Pictures of who carries what."""

import re

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import cells as grid
from analysis.charts import style, written
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Assignments, Tasks

_INK, _PAPER = "#1f2933", "#ffffff"
_SHARES = (  # column, sentence, colour of the bar, of its letters
    (Counted.LED, "chart.led", style.ACCENT_DEEP, _PAPER),
    (Counted.FIRST_NAMED, "chart.first_named", style.ACCENT, _PAPER),
    (Counted.JOINT, "chart.joint", style.ACCENT_SOFT, _INK),
)
_STATES = (
    (Counted.OVERDUE, "chart.overdue", style.OWED, _PAPER),
    (Counted.UNDER_WAY, "chart.under_way", style.NEUTRAL_SOFT, _INK),
    (Counted.DONE_TASKS, "chart.done_tasks", style.ACCENT, _PAPER),
)
_NUMBER = re.compile("[（(][一二三四五六七八九十]+[)）]")
_UNIT_EM, _SECTION_EM, _KEY_LINE_PX, _ROW_PX = 10, 22, 19, 36
_LINE_PX, _NUMBER_PX = 19, 12
_NAMES_PX = {"zh": 70, "en": 120}  # the room that the names of units take
_Segments = tuple[tuple[Counted, str, str, str], ...]


def by_unit(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw tasks per responsible unit, led, first-named and joint told apart."""
    return _stacked(table, _SHARES, words)


def by_state(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw tasks per responsible unit, overdue and done told apart; a legend entry may be empty."""
    figure = _stacked(table, _STATES, words)
    overdue = words.t("chart.overdue")
    hatched = {"pattern": style.HATCH_OVER}  # a second cue beside the colour
    return figure.update_traces(marker=hatched, selector={"type": "bar", "name": overdue})


def by_unit_and_section(
    table: pd.DataFrame, units: list[str], sections: list[str], words: Words
) -> go.Figure:
    """Draw the unit × section matrix: tasks in a cell, and how many of them first-named.

    The columns carry the sections' numbers; what they are called stands above, in full.
    """
    counts = {
        (row[Assignments.RESPONSIBLE_UNIT], row[Tasks.SECTION]): row for row in rows_of(table)
    }
    cells = [[counts.get((unit, section)) for section in sections] for unit in units]
    numbers = [_number(section, place, words) for place, section in enumerate(sections, 1)]
    figure = go.Figure(
        go.Heatmap(
            z=[[cell and cell[Counted.TASKS] for cell in line] for line in cells],
            x=numbers,
            y=units,
            text=[[_cell_text(cell, words) for cell in line] for line in cells],
            texttemplate="%{text}",
            textfont={"size": written.CELL_PX},
            colorscale=written.shades(style.ACCENT),
            zmin=0,
            showscale=False,
            xgap=3,
            ygap=3,
            hovertext=[
                [
                    f"{words.unit(unit)}<br>{number}<br>{_cell_text(cell, words) or 0}"
                    for number, cell in zip(numbers, line, strict=True)
                ]
                for unit, line in zip(units, cells, strict=True)
            ],
        )
    )
    picks = [[[unit, section] for section in sections] for unit in units]
    grid.pickable(figure, numbers, units, picks)
    figure.update_xaxes(side="top", showgrid=False, showline=False, tickangle=0)
    figure.update_xaxes(tickfont={"size": _NUMBER_PX})
    names = [written.unit_in_lines(words, unit, _UNIT_EM) for unit in units]
    figure.update_yaxes(showgrid=False, showline=False, tickfont={"size": 13})
    figure.update_yaxes(type="category", tickvals=units, ticktext=names)
    row_px = written.row_px(names, _ROW_PX)
    return _sections_in_full(figure, sections, style.rows_height(len(units), row_px=row_px), words)


def _stacked(table: pd.DataFrame, segments: _Segments, words: Words) -> go.Figure:
    units = table[Assignments.RESPONSIBLE_UNIT].tolist()
    labels = [words.unit(unit) for unit in units]
    figure = go.Figure()
    start = [0] * len(units)
    totals = [int(total) for total in table[Counted.TASKS]]
    for column, key, colour, ink in segments:
        counts = [int(count) for count in table[column]]
        if not any(counts):
            continue
        figure.add_bar(
            x=counts,
            y=labels,
            orientation="h",
            name=words.t(key),
            marker={"color": colour},
            customdata=units,
            hovertemplate="%{y}<br>%{fullData.name} %{x}<extra></extra>",
        )
        middles = [at + count / 2 for at, count in zip(start, counts, strict=True)]
        texts = [
            str(count) if 0 < count < total else ""  # a whole bar's number stands behind it
            for count, total in zip(counts, totals, strict=True)
        ]
        written.inside(figure, middles, labels, texts, units, colour=ink)
        start = [at + count for at, count in zip(start, counts, strict=True)]
    written.behind(figure, totals, labels, [f" {total}" for total in totals], units)
    figure.update_layout(barmode="stack")
    style.horizontal(figure, rows=len(units), unit_of_measure=words.t("chart.axis_tasks"))
    lines = max((label.count("<br>") + 1 for label in labels), default=1)
    row_px = max(_ROW_PX, lines * _LINE_PX + 8)
    figure.update_layout(height=style.rows_height(len(units), row_px=row_px), bargap=0.28)
    return figure.update_xaxes(showgrid=False, showticklabels=False)


def _sections_in_full(
    figure: go.Figure, sections: list[str], rows_px: int, words: Words
) -> go.Figure:
    """Write what each section is called above the matrix, one line or two each."""
    lines: list[str] = []
    for place, section in enumerate(sections, 1):
        name = words.label(_NUMBER.sub("", section, count=1), _SECTION_EM)
        lines.append(f"<b>{_number(section, place, words)}</b> {name}")
    text = "<br>".join(lines)
    room_px = (text.count("<br>") + 1) * _KEY_LINE_PX
    figure.add_annotation(
        name="sections",
        text=text,
        xref="paper",
        x=0,
        xanchor="left",
        yref="paper",
        y=1,
        yanchor="bottom",
        xshift=-_NAMES_PX[words.t.language],  # from the left edge, so that a phone has room for it
        yshift=30,
        align="left",
        showarrow=False,
        font={"size": 13},
    )
    return figure.update_layout(height=rows_px + room_px, margin={"t": room_px + 40})


def _number(section: str, place: int, words: Words) -> str:
    """Return the number a section begins with; where it has none, or in English, its place."""
    found = _NUMBER.match(section)
    if found is None or words.t.language == "en":
        return f"({place})"
    return f"（{found[0][1:-1]}）"


def _cell_text(cell: Row | None, words: Words) -> str:
    if cell is None:
        return ""
    first = cell[Counted.FIRST_NAMED]
    key = "chart.cell_first" if first else "chart.cell"
    return words.t(key, tasks=cell[Counted.TASKS], first=first)
