"""Pictures of who carries what."""

from typing import Any, cast

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import bars, rooms, style, written
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Assignments
from domain.rules import Light

_INK, _PAPER = "#1f2933", "#ffffff"
_NOT_DUE = style.LIGHT_COLOURS[Light.NOT_DUE]
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
_PROJECT_STATES = (
    (Counted.OVERDUE_PROJECTS, *_STATES[0][1:]),
    (Counted.PROJECTS_UNDER_WAY, *_STATES[1][1:]),
    (Counted.PROJECTS_BEFORE_START, "light.not_due", _NOT_DUE, _INK),
    (Counted.DONE_OF_PROJECTS, *_STATES[2][1:]),
)
_LATE = (Counted.OVERDUE, Counted.OVERDUE_PROJECTS)
_ROW_PX, _PHONE_PX, _DIGIT_PX, _NO_TICKS_PX = 36, 150, 8, 17
_Segments = tuple[tuple[Counted, str, str, str], ...]


def by_unit(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw tasks per responsible unit, led, first-named and joint told apart."""
    return _stacked(table, _SHARES, words)


def by_state(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw tasks per responsible unit, overdue and done told apart; a legend entry may be empty."""
    return _hatched(_stacked(table, _STATES, words, apart=True), words)


def projects_by_state(table: pd.DataFrame, words: Words) -> go.Figure:
    """Draw projects per responsible unit, as ``by_state`` does, those not due to begin apart."""
    measure = "chart.axis_projects"
    drawn = _stacked(
        table, _PROJECT_STATES, words, total=Counted.PROJECTS, measure=measure, apart=True
    )
    return _hatched(drawn, words)


def _hatched(figure: go.Figure, words: Words) -> go.Figure:
    """Give the overdue and what is not due to begin a second cue beside the colour."""
    hatches = {"chart.overdue": style.HATCH_OVER, "light.not_due": style.HATCH_DARK}
    for key, pattern in hatches.items():
        named = {"type": "bar", "name": words.t(key)}
        figure.update_traces(marker={"pattern": pattern}, selector=named)
    return figure


def _stacked(
    table: pd.DataFrame,
    segments: _Segments,
    words: Words,
    *,
    total: Counted = Counted.TASKS,
    measure: str = "chart.axis_tasks",
    apart: bool = False,
) -> go.Figure:
    """Draw a bar per unit in segments; a click picks the unit, or one segment where ``apart``."""
    units = table[Assignments.RESPONSIBLE_UNIT].tolist()
    labels = [words.unit(unit) for unit in units]
    figure = go.Figure()
    start = [0] * len(units)
    totals = [int(number) for number in table[total]]
    ends = [f" {number}" for number in totals]
    for column, key, colour, ink in segments:
        counts = [int(count) for count in table[column]]
        if not any(counts):
            continue
        picks = [[unit, column.value] for unit in units] if apart else units
        figure.add_bar(
            x=counts,
            y=labels,
            orientation="h",
            name=words.t(key),
            marker={"color": colour},
            customdata=picks,
            hovertemplate="%{y}<br>%{fullData.name} %{x}<extra></extra>",
        )
        middles = [at + count / 2 for at, count in zip(start, counts, strict=True)]
        if column in _LATE and not _have_room(counts, totals):
            ends = [
                words.t("carried.total_overdue", total=end, overdue=count) if count else end
                for end, count in zip(ends, counts, strict=True)
            ]
        else:
            texts = [
                str(count) if 0 < count < whole else ""  # a whole bar's number stands behind it
                for count, whole in zip(counts, totals, strict=True)
            ]
            written.inside(figure, middles, labels, texts, picks, colour=ink)
        start = [at + count for at, count in zip(start, counts, strict=True)]
    written.behind(figure, totals, labels, ends, units)
    figure.update_layout(barmode="stack")
    end_px = bars.room(totals, ends)
    rooms.horizontal(figure, rows=len(units), unit_of_measure=words.t(measure), end_px=end_px)
    figure.update_layout(height=rooms.rows_height(len(units), row_px=_ROW_PX), bargap=0.28)
    figure.update_xaxes(showgrid=False, showticklabels=False)
    written.long_names_above(figure, labels)
    alone = sum(trace.type == "bar" for trace in cast("tuple[Any, ...]", figure.data)) == 1
    return bars.lower(figure, _NO_TICKS_PX) if alone else figure  # several keys need the room


def _have_room(counts: list[int], totals: list[int]) -> bool:
    """Tell whether a phone has room for every number inside its part of the bar."""
    px_each = _PHONE_PX / max(totals)
    return all(count * px_each >= len(str(count)) * _DIGIT_PX for count in counts if count)
