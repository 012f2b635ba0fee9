"""Matrices of who carries what: responsible units down, sections of the plan or chains across."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import cells as grid
from analysis.charts import heads, rooms, style, written
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Assignments, Projects, Tasks
from texts.wrap import markup_width_em, width_em

_NUMBER = re.compile("[（(][一二三四五六七八九十]+[)）]")
_UNIT_EM, _SECTION_EM, _KEY_LINE_PX, _ROW_PX = 10, 18, 19, 36
_KEY_EM, _BETWEEN_EM = 23, 1  # as wide as a phone has room for, and between two names
_NUMBER_PX = 12
_NAMES_PX = {"zh": 70, "en": 120}  # of the room that names of units take, what the key may use
_LETTER_PX, _AXIS_PX = 13, 6  # of the names of units
_EM_SPACE, _EN_SPACE = "\u2003", "\u2002"  # as wide as the letters, and as half of them


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: what a click on it hands over, its number, and what it is called in full."""

    key: str
    number: str
    name: str


def by_unit_and_section(
    table: pd.DataFrame, units: list[str], sections: list[str], words: Words
) -> go.Figure:
    """Draw the unit × section matrix: tasks in a cell, and how many of them first-named.

    The columns carry the sections' numbers; what they are called stands above, in full.
    """
    columns = [
        _Column(section, _number(section, place, words), _NUMBER.sub("", section, count=1))
        for place, section in enumerate(sections, 1)
    ]
    counts = {
        (row[Assignments.RESPONSIBLE_UNIT], row[Tasks.SECTION]): (
            row[Counted.TASKS],
            _cell_text(row, words),
        )
        for row in rows_of(table)
    }
    return _matrix(counts, units, columns, words)


def by_unit_and_chain(
    table: pd.DataFrame, units: list[str], chains: Sequence[str], words: Words
) -> go.Figure:
    """Draw the unit × chain matrix of projects; the unassigned chain is "" and has a column.

    The columns carry the chains' numbers; what they are called stands above, in full.
    """
    columns = [
        _Column(chain, words.chain_mark(chain), words.in_full(chain or words.t("chart.unassigned")))
        for chain in chains
    ]
    counts = {
        (row[Assignments.RESPONSIBLE_UNIT], row[Projects.CHAIN]): (
            row[Counted.PROJECTS],
            words.t("chart.cell", tasks=row[Counted.PROJECTS]),
        )
        for row in rows_of(table)
    }
    return _matrix(counts, units, columns, words)


def _matrix(
    counts: dict[tuple[str, str], tuple[int, str]],
    units: list[str],
    columns: list[_Column],
    words: Words,
) -> go.Figure:
    cells = [[counts.get((unit, column.key)) for column in columns] for unit in units]
    numbers = [column.number for column in columns]
    figure = go.Figure(
        go.Heatmap(
            z=[[cell and cell[0] for cell in line] for line in cells],
            x=numbers,
            y=units,
            text=[[cell[1] if cell else "" for cell in line] for line in cells],
            texttemplate="%{text}",
            meta={heads.HEADS: [[one.number, one.name] for one in columns]},
            textfont={"size": written.CELL_PX},
            colorscale=written.shades(style.ACCENT),
            zmin=0,
            showscale=False,
            xgap=3,
            ygap=3,
            hovertext=[
                [
                    f"{words.unit(unit)}<br>{number}<br>{cell[1] if cell else 0}"
                    for number, cell in zip(numbers, line, strict=True)
                ]
                for unit, line in zip(units, cells, strict=True)
            ],
        )
    )
    grid.pickable(figure, numbers, units, [[[unit, one.key] for one in columns] for unit in units])
    figure.update_xaxes(side="top", showgrid=False, showline=False, tickangle=0)
    figure.update_xaxes(tickfont={"size": _NUMBER_PX})
    names = [written.unit_in_lines(words, unit, _UNIT_EM) for unit in units]
    figure.update_yaxes(showgrid=False, showline=False, tickfont={"size": 13})
    figure.update_yaxes(type="category", tickvals=units, ticktext=names)
    row_px = written.row_px(names, _ROW_PX)
    names_px = min(_widest_em(names) * _LETTER_PX + _AXIS_PX, _NAMES_PX[words.t.language])
    rows_px = rooms.rows_height(len(units), row_px=row_px)
    return _in_full(figure, columns, words, rows_px=rows_px, names_px=round(names_px))


def _in_full(
    figure: go.Figure, columns: list[_Column], words: Words, *, rows_px: int, names_px: int
) -> go.Figure:
    """Write what each column is called above the matrix, as many on a line as have room.

    It begins where the names of units do, ``names_px`` left of the cells, so that a phone has room
    for it and nothing of it is cut.
    """
    text = "<br>".join(_lines_of_key(columns, words))
    room_px = (text.count("<br>") + 1) * _KEY_LINE_PX
    figure.add_annotation(
        name=heads.KEY,
        text=text,
        xref="paper",
        x=0,
        xanchor="left",
        yref="paper",
        y=1,
        yanchor="bottom",
        xshift=-names_px,
        yshift=30,
        align="left",
        showarrow=False,
        font={"size": 13},
    )
    return figure.update_layout(height=rows_px + room_px, margin={"t": room_px + 40})


def _lines_of_key(columns: list[_Column], words: Words) -> list[str]:
    """Write numbers and names one behind the other; a name that has no room begins a line."""
    lines: list[str] = []
    room_em = 0.0
    for column in columns:
        entry = _key_line(column, words)
        wide_em = markup_width_em(entry)
        if wide_em + _BETWEEN_EM <= room_em and "<br>" not in entry:
            lines[-1] += _EM_SPACE * _BETWEEN_EM + entry
            room_em -= wide_em + _BETWEEN_EM
        else:
            lines.append(entry)
            room_em = 0 if "<br>" in entry else _KEY_EM - wide_em
    return lines


def _key_line(column: _Column, words: Words) -> str:
    """Write a column's number and name; a second line begins below the name, not the number."""
    ems, half = divmod(round(2 * width_em(column.number)), 2)
    hung = _EM_SPACE * ems + _EN_SPACE * half
    name = words.label(column.name, _SECTION_EM).replace("<br>", f"<br>{hung} ")
    return f"<b>{column.number}</b> {name}"


def _widest_em(names: list[str]) -> float:
    return max((width_em(line) for name in names for line in name.split("<br>")), default=0)


def _number(section: str, place: int, words: Words) -> str:
    """Return the number a section begins with; where it has none, or in English, its place."""
    found = _NUMBER.match(section)
    if found is None or words.t.language == "en":
        return f"({place})"
    return f"（{found[0][1:-1]}）"


def _cell_text(row: Row, words: Words) -> str:
    first = row[Counted.FIRST_NAMED]
    key = "chart.cell_first" if first else "chart.cell"
    return words.t(key, tasks=row[Counted.TASKS], first=first)
