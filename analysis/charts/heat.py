"""The months of many items at once: a cell per item and month."""

from collections.abc import Callable
from typing import TypeAlias

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import cells as grid
from analysis.charts import differing, legend, overdue, rooms, style, written
from analysis.charts.months import in_full, month_axis, part_years
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent, whole_percent
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.rules import Light
from texts.wrap import markup_width_em

MOST_MONTHS_SPELLED = 14  # in narrower cells the figure makes room for the shape alone
_LIGHTS = tuple(Light)
MOST_MONTHS_EXACT = 6  # in more months the figures are whole percent
_ROW_PX, _NAME_EM = 38, 9
_DIGITS = 2  # of a percent that a phone's cell has room for


Aside: TypeAlias = Callable[[Row | None], str]


def _nothing(_row: Row | None) -> str:
    return ""


def heatmap(
    table: pd.DataFrame, periods: list[str], words: Words, asides: Aside = _nothing
) -> go.Figure:
    """Draw item × period: the percent done in the colour and shape of its light.

    One row per item in the table's order; ``asides`` says more of a row beside a cell.
    """
    rows = rows_of(table)
    names = {row[Reports.ITEM_ID]: row[Reports.ITEM_NAME] for row in rows}
    found = {(row[Reports.ITEM_ID], row[Reports.PERIOD]): row for row in rows}
    cells = [[found.get((item, period)) for period in periods] for item in names]
    spelled = len(periods) <= MOST_MONTHS_SPELLED
    labels = [in_full(period, words) for period in periods]
    figure = go.Figure(
        go.Heatmap(
            z=[[_LIGHTS.index(_light(cell)) for cell in line] for line in cells],
            x=periods,
            y=list(names),
            text=[[_cell(cell, len(periods), words) for cell in line] for line in cells],
            texttemplate="%{text}",
            meta={
                style.NARROW: [
                    [
                        [_cell(cell, len(periods), words, between=" ") for cell in line]
                        for line in cells
                    ],
                    [[_shape(cell) for cell in line] for line in cells],
                ],
                style.DENSE: True,
                style.BARE: words.t("figure.heatmap_lights_measure"),
            },
            textfont={"size": written.CELL_PX},
            hovertext=[
                [
                    _hover(cell, names[item], month, words, asides(cell))
                    for cell, month in zip(line, labels, strict=True)
                ]
                for item, line in zip(names, cells, strict=True)
            ],
            colorscale=_steps(),
            zmin=-0.5,
            zmax=len(_LIGHTS) - 0.5,
            showscale=False,
            xgap=3 if spelled else 1,
            ygap=3,
        )
    )
    grid.pickable(figure, periods, list(names), [[item for _ in periods] for item in names])
    keys = _keys(cells)
    _key(figure, keys, words)
    # On a phone each has a line of its own, or is said in words above months that scroll.
    keys_px = rooms.KEY_PX * (len(keys) - 1) if len(periods) <= MOST_MONTHS_EXACT else 0
    late = {row[Reports.ITEM_ID]: overdue.mark(row, words) for row in rows}
    apart = {item: differing.mark(found.get((item, periods[-1])), words) for item in names}
    labels_down = [_label(name, late[item], apart[item]) for item, name in names.items()]
    row_px = written.row_px(labels_down, _ROW_PX)
    height = rooms.rows_height(len(names), row_px=row_px) + keys_px
    figure.update_layout(height=height, showlegend=True)
    part_years(month_axis(figure, periods, words), periods)
    return figure.update_yaxes(
        showgrid=False,
        showline=False,
        type="category",
        tickvals=list(names),
        ticktext=labels_down,
        tickfont={"size": 13},
    )


def _label(name: str, *marks: str) -> str:
    """Write the name, and behind it that the item is overdue and its reports differ: no light does.

    A mark its last line has no room for has one of its own.
    """
    lines = written.name_in_lines(name, _NAME_EM).split("<br>")
    for mark in filter(None, marks):
        spelled = f'<span style="color:{style.OWED}">{mark}</span>'
        if markup_width_em(f"{lines[-1]} {mark}") <= _NAME_EM:
            lines[-1] = f"{lines[-1]} {spelled}"
        else:
            lines.append(spelled)
    return "<br>".join(lines)


def _keys(cells: list[list[Row | None]]) -> list[Light]:
    """Return the lights to explain: most plans state no start, and nothing is not due in them."""
    found = {_light(cell) for line in cells for cell in line}
    return [light for light in _LIGHTS if light is not Light.NOT_DUE or light in found]


def _key(figure: go.Figure, lights: list[Light], words: Words) -> None:
    for light in lights:
        legend.light(figure, light, words.t(f"light.{light}"))


def _light(cell: Row | None) -> Light:
    return Light.UNREPORTED if cell is None else Light(cell[Counted.LIGHT])


def _cell(cell: Row | None, months: int, words: Words, *, between: str = "<br>") -> str:
    """Write the shape of the light and the percent: whole in many months, none in very many.

    In many months the percent stands below the shape, so that twelve fit a phone, or ``between``
    them stands what a wide and low cell needs; of what is done the shape says it all. A mean of
    reports that disagree has a sign behind it.
    """
    shape = _shape(cell)
    spelled = months <= MOST_MONTHS_SPELLED
    if not spelled or cell is None or cell[Counted.JUDGED_PERCENT] is None:
        return shape
    judged, apart = cell[Counted.JUDGED_PERCENT], differing.sign(cell, words)
    if months > MOST_MONTHS_EXACT:
        whole = whole_percent(judged)
        return (
            shape if _is_done(cell) and len(whole) > _DIGITS else f"{shape}{between}{whole}{apart}"
        )
    return f"{shape} {percent(judged).removesuffix('%')}{apart}"


def _is_done(cell: Row) -> bool:
    return _light(cell) is Light.DONE


def _shape(cell: Row | None) -> str:
    light = _light(cell)
    shape = style.LIGHT_SHAPES[light]
    if light is Light.UNREPORTED:  # its grey is lost on dark paper; the ink of the paper is not
        return shape
    return f'<span style="color:{style.LIGHT_COLOURS[light]}">{shape}</span>'


def _hover(cell: Row | None, name: str, month: str, words: Words, aside: str) -> str:
    said = words.light(_light(cell))
    if cell is not None and cell[Counted.JUDGED_PERCENT] is not None:
        said = f"{said} {percent(cell[Counted.JUDGED_PERCENT])}"
    apart = differing.said(cell, words)
    return "<br>".join(filter(None, (words.label(name, 24), f"{month} {said}", apart, aside)))


def _steps() -> list[tuple[float, str]]:
    share = 1 / len(_LIGHTS)
    return [
        (edge, written.tint(light))
        for place, light in enumerate(_LIGHTS)
        for edge in (place * share, (place + 1) * share)
    ]
