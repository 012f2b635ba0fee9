"""The S-curve: cumulative plan and delivery of a year, and how many projects reported."""

from math import floor, log10
from typing import Any, cast

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import legend, reported, rooms, style
from analysis.charts.money import MoneyAxis, money_axis
from analysis.charts.months import in_full, month_axis
from analysis.charts.rows import Row, rows_of
from analysis.charts.spoken import LEAD, plain_line
from analysis.charts.words import Words, percent
from analysis.metrics.columns import Counted
from domain.columns import Reports
from texts.wrap import markup_wrapped

_PLAN, _DONE = Counted.PLANNED_YUAN.value, Reports.DONE_YTD_YUAN.value
_REPORTED, _ALL = Counted.REPORTED_PROJECTS.value, Counted.YEAR_PLANS.value
_SAME = Counted.PLANNED_REPORTED_YUAN.value
_CURVE, _COUNT = [0.32, 1.0], [0.0, 0.16]  # shares of the height, the months between them
_ON_PAPER = {  # the months below both: a picture is seen whole, and is lower
    "xaxis": {"anchor": "y2"},
    "yaxis": {"domain": [0.3, 1.0]},
    "yaxis2": {"domain": [0.0, 0.17]},
}
_ROOM_OF_A_LINE = 0.07  # of the highest amount, for each line of the note
_NOTE_LINE_PX, _BELOW_NOTE_PX, _CURVE_ON_A_PHONE_PX = 18.5, 6, 312  # below a key of three lines
_NOTE_EM = 17  # as many letters as a phone has room for beside the axis
_HEIGHT = 550
JOINED_PERCENT = 80  # of the money planned is reported in a month that is part of the line
_FEWEST_TICKS = 3  # beside zero


