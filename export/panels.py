"""Small multiples on paper: as many panels beside each other as their names have room for."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from export.labels import LATIN_WORD
from export.parts import layout, traces, x_axes, y_axes
from export.theme import Type
from texts.wrap import markup_wrapped, unbroken, width_em, wrapped

_TAG = re.compile(r"<[^>]*>")
HEAD = "panel"  # the name of a note that heads a panel: its last line is the value
_BETWEEN = "\u2002"  # parts a value from the month it is of and from what else is said of it
_LINE, _GAP_PX = 1.3, 12
_ABOVE_PX = 11  # from the axis of a panel to the name of the one below it
_NARROWEST_PX, _LOWEST_PX = 84, 24
_TIGHT_PX = 19  # high enough to be read where that shows every panel
_LEAST_PX = 14  # still shows which way a line goes, where else a panel would be missing
_BESIDE_EM = 2.6  # numbers beside the first column
_MOST_ACROSS = 5
_SPARE_EM = 4  # a lower panel names only the ends of its axis, in letters


@dataclass(frozen=True, slots=True)
class _Grid:
    """``rows`` of heads, already broken into lines; ``high_px`` is what is left for a panel."""

    rows: list[list[str]]
    high_px: float

    @property
    def panels(self) -> int:
        return sum(map(len, self.rows))


def arrange(figure: go.Figure, width_px: float, height_px: float, letters: Type) -> int:
    """Lay the panels out anew; return how many of the last ones have no room.

    ``width_px`` and ``height_px`` are the room for the panels and their heads.
    """
    heads = [note for note in layout(figure).annotations if note.name == HEAD]
    if not heads:
        return 0
    texts = [note.text for note in heads]
    wide_px = width_px - _BESIDE_EM * letters.small
    grid = _grid(texts, wide_px, height_px, letters)
    _keep(figure, grid.panels)
    _place(figure, grid, wide_px, height_px, letters)
    return len(heads) - grid.panels


def _grid(texts: list[str], wide_px: float, high_px: float, letters: Type) -> _Grid:
    """Return all panels, or as many rows of them as are high enough to be read.

    Where not all have room, the value stands behind the name rather than below it.
    """
    across = max(1, min(_MOST_ACROSS, len(texts), int(wide_px / (_NARROWEST_PX + _GAP_PX))))

    def tried(head: Callable[[str, float], str], lowest_px: float, beside: int) -> _Grid:
        em = (wide_px / beside - _GAP_PX) / letters.small
        heads = [head(text, em) for text in texts]
        return _with_room(heads, beside, high_px, lowest_px, letters)

    grids = [tried(_head, _LOWEST_PX, across), tried(_short_head, _TIGHT_PX, across)]
    if not any(LATIN_WORD.search(_name(text)) for text in texts):  # longer words would be cut
        spelled = any(LATIN_WORD.search(_TAG.sub("", text)) for text in texts)  # beside a value
        more = range(across + 1, min(across + 1 if spelled else _MOST_ACROSS, _MOST_ACROSS) + 1)
        grids += [tried(_short_head, _TIGHT_PX, beside) for beside in more]
        low = [tried(_short_head, _LEAST_PX, beside) for beside in more]
        grids += [grid for grid in low if grid.panels == len(texts)]
    return max(grids, key=lambda grid: grid.panels)  # of equal ones the widest panels


def _with_room(
    heads: list[str], across: int, high_px: float, lowest_px: float, letters: Type
) -> _Grid:
    rows = [heads[at : at + across] for at in range(0, len(heads), across)]
    while True:
        left_px = high_px - sum(_head_px(row, letters, first=row is rows[0]) for row in rows)
        grid = _Grid(rows, left_px / len(rows))
        if grid.high_px >= lowest_px or len(rows) == 1:
            return grid
        rows = rows[:-1]


def _place(figure: go.Figure, grid: _Grid, wide_px: float, high_px: float, letters: Type) -> None:
    across = len(grid.rows[0])
    slot, gap = 1 / across, _GAP_PX / wide_px
    down = 1.0
    panels = iter(zip(x_axes(figure), y_axes(figure), strict=True))
    notes = (note for note in layout(figure).annotations if note.name == HEAD)
    last = len(grid.rows) - 1
    for number, row in enumerate(grid.rows):
        top = down - _head_px(row, letters, first=not number) / high_px
        down = max(top - grid.high_px / high_px, 0.0)
        for column, head in enumerate(row):
            x_axis, y_axis = next(panels)
            next(notes).text = head
            end = min((column + 1) * slot - (gap if column + 1 < across else 0), 1)
            x_axis.update(domain=[column * slot, end], showticklabels=number == last and not column)
            y_axis.update(domain=[down, top], showticklabels=not column)
            if grid.high_px < _SPARE_EM * letters.small:
                y_axis.update(tickvals=y_axis.tickvals[:: len(y_axis.tickvals) - 1])


def _keep(figure: go.Figure, panels: int) -> None:
    """Take out all panels but the first ones."""
    if panels == len(x_axes(figure)):
        return
    axes = {axis.plotly_name.replace("axis", "") for axis in x_axes(figure)[:panels]}
    shown = [trace for trace in traces(figure) if (trace.xaxis or "x") in axes]
    notes: list[Any] = []
    heads = 0
    for note in layout(figure).annotations:
        heads += note.name == HEAD
        if note.name != HEAD or heads <= panels:
            notes.append(note)
    dropped = [axis.plotly_name for axis in (*x_axes(figure), *y_axes(figure))]
    kept = {f"{side}{name[1:]}" for name in axes for side in ("xaxis", "yaxis")}
    figure.data = []
    figure.add_traces(shown)
    layout(figure).update(annotations=notes, overwrite=True)
    for name in dropped:
        if name not in kept:
            layout(figure)[name] = None


def _name(text: str) -> str:
    return text.rpartition("<br>")[0].replace("<br>", " ")


def _head(text: str, em: float) -> str:
    """Break the name above a panel anew; shape and value begin a line of their own."""
    name, _, value = text.rpartition("<br>")
    return f"{markup_wrapped(unbroken(name), em)}<br>{_value(value, em)}"


def _short_head(text: str, em: float) -> str:
    """Break the name into full lines; shape and value stand behind it if they have room."""
    name, _, value = text.rpartition("<br>")
    *lines, last = wrapped(html.unescape(unbroken(name)), em)
    has_room = width_em(f"{last} {_TAG.sub('', value)}") <= em
    lines = [html.escape(line, quote=False) for line in (*lines, last)]
    return "<br>".join(lines) + (" " if has_room else "<br>") + _value(value, em)


def _value(value: str, em: float) -> str:
    """Write a value with what is said of it on as many lines as a narrow panel needs.

    >>> _value("▲ <b>73.3%</b>\u2002◆逾期", 9), _value("▲ <b>73.3%</b>\u2002◆逾期", 5)
    ('▲ <b>73.3%</b>\u2002◆逾期', '▲ <b>73.3%</b><br>◆逾期')
    """
    line, *rest = value.split(_BETWEEN)
    for part in rest:
        last = line.rpartition("<br>")[2]
        has_room = width_em(_TAG.sub("", f"{last}{_BETWEEN}{part}")) <= em
        line += (_BETWEEN if has_room else "<br>") + part
    return line


def _head_px(row: list[str], letters: Type, *, first: bool) -> float:
    """Return how high the heads of a row are; above the first one there is no panel's axis."""
    lines = max(head.count("<br>") + 1 for head in row)
    return lines * letters.small * _LINE + (0 if first else _ABOVE_PX)
