"""Two dates side by side: what changed between them, project by project, and all of it."""

from dataclasses import dataclass
from itertools import product
from typing import Any, cast

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import changes, rooms, style, written
from analysis.charts.bars import room
from analysis.charts.money import ticks
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from texts.amounts import written_amount, yuan_per_unit

SUM = "sum"  # the row of all changes together
_ROW_PX, _NO_LEGEND_PX = 56, 28
_BAR_PX, _LINE_PX = 19, 18
_UNCHANGED_PX = 170


@dataclass(frozen=True, slots=True)
class _Bar:
    place: str
    name: str
    start: int
    change: int
    text: str
    per_unit: int  # 元 in the unit of measure of the axis

    @property
    def left(self) -> float:
        """The lower end on the axis in the unit of measure."""
        return min(self.start, self.start + self.change) / self.per_unit

    @property
    def right(self) -> float:
        """The upper end on the axis in the unit of measure."""
        return max(self.start, self.start + self.change) / self.per_unit


def waterfall(
    table: pd.DataFrame,
    ends: tuple[str, str],
    words: Words,
    *,
    no_change: str = "",
    year: int | None = None,
) -> go.Figure:
    """Draw the changes that lead from the older sum to the newer one, and all of them together.

    ``table`` has one row per item (``between.changes``), ``ends`` names the two dates. The largest
    changes have a bar each, all others one per step; the bars join, and the last one is the
    difference of the sums, to the 元. Everything drawn is a change and begins at no change: the
    two sums, for which the axis would have to be cut, are written in the name of the last bar.
    A change counted from an earlier month (``between.carried``) says so beside its name; a month
    of ``year`` is named without it. Where none changed, ``no_change`` stands in place of an axis.
    """
    rows = rows_of(table)
    before = sum(row[Counted.BEFORE_YUAN] or 0 for row in rows)
    after = sum(row[Counted.AFTER_YUAN] or 0 for row in rows)
    moves = changes.moves(rows, words, year)
    if not moves:
        return _unchanged(no_change, ends, (before, after), words)
    bars: list[_Bar] = []
    at, per_unit = 0, yuan_per_unit(words.t)
    for place, name, change in moves:
        bars.append(_Bar(place, name, at, change, _change(change, words), per_unit))
        at += change
    sums = words.t(
        "chart.sum_to_sum",
        before=written_amount(before, words.t),
        after=written_amount(after, words.t),
    )
    bars.append(
        _Bar(SUM, words.above(words.t("chart.sum"), sums), 0, at, _change(at, words), per_unit)
    )
    figure = _drawn(bars)
    end_px = room([bar.right for bar in bars], [bar.text for bar in bars])
    rooms.horizontal(
        figure, rows=len(bars), unit_of_measure=words.t("chart.axis_yi"), end_px=end_px
    )
    figure.update_xaxes(ticks(words))
    figure.update_layout(showlegend=False, barmode="overlay")
    rooms.names_above(figure, [bar.place for bar in bars], [bar.name for bar in bars])
    _named_steps(figure)
    lines = max(bar.name.count("<br>") + 1 for bar in bars)
    row_px = _ROW_PX + _LINE_PX * (lines - 1)
    height = rooms.rows_height(len(bars), row_px=row_px) - _NO_LEGEND_PX
    whole = {"whole": True}  # its rows add up: a small picture may not leave one out
    return figure.update_layout(
        height=height, bargap=1 - _BAR_PX / row_px, margin={"t": 12}, meta=whole
    )


def _unchanged(
    no_change: str, ends: tuple[str, str], sums: tuple[int, int], words: Words
) -> go.Figure:
    """Say that nothing changed, and both sums; there is nothing for an axis to measure."""
    lines = [
        f"{end}<br><b>{words.amount(amount)}</b>" for end, amount in zip(ends, sums, strict=True)
    ]
    figure = go.Figure()
    figure.add_annotation(
        text="<br>".join([f"<b>{no_change}</b>", *lines]),
        xref="paper",
        x=0.5,
        yref="paper",
        y=0.5,
        showarrow=False,
        font={"size": 14},
    )
    figure.update_xaxes(visible=False).update_yaxes(visible=False)
    return figure.update_layout(height=_UNCHANGED_PX, showlegend=False)


def _named_steps(figure: go.Figure) -> None:
    """Tell paper, on which the steps stand beside each other, that these names are of steps."""
    for note in cast("tuple[Any, ...]", figure["layout"]["annotations"]):
        note.update(name=style.STEP)


def _drawn(bars: list[_Bar]) -> go.Figure:
    figure = go.Figure()
    for falls, of_sum in product((False, True), (False, True)):
        chosen = [bar for bar in bars if (bar.change < 0, bar.place == SUM) == (falls, of_sum)]
        if not chosen:
            continue
        colour = style.OWED if falls else style.ACCENT if of_sum else style.ACCENT_SOFT
        figure.add_bar(
            x=[bar.change / bar.per_unit for bar in chosen],
            base=[bar.start / bar.per_unit for bar in chosen],
            y=[bar.place for bar in chosen],
            orientation="h",
            marker={"color": colour} | ({"pattern": style.HATCH_OVER} if falls else {}),
            customdata=[bar.place for bar in chosen],
            hovertext=[f"{bar.name} {bar.text}" for bar in chosen],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    figure.add_scatter(  # from the names to the bars, so that none is read as its neighbour's
        x=[x for bar in bars if bar.left for x in (0, bar.left, None)],
        y=[y for bar in bars if bar.left for y in (bar.place, bar.place, None)],
        mode="lines",
        line={"width": 1, "dash": "dot", "color": style.NEUTRAL},
        showlegend=False,
        hoverinfo="skip",
    )
    places = [bar.place for bar in bars]
    figure.update_yaxes(categoryorder="array", categoryarray=places)
    behind = [bar.right for bar in bars]
    written.behind(figure, behind, places, [f"\u2002{bar.text}" for bar in bars], places)
    return figure.update_xaxes(zeroline=True, zerolinewidth=2, nticks=6)


def _change(yuan: int, words: Words) -> str:
    """Write a change as a bare number; its unit of measure stands at the axis."""
    sign = "−" if yuan < 0 else "+"
    amount = written_amount(abs(yuan), words.t)
    return f"{sign}{amount}" if yuan else amount