def of_year(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw the plan's line, the delivery's line, and below them who reported in each month.

    Months whose reporting projects stand for ``JOINED_PERCENT`` of the money planned are one line,
    beside the line of what the plan asks of these projects; a mark is hollow where some are silent.
    Any other month is a hollow mark alone, with a dash of what the plan asks of those that did
    report: a line through it would fall and rise with who reports.
    """
    rows = rows_of(table)
    axis = money_axis((row[_PLAN] for row in rows), words)
    figure = go.Figure()
    _plan(figure, rows, axis)
    _joined(figure, rows, axis)
    _alone(figure, rows, axis)
    reported.add(figure, rows, words)
    _note(figure, rows, axis)
    _leave_room(figure, rows, axis)
    return _laid_out(figure, rows, axis)


def _plan(figure: go.Figure, rows: list[Row], axis: MoneyAxis) -> None:
    name = axis.words.t("chart.curve_plan")
    figure.add_scatter(
        x=_months(rows),
        y=[axis.place(row[_PLAN]) for row in rows],
        mode="lines",
        name=name,
        line={"color": style.NEUTRAL, "dash": _dash_of_plan(rows), "width": 2},
        hovertext=[f"{name} {axis.amount(row[_PLAN])}" for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _dash_of_plan(rows: list[Row]) -> str:
    """Draw the whole plan finer where the plan of those that reported is the one to look at."""
    return "dot" if any(_is_joined(row) and not _is_complete(row) for row in rows) else "dash"


def _joined(figure: go.Figure, rows: list[Row], axis: MoneyAxis) -> None:
    shown = [row for row in rows if _is_joined(row)]
    if not shown:
        return
    whole = all(map(_is_complete, shown))
    key = "chart.curve_done" if whole else "chart.curve_done_reported"
    name, look = axis.words.t(key), {"color": style.ACCENT, "width": 4}
    symbols = ["circle" if _is_complete(row) else "circle-open" for row in rows]
    figure.add_scatter(
        x=_months(rows),
        y=[axis.place(row[_DONE]) if _is_joined(row) else None for row in rows],
        mode="lines+markers",
        name=name,
        showlegend=False,
        legendgroup=name,
        line=look,
        marker={"size": 10, "color": style.ACCENT, "symbol": symbols, "line": {"width": 2.5}},
        connectgaps=False,
        customdata=_months(rows),
        hovertext=[_hover(row, axis) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    legend.line(figure, name, look)
    if not whole:
        _plan_of_same(figure, rows, axis)


def _plan_of_same(figure: go.Figure, rows: list[Row], axis: MoneyAxis) -> None:
    """Draw what the plan asks of those that reported over the line of what they did."""
    figure.add_scatter(
        x=_months(rows),
        y=[axis.place(row[_SAME]) if _is_joined(row) else None for row in rows],
        mode="lines",
        name=axis.words.t("chart.curve_same_projects"),
        legendgroup=_SAME,
        line={"color": style.OWED, "dash": "dash", "width": 2},
        connectgaps=False,
        hoverinfo="skip",
    )


def _alone(figure: go.Figure, rows: list[Row], axis: MoneyAxis) -> None:
    silent = [row for row in rows if row[_DONE] is not None and not _is_joined(row)]
    if not silent:
        return
    hollow = {"size": 10, "symbol": "circle-open", "line": {"width": 2.5, "color": style.ACCENT}}
    figure.add_scatter(
        x=_months(silent),
        y=[axis.place(row[_DONE]) for row in silent],
        mode="markers",
        name=axis.words.t("chart.curve_incomplete", percent=JOINED_PERCENT),
        marker={**hollow, "color": style.ACCENT},
        customdata=_months(silent),
        hovertext=[_hover(row, axis) for row in silent],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    figure.add_scatter(
        x=_months(silent),
        y=[axis.place(row[_SAME]) for row in silent],
        mode="markers",
        name=axis.words.t("chart.curve_same_projects"),
        legendgroup=_SAME,
        showlegend=not any(
            one.legendgroup == _SAME for one in cast("tuple[Any, ...]", figure.data)
        ),
        marker={
            "symbol": "line-ew-open",
            "size": 14,
            "color": style.OWED,
            "line": {"width": 3, "color": style.OWED},
        },
        hoverinfo="skip",
    )


def _note(figure: go.Figure, rows: list[Row], axis: MoneyAxis) -> None:
    """Say in the empty corner of the curve what the last reported month amounts to."""
    last = next((row for row in reversed(rows) if row[_DONE] is not None), None)
    said = axis.words.t("figure.nothing_reported") if last is None else _hover(last, axis)
    aloud = axis.words.t("figure.alt_comma").join(map(plain_line, said.split("<br>")))
    figure.update_layout(meta={LEAD: aloud, style.ON_PAPER: _ON_PAPER})
    text = "<br>".join(markup_wrapped(line, _NOTE_EM) for line in said.split("<br>"))
    figure.add_annotation(
        name=style.CORNER,
        text=text,
        xref="paper",
        x=0.01,
        xanchor="left",
        yref="paper",
        y=_CURVE[1],
        yanchor="top",
        showarrow=False,
        align="left",
    )


def _leave_room(figure: go.Figure, rows: list[Row], axis: MoneyAxis) -> None:
    """End the axis so high above the plan that on a phone no line runs through the note."""
    notes = cast("tuple[Any, ...]", figure["layout"]["annotations"])
    lines = max((note.text.count("<br>") + 1 for note in notes), default=0)
    highest = max((row[one] or 0 for row in rows for one in (_PLAN, _DONE)), default=0)
    if highest:
        top = axis.place(highest) or 0
        end = top * (1 + lines * _ROOM_OF_A_LINE)
        note = (lines * _NOTE_LINE_PX + _BELOW_NOTE_PX) / _CURVE_ON_A_PHONE_PX
        ticks = _ticks(min(top, end * (1 - note)))
        figure.update_layout(yaxis={"range": [0, end], "tickvals": ticks})


def _ticks(top: float) -> list[float]:
    """Return ticks up to ``top``: a line above it would strike the note."""
    power = 10.0 ** floor(log10(top / _FEWEST_TICKS))
    step = next(one * power for one in (5, 2, 1) if top >= one * power * _FEWEST_TICKS)
    return [place * step for place in range(int(top / step) + 1)]


def _laid_out(figure: go.Figure, rows: list[Row], axis: MoneyAxis) -> go.Figure:
    words, months = axis.words, _months(rows)
    whole = max((row[_ALL] for row in rows), default=0)
    figure.update_layout(height=_HEIGHT, margin={"t": rooms.top_px(figure)}, barmode="overlay")
    figure.update_layout(yaxis={"domain": _CURVE}, yaxis2={"domain": _COUNT, "anchor": "x"})
    axis.dress(figure, vertical=True)
    figure.update_layout(
        yaxis2={
            "title": {"text": words.t("chart.axis_reported", count=whole)},
            "range": [0, max(whole, 1) * 1.35],
            "tickvals": [0, whole],
            "showgrid": False,
        }
    )
    return month_axis(figure, months, words).update_xaxes(anchor="y")


def _months(rows: list[Row]) -> list[str]:
    return [row[Reports.PERIOD] for row in rows]


def _is_complete(row: Row) -> bool:
    return row[_DONE] is not None and row[_REPORTED] == row[_ALL]


def _is_joined(row: Row) -> bool:
    """Tell whether so much of the money planned is reported that months can be one line."""
    if row[_DONE] is None:
        return False
    return _is_complete(row) or row[_SAME] * 100 >= row[_PLAN] * JOINED_PERCENT


def _hover(row: Row, axis: MoneyAxis) -> str:
    if row[_DONE] is None:
        return ""
    words = axis.words
    ahead = row[_DONE] - row[_SAME]
    key = "chart.curve_ahead" if ahead >= 0 else "chart.curve_behind"
    if not _is_complete(row):  # measured against the dash, not against the line
        key += "_reported"
    return words.t(
        key,
        month=in_full(row[Reports.PERIOD], words),
        done=axis.amount(row[_DONE]),
        plan=axis.after(row[_SAME]),
        gap=axis.after(abs(ahead)),
        reported=reported.denominator(row, words) + _share(row, words),
    )


def _share(row: Row, words: Words) -> str:
    """Say for how much of the money planned those that reported stand, where not all did."""
    if _is_complete(row) or not row[_PLAN]:
        return ""
    return words.t("chart.curve_share", share=percent(row[_SAME] * 100 / row[_PLAN]))
