"""What each unit carries beside the share of its reports that never came."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import bars, rooms, style, written
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent
from analysis.metrics.columns import Counted
from domain.columns import Reports
from texts.wrap import unbroken

_LOAD_END, _MISSING_START = 0.34, 0.42
_END_PX, _ROOM = 132, 1.18  # for the figures behind the bars
_LEAST_RANGE = 10  # percent: one report of few is no long bar
_OVER_PX = 19  # a name's distance from the middle of its bar: clear of the mark of all units
_ROW_PX, _ABOVE_PX = 60, 12  # the first name rises above its row
_SPARE_PX = 42  # below the bars, where no axis needs room: the bar of a single row would grow
_MISSING = {"color": style.OWED, "pattern": style.HATCH_OVER}
_OVERALL = {
    "symbol": "line-ns-open",
    "size": 24,
    "color": style.NEUTRAL,
    "line": {"color": style.NEUTRAL, "width": 2},
}
_OVERALL_EDGE = _OVERALL | {"color": style.EDGE, "line": {"color": style.EDGE, "width": 6}}


def load_and_missing(
    table: pd.DataFrame, words: Words, *, carried: str, overall: tuple[int, int]
) -> go.Figure:
    """Draw the items each unit carries beside the share of reports missing about them.

    The rows come in the table's order, the largest share first; ``carried`` names what is counted
    on both sides: ``chart.axis_<carried>``. What came is nearly the same for all units and would be
    bars of one length; what is missing tells them apart. Two bars in one row instead of points in a
    plane: units of equal load and share would lie on top of each other there. The mark in each row
    is the share of all units of the plan together, also where only some are chosen: ``overall`` is
    how many of their reports are missing and how many were expected.
    """
    rows = rows_of(table)
    units = [row[Reports.RESPONSIBLE_UNIT] for row in rows]
    labels = [unbroken(words.unit(unit)) for unit in units]
    items = [row[Counted.ITEMS] for row in rows]
    shares = [row[Counted.MISSING_PERCENT] or 0 for row in rows]
    said = [_said(row, words) for row in rows]
    figure = go.Figure()
    figure.add_bar(
        x=items,
        y=units,
        orientation="h",
        name=words.t(f"chart.axis_{carried}"),
        marker={"color": style.ACCENT_SOFT},
        customdata=units,
        hovertext=labels,
        hovertemplate="%{hovertext}<br>%{fullData.name} %{x}<extra></extra>",
    )
    figure.add_bar(
        x=shares,
        y=units,
        xaxis="x2",
        orientation="h",
        name=words.t("chart.missing_rate"),
        marker=_MISSING,
        customdata=units,
        hovertext=[
            words.t("chart.missing_hover", unit=unit, rate=percent(row[Counted.REPORTING_PERCENT]))
            if row[Counted.EXPECTED]
            else unit
            for unit, row in zip(labels, rows, strict=True)
        ],
        text=said,
        textposition="none",
        hovertemplate="%{hovertext}<br>%{fullData.name} %{text}<extra></extra>",
    )
    written.behind(figure, items, units, [f" {number}" for number in items], units)
    # At the end of all bars, where the mark of all units strikes through none of them.
    missing, expected = overall
    share = missing * 100 / expected if expected else 0
    most = max([*shares, share, _LEAST_RANGE])
    said = [f" {text}" for text in said]
    written.behind(figure, [most] * len(rows), units, said, units, xaxis="x2")
    rooms.horizontal(figure, rows=len(rows), unit_of_measure="", end_px=_END_PX)
    figure.update_layout(
        barmode="overlay",
        xaxis={"domain": [0, _LOAD_END], "range": [0, max([*items, 1]) * _ROOM]},
        xaxis2={"domain": [_MISSING_START, 1], "range": [0, most], "anchor": "y"},
    )
    figure.update_xaxes(showgrid=False, showticklabels=False)
    if expected:
        about = {"rate": percent(share), "missing": missing, "expected": expected}
        _overall(figure, units, share, words.t("chart.overall_missing", **about))
    rooms.names_above(figure, units, labels)  # two bars need the width of a phone
    bars.lower(figure, _SPARE_PX - _ABOVE_PX)
    figure.update_yaxes(range=[len(rows) - 0.5, -0.5 - _ABOVE_PX / _ROW_PX])
    return figure.update_annotations(yshift=_OVER_PX)


def _overall(figure: go.Figure, units: list[str], share: float, name: str) -> None:
    """Mark the share of all units together in every row, with an edge that parts it from bars."""
    for look, said in ((_OVERALL_EDGE, None), (_OVERALL, name)):
        figure.add_scatter(
            x=[share] * len(units),
            y=units,
            xaxis="x2",
            mode="markers",  # a line from row to row would strike the names through
            marker=look,
            name=said,
            showlegend=said is not None,
            hoverinfo="skip",
        )


def _said(row: Row, words: Words) -> str:
    if not row[Counted.EXPECTED]:
        return words.t("chart.nothing_expected")
    return words.t(
        "chart.missing_of",
        rate=percent(row[Counted.MISSING_PERCENT]),
        missing=row[Counted.MISSING],
        expected=row[Counted.EXPECTED],
    )
