"""Small multiples: the same little picture for every item, so that the odd one stands out."""

from math import ceil
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import (
    make_subplots,  # pyright: ignore[reportUnknownVariableType] - plotly ships no types
)

from analysis.charts import differing, overdue, style, written
from analysis.charts.months import broken, in_full
from analysis.charts.rows import Row, rows_of
from analysis.charts.trend import schedule_line, schedule_of
from analysis.charts.words import Words, percent
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.rules import Light

PANEL_PX, COLUMNS = 168, 5
_NAME_EM_BESIDE, _HEAD_SHARE, _COMBINED_PX, _HEAD_PX = 10, 0.56, 64, 60
_LINE_OF_PANELS_PX = 200  # months below the panel, name and value above it
_NAME_EM, _NAME_PX, _TICKS_PX, _LINE_PX = 11, 13, 24, 17
_TOP = 118  # a figure above 118 % is drawn at the edge
_HIGH, _TICKS = 100, [0, 50, 100]
_UNSEEN: dict[str, Any] = {  # plotly selects marks alone: a line without them cannot be clicked
    "marker": {"size": 8, "opacity": 0},
    "selected": {"marker": {"opacity": 0}},
    "unselected": {"marker": {"opacity": 0}},
}


def panel(rows: list[Row], periods: list[str], words: Words) -> go.Figure:
    """Draw one item: name, line, dashed 序时进度, last value with the shape of its light."""
    figure = go.Figure()
    for trace in _traces(rows, periods, words):
        figure.add_trace(trace)
    head = _head(rows, periods, words)
    more_px = max(head.count("<br>") - 2, 0) * _LINE_PX  # a name of more than two lines
    margin = {"l": 4, "r": 8, "t": _HEAD_PX + more_px, "b": 4}
    figure.update_layout(height=PANEL_PX + more_px, showlegend=False, margin=margin)
    _dress(figure, periods, words)
    corner = _corner("x domain", "y domain")
    return figure.add_annotation(text=head, xshift=-_TICKS_PX, **corner)


def combined(table: pd.DataFrame, periods: list[str], words: Words) -> go.Figure:
    """Draw all panels in one figure, as a report or a projector needs it.

    The figures stand beside the first panel of each line, the months below every panel.
    """
    of_items = grouped(table)
    columns = min(COLUMNS, max(len(of_items), 1))
    lines = max(ceil(len(of_items) / columns), 1)
    figure = make_subplots(
        lines, columns, horizontal_spacing=0.035, vertical_spacing=_HEAD_SHARE / lines
    )
    for place, rows in enumerate(of_items):
        row, column = divmod(place, columns)
        for trace in _traces(rows, periods, words):
            figure.add_trace(trace.update(showlegend=False), row + 1, column + 1)
        axis = "" if place == 0 else str(place + 1)
        corner = _corner(f"x{axis} domain", f"y{axis} domain")
        head = _head(rows, periods, words, _NAME_EM_BESIDE)
        figure.add_annotation(text=head, name=style.PANEL, **corner)
    _dress(figure, periods, words)
    _say_months_once(figure, periods, words)
    figure.update_yaxes(showticklabels=False).update_yaxes(showticklabels=True, col=1)
    return figure.update_layout(
        height=lines * _LINE_OF_PANELS_PX + _COMBINED_PX,
        showlegend=False,
        margin={"t": _COMBINED_PX},
    )


def grouped(table: pd.DataFrame) -> list[list[Row]]:
    """Return the rows of each item, in the table's order."""
    items: dict[str, list[Row]] = {}
    for row in rows_of(table):
        items.setdefault(row[Reports.ITEM_ID], []).append(row)
    return list(items.values())


def _traces(rows: list[Row], periods: list[str], words: Words) -> list[go.Scatter]:
    known = {row[Reports.PERIOD]: row for row in rows if row[Reports.PERIOD] is not None}
    percents = [known.get(period, {}).get(Counted.JUDGED_PERCENT) for period in periods]
    item, months = rows[0][Reports.ITEM_ID], broken(periods, periods)
    traces = [
        go.Scatter(
            x=months,
            y=broken(schedule_of(periods, words), periods),
            **{**schedule_line(words, periods), "hoverinfo": "skip"},
        ),
        go.Scatter(
            x=months,
            y=broken([None if one is None else min(one, _TOP) for one in percents], periods),
            mode="lines+markers" if len(periods) > 1 else "markers",
            **(_UNSEEN if len(periods) > 1 else {}),
            line={"width": 2.5, "color": style.ACCENT},
            customdata=[item] * len(months),
            hovertext=broken(
                [_hover(month, known.get(month), words) for month in periods],
                periods,
            ),
            hovertemplate="%{hovertext}<extra></extra>",
            connectgaps=False,
        ),
    ]
    return [*traces, _last(periods, percents, known, item)]


