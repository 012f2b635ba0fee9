"""Two dates side by side: the way from the older sum to the newer one, measured from the older."""

import re
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import style, written
from analysis.charts.bars import room
from analysis.charts.rows import Row, in_yi, rows_of
from analysis.charts.words import Words, rounded_yi
from analysis.metrics.between import Step
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.money import YUAN_PER_YI

BEFORE, AFTER = "before", "after"
_ROW_PX, _NO_LEGEND_PX, _NAME_EM, _MOST_NAMED = 50, 28, 24, 8
_BETWEEN = re.compile(r" (?=[(])|(?=（)|(?<=；)|(?<=;) ")  # lines of the axis title
_SAID_BY_SIGN = {Step.ROSE, Step.FELL}


@dataclass(frozen=True, slots=True)
class _Bar:
    place: str
    name: str
    start: int
    change: int
    text: str


def waterfall(table: pd.DataFrame, ends: tuple[str, str], words: Words) -> go.Figure:
    """Draw the way from the older sum to the newer one, measured from the older.

    ``table`` has one row per item (``between.changes``), ``ends`` names the two dates. The largest
    changes have a bar each, all others one per step; the bars join and end at the difference of
    the sums, to the 元. Items that did not change are counted in the axis title.
    """
    rows = rows_of(table)
    before = sum(row[Counted.BEFORE_YUAN] or 0 for row in rows)
    after = sum(row[Counted.AFTER_YUAN] or 0 for row in rows)
    bars = [_Bar(BEFORE, ends[0], 0, 0, rounded_yi(before))]
    at = 0
    for place, name, change in _moves(rows, words):
        bars.append(_Bar(place, name, at, change, _change(change)))
        at += change
    total = words.t("chart.sum_and_change", total=rounded_yi(after), change=_change(at))
    bars.append(_Bar(AFTER, ends[1], 0, at, total))
    figure = _drawn(bars)
    same = sum(row[Counted.STEP] == Step.SAME for row in rows)
    key = "chart.axis_change_same" if same else "chart.axis_change"
    measure = _BETWEEN.sub("<br>", words.t(key, date=ends[0], count=same))
    end_px = room(_highest(bars), [bar.text for bar in bars])
    style.horizontal(figure, rows=len(bars), unit_of_measure=measure, end_px=end_px)
    figure.update_layout(showlegend=False, barmode="overlay")
    style.names_above(figure, [bar.place for bar in bars], [bar.name for bar in bars])
    height = style.rows_height(len(bars), row_px=_ROW_PX) - _NO_LEGEND_PX
    return figure.update_layout(height=height, bargap=0.62, margin={"t": 12})


def _moves(rows: list[Row], words: Words) -> list[tuple[str, str, int]]:
    """Return place, name and change of every bar between the sums, in the order of the steps."""
    moved = [row for row in rows if row[Counted.STEP] != Step.SAME and row[Counted.CHANGE_YUAN]]
    largest = {id(row) for row in moved[:_MOST_NAMED]}
    moves: list[tuple[str, str, int]] = []
    for step in Step:
        of_step = [row for row in moved if row[Counted.STEP] == step]
        for row in of_step:
            if id(row) in largest:
                name = words.label(row[Reports.ITEM_NAME], _NAME_EM)
                kind = words.t(f"table.step_{step}")
                more = words.t("chart.name_and_step", name=name, step=kind)
                said = name if step in _SAID_BY_SIGN else more
                moves.append((row[Reports.ITEM_ID], said, row[Counted.CHANGE_YUAN]))
        rest = [row[Counted.CHANGE_YUAN] for row in of_step if id(row) not in largest]
        if rest:
            key = "chart.step_others" if len(rest) < len(of_step) else f"chart.step_{step}"
            kind = words.t(f"table.step_{step}")
            moves.append((step.value, words.t(key, count=len(rest), step=kind), sum(rest)))
    return moves


def _drawn(bars: list[_Bar]) -> go.Figure:
    figure = go.Figure()
    for falls in (False, True):
        chosen = [bar for bar in bars if (bar.change < 0) == falls]
        if not chosen:
            continue
        colours = [style.ACCENT if bar.place == AFTER else style.ACCENT_SOFT for bar in chosen]
        look = {"color": style.OWED, "pattern": style.HATCH_OVER} if falls else {"color": colours}
        figure.add_bar(
            x=[in_yi(bar.change) for bar in chosen],
            base=[in_yi(bar.start) for bar in chosen],
            y=[bar.place for bar in chosen],
            orientation="h",
            marker=look,
            customdata=[bar.place for bar in chosen],
            hovertext=[f"{bar.name} {bar.text}" for bar in chosen],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    places = [bar.place for bar in bars]
    figure.update_yaxes(categoryorder="array", categoryarray=places)
    highest = _highest(bars)
    written.behind(figure, highest, places, [f" {bar.text}" for bar in bars], places)
    return figure.update_xaxes(zeroline=True, zerolinewidth=2)


def _highest(bars: list[_Bar]) -> list[float]:
    return [max(bar.start, bar.start + bar.change) / YUAN_PER_YI for bar in bars]


def _change(yuan: int) -> str:
    """Write a change as a bare number; its unit of measure stands at the axis."""
    sign = "−" if yuan < 0 else "+"
    return f"{sign}{rounded_yi(abs(yuan))}" if yuan else "0"
