"""How far tasks come in their year: what is reported as a bar, what is estimated in a tint."""

from typing import Any, cast

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import bars, forecast_words, legend, rooms, style, written, year_end_words
from analysis.charts.months import YIELDS
from analysis.charts.rows import Row, rows_of
from analysis.charts.spoken import SAID
from analysis.charts.words import Words
from analysis.charts.year_end_words import Outlook
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.periods import Period

_FULL = 100
_BEHIND = "\u2002"  # between the end of the year and the words
_LABEL_PX = 13
_AXIS_PX = 14  # so that one row alone is as high as its name needs
_TICKS = {0: "0", 25: f"25{YIELDS}", 50: "50", 75: f"75{YIELDS}", _FULL: f"{_FULL}"}
_TINTS: dict[Outlook, dict[str, Any]] = {
    Outlook.MISSED: {
        "color": style.OWED,
        "pattern": style.HATCHED["pattern"],
        "line": {"color": style.OWED, "width": 1},
    },
    Outlook.REACHED: {
        "color": written.see_through(style.ACCENT, 0.28),
        "line": {"color": style.ACCENT, "width": 0.5},
    },
}
_END = {
    "symbol": "line-ns-open",
    "size": 12,
    "color": style.RANGE_ENDS,
    "line": {"color": style.RANGE_ENDS, "width": 2},
}
_EDGE = {  # below the ends of a range, so that they are seen on a bar of any colour
    "symbol": "line-ns-open",
    "size": 14,
    "color": style.TARGET_EDGE_INK,
    "line": {"color": style.TARGET_EDGE_INK, "width": 4},
}


def by_december(table: pd.DataFrame, period: Period, words: Words) -> go.Figure:
    """Draw how far each task is, and how far its own pace takes it by December, never as a fact.

    A row is as long as the whole task. The solid bar ends at the last reported percent, the tint
    where the own pace ends; the two ends of the range have a mark each. What would be done within
    the year, what would not, what is done and what has too few reports differ in look, sign and
    words. The table has its rows in the order they are drawn in.
    """
    rows = rows_of(table)
    places = [row[Reports.ITEM_ID] for row in rows]
    figure = go.Figure()
    _whole(figure, rows, period, words)
    _reported(figure, rows, words)
    for outlook in _TINTS:
        _estimated(figure, [row for row in rows if year_end_words.outlook(row) is outlook], words)
    _ranges(figure, rows, words)
    said = [_BEHIND + year_end_words.beside(row, words) for row in rows]
    short = [_BEHIND + year_end_words.beside(row, words, short=True) for row in rows]
    look = {"textfont": {"size": _LABEL_PX}, "meta": {style.BESIDE: [said, short]}}
    written.behind(figure, [_FULL] * len(rows), places, said, places, **look)
    end_px = bars.room([_FULL] * len(rows), said)
    measure = words.t("chart.axis_percent")
    rooms.horizontal(figure, rows=len(rows), unit_of_measure=measure, end_px=end_px)
    figure.update_yaxes(categoryorder="array", categoryarray=places)
    names = [
        words.above(row[Reports.ITEM_NAME], forecast_words.overdue(row, period, words))
        for row in rows
    ]
    rooms.names_above(figure, places, names)
    aloud = [year_end_words.aloud(row, words) for row in rows]
    said_aloud = {SAID: words.t("figure.alt_joiner").join(aloud)}
    high_px = cast("int", figure.layout.height) + _AXIS_PX
    figure.update_layout(barmode="overlay", meta=said_aloud, height=high_px)
    return figure.update_xaxes(
        range=[0, _FULL], tickvals=list(_TICKS), ticktext=list(_TICKS.values())
    )


def _whole(figure: go.Figure, rows: list[Row], period: Period, words: Words) -> None:
    """Draw the whole of each task; pointing anywhere in a row says all there is to say of it."""
    places = [row[Reports.ITEM_ID] for row in rows]
    figure.add_bar(
        x=[_FULL] * len(rows),
        y=places,
        orientation="h",
        showlegend=False,
        marker={"color": style.TRACK},
        customdata=places,
        hovertext=[year_end_words.sentence(row, period, words) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _reported(figure: go.Figure, rows: list[Row], words: Words) -> None:
    _bars(
        figure,
        [row for row in rows if row[Counted.PERCENT_DONE] is not None],
        (None, Counted.PERCENT_DONE),
        name=words.t("forecast.reported"),
        marker={"color": style.ACCENT},
    )


def _estimated(figure: go.Figure, rows: list[Row], words: Words) -> None:
    """Carry the bars of one outlook on to where the own pace ends; a falling one has no more."""
    if rows:
        outlook = year_end_words.outlook(rows[0])
        _bars(
            figure,
            rows,
            (Counted.PERCENT_DONE, Counted.YEAR_END),
            name=year_end_words.named(outlook, words),
            marker=_TINTS[outlook],
        )


def _bars(figure: go.Figure, rows: list[Row], ends: tuple[str | None, str], **look: object) -> None:
    begins = [row[ends[0]] if ends[0] else 0 for row in rows]
    lengths = [
        max(row[ends[1]] - begin, 0) or None for row, begin in zip(rows, begins, strict=True)
    ]  # nothing is drawn where a pace falls or stands still
    places = [row[Reports.ITEM_ID] for row in rows]
    figure.add_bar(
        x=lengths,
        base=begins,
        y=places,
        orientation="h",
        customdata=places,
        hoverinfo="skip",
        **look,
    )


def _ranges(figure: go.Figure, rows: list[Row], words: Words) -> None:
    """Mark where the slow and where the fast pace end, joined by a line, short of the whole."""
    short = [
        row
        for row in rows
        if year_end_words.outlook(row) in _TINTS and row[Counted.YEAR_END_LOW] < _FULL
    ]
    places: list[str | None] = []
    percents: list[float | None] = []
    for row in short:
        places += [row[Reports.ITEM_ID], row[Reports.ITEM_ID], None]
        percents += [row[Counted.YEAR_END_LOW], row[Counted.YEAR_END_HIGH], None]
    for look in (_EDGE, _END) if short else ():
        figure.add_scatter(
            x=percents,
            y=places,
            mode="lines+markers",
            showlegend=False,
            line=look["line"],
            marker=look,
            customdata=places,
            hoverinfo="skip",
            cliponaxis=False,
        )
    if short:
        legend.mark(figure, words.t("forecast.year_end_range"), _END)