def _last(
    periods: list[str], percents: list[float | None], known: dict[str, Row], item: str
) -> go.Scatter:
    """Mark the last report by the shape and colour of its light."""
    last = next((at for at in range(len(periods) - 1, -1, -1) if percents[at] is not None), None)
    period = periods[0 if last is None else last]
    light = Light.UNREPORTED if last is None else Light(known[period][Counted.LIGHT])
    high = 0 if last is None else min(percents[last] or 0, _TOP)
    colour = style.LIGHT_COLOURS[light]
    return go.Scatter(
        x=[period],
        y=[high],
        mode="markers",
        marker={"symbol": style.LIGHT_SYMBOLS[light], "size": 11, "color": colour},
        customdata=[item],
        hoverinfo="skip",
        cliponaxis=False,
    )


def _head(rows: list[Row], periods: list[str], words: Words, em: float = _NAME_EM) -> str:
    """Write the name, and below it the last value beside its light's shape.

    A value of an earlier month than the last says which.
    """
    name = written.name_in_lines(rows[0][Reports.ITEM_NAME], em)
    stated = [row for row in rows if row[Counted.JUDGED_PERCENT] is not None]
    since = stated[-1][Reports.PERIOD] if stated else periods[-1]
    light = Light(stated[-1][Counted.LIGHT]) if stated else Light.UNREPORTED
    if since != periods[-1] and light is not Light.DONE:
        light = Light.UNREPORTED  # an earlier month's value is no judgement of this one
    shape = f'<span style="color:{style.LIGHT_COLOURS[light]}">{style.LIGHT_SHAPES[light]}</span>'
    value = percent(stated[-1][Counted.JUDGED_PERCENT]) if stated else "—"
    month = words.t("chart.year_month_short", year=since[:4], month=int(since[5:7]))
    carried = f"({month})" if since != periods[-1] else ""
    said = [f"{shape} <b>{value}</b>", carried, overdue.mark(rows[0], words)]
    said.append(differing.mark(stated[-1] if stated else None, words))
    return f"{name}<br>{style.BETWEEN.join(filter(None, said))}"


def _hover(period: str, row: Row | None, words: Words) -> str:
    value = None if row is None else row[Counted.JUDGED_PERCENT]
    said = f"{in_full(period, words)} {'—' if value is None else percent(value)}"
    return "<br>".join(filter(None, (said, differing.said(row, words))))


def _dress(figure: go.Figure, periods: list[str], words: Words) -> None:
    ends = list(dict.fromkeys([periods[0], periods[-1]]))
    figure.update_xaxes(
        type="category",
        categoryorder="array",
        categoryarray=periods,
        tickvals=ends,
        ticktext=[words.t("chart.year_month_short", year=p[:4], month=int(p[5:7])) for p in ends],
        tickangle=0,
        tickfont={"size": 11},
        showgrid=False,
        range=[-0.4, len(periods) - 0.6] if len(periods) > 1 else None,
    )
    figure.update_yaxes(
        range=[0, _TOP], tickvals=_TICKS, tickfont={"size": 11}, ticklabelstandoff=2
    )


def _say_months_once(figure: go.Figure, periods: list[str], words: Words) -> None:
    """Write first and last month in the middle, in two lines, for panels of any width."""
    first, last = (
        words.t("chart.year_month_short", year=month[:4], month=int(month[5:7]))
        for month in (periods[0], periods[-1])
    )
    said = first if len(periods) == 1 else f"{first} –<br>{last}"
    figure.update_xaxes(tickvals=[(len(periods) - 1) / 2], ticktext=[said])


def _corner(x_domain: str, y_domain: str) -> dict[str, object]:
    return {
        "xref": x_domain,
        "x": 0,
        "xanchor": "left",
        "yref": y_domain,
        "y": 1,
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "font": {"size": _NAME_PX},
    }
