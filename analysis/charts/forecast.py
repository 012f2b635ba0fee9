"""When projects would be finished at their own pace: a range in a light tint, never a fact."""

from collections.abc import Mapping
from typing import cast

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import forecast_calendar, forecast_words, hits, rooms, style, written
from analysis.charts.bars import room
from analysis.charts.forecast_words import MOST_YEARS
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from analysis.metrics.pace import FAR, LAST_REPORTS
from domain.columns import Reports
from domain.periods import MONTHS, Period
from texts.wrap import width_em

_MOST_MONTHS_BACK = MONTHS  # so that what was due long ago does not press the rest together
_NONE: Mapping[str, int] = {}
_HALF = 0.5  # reports are monthly: a month takes from half a month before its place to half after
_LABEL_PX, _BELOW_PX = 13, 6  # a name of two lines comes close to the range of the row above
_AXIS_PX = 24  # names of months have up to three lines
_GAP = "\u2002"  # between the plot and the words


def finishes(
    table: pd.DataFrame, period: Period, words: Words, counted: Mapping[str, int] = _NONE
) -> go.Figure:
    """Draw from the earliest to the latest month each item's own pace would finish it.

    A month is as wide as the reports can tell, so no item ends at a point. The diamond is the month
    the plan names; the axis begins with the earliest of them, at most twelve months before the
    dotted line of the reports' month, and what was due earlier has an arrow at its begin. The
    likely months stand below each other beyond the end of the axis, where no mark can cover them.

    Before them stand ``counted`` items without a month to be named, one row for all ``FAR`` and one
    for all ``STILL``.
    """
    rows = rows_of(table)
    first, now, last = _axis_begin(rows, period), period.index, _axis_end(rows, period)
    rows = [*_together(counted, period, words), *rows]
    places = [row[Reports.ITEM_ID] for row in rows]
    names = [
        words.above(row[Reports.ITEM_NAME], forecast_words.overdue(row, period, words))
        for row in rows
    ]
    figure = go.Figure()
    starts = [_band_begin(row, now, last) for row in rows]
    ends = [_band_end(row, now, last) for row in rows]
    lengths = [
        None if _is_beyond(row, last) else end - start or None
        for row, start, end in zip(rows, starts, ends, strict=True)
    ]
    figure.add_bar(
        x=lengths,
        base=starts,
        y=places,
        orientation="h",
        name=words.t("chart.own_pace_range"),
        showlegend=any(lengths),
        marker={
            "color": written.see_through(style.ACCENT, 0.28),
            "line": {"color": style.ACCENT, "width": 0.5},
        },
        customdata=places,
        hovertext=[forecast_words.sentence(row, period, words) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    _slower(figure, rows, period, last, words)
    _likely(figure, rows, places, last, words)
    _planned(figure, rows, places, (first, last), words)
    edge = last + (last - first) * forecast_calendar.BESIDE
    said = [forecast_words.behind(row, words, last).split("<br>") for row in rows]
    texts = [_below_middle(lines) for lines in said]
    look = {"textfont": {"size": _LABEL_PX}, "meta": {style.BESIDE: _on_one_line(said, words)}}
    written.behind(figure, [edge] * len(rows), places, texts, places, **look)
    widest = [_GAP + max(lines, key=width_em) for lines in said]
    end_px = room([1.0] * len(said), widest)
    rooms.horizontal(figure, rows=len(rows), unit_of_measure="", end_px=end_px)
    below_px = _BELOW_PX if any("<br>" in name for name in names) else 0
    rooms.names_above(figure, places, names, below_px=below_px)
    figure.update_layout(height=cast("int", figure.layout.height) + _AXIS_PX)
    forecast_calendar.named(figure, (first, now, last), edge, len(rows), words)
    spots = [
        hits.Spot(one, name, one, name, has_bar=False)
        for one, name in zip(counted, names, strict=False)
    ]
    return hits.lay(figure, spots, names)


def _together(counted: Mapping[str, int], period: Period, words: Words) -> list[Row]:
    """Return one row for all items of a kind; what stands still has no arrow."""
    beyond = period.index + MOST_YEARS * MONTHS + 1
    empty = dict.fromkeys((Counted.LATEST, Counted.PLANNED_PERIOD))
    return [
        {
            Reports.ITEM_ID: kind,
            Reports.ITEM_NAME: words.t(f"forecast.{kind}_together", count=count, years=MOST_YEARS),
            Counted.PACE: 0.0,
            Counted.REPORTED_MONTHS: LAST_REPORTS,
            **dict.fromkeys((Counted.EARLIEST, Counted.LIKELY), beyond if kind == FAR else None),
            **empty,
        }
        for kind, count in counted.items()
    ]


def _below_middle(lines: list[str]) -> str:
    """Write the first line beside the bar and the second below it: above it a name may stand."""
    blank = [""] if len(lines) > 1 else []
    return "<br>".join(_GAP + line for line in (*blank, *lines))


def _on_one_line(said: list[list[str]], words: Words) -> list[list[str]]:
    """Write month and range on one line, as low rows need it; in a narrow picture the range alone.

    The likely month is seen in the range; where that is one month, it is named.
    """
    one = words.t("forecast.beside_one")
    short = [lines[0] if lines[-1] == one else lines[-1] for lines in said]
    return [[_GAP + _GAP.join(lines) for lines in said], [_GAP + text for text in short]]


def _slower(figure: go.Figure, rows: list[Row], period: Period, last: int, words: Words) -> None:
    """Mark where the band goes on beyond the edge, or where its slow pace reaches no month."""
    cut = [row for row in rows if _is_cut(row, last)]
    if cut:
        places = [row[Reports.ITEM_ID] for row in cut]
        figure.add_scatter(
            x=[last + _HALF] * len(cut),
            y=places,
            mode="markers",
            name=words.t("chart.slower_beyond"),
            marker={"symbol": "arrow-right", "size": 13, "color": style.ACCENT_DEEP},
            customdata=places,
            text=[forecast_words.sentence(row, period, words) for row in cut],
            hovertemplate="%{text}<extra></extra>",
            cliponaxis=False,
        )


def _is_cut(row: Row, last: int) -> bool:
    """Tell whether the slow pace ends behind the edge."""
    late = row[Counted.LATEST]
    return row[Counted.EARLIEST] is not None and (late is None or late > last)


def _is_beyond(row: Row, last: int) -> bool:
    """Tell whether the fast pace too ends behind the edge: the arrow there says all."""
    early = row[Counted.EARLIEST]
    return early is not None and early > last


def _likely(figure: go.Figure, rows: list[Row], places: list[str], last: int, words: Words) -> None:
    known = [
        (row[Counted.LIKELY], place)
        for row, place in zip(rows, places, strict=True)
        if row[Counted.LIKELY] is not None and row[Counted.LIKELY] <= last
    ]
    figure.add_scatter(
        x=[month for month, _ in known],
        y=[place for _, place in known],
        mode="markers",
        name=words.t("chart.own_pace"),
        marker={"symbol": "circle-open", "size": 12, "color": style.ACCENT, "line": {"width": 2.5}},
        customdata=[place for _, place in known],
        hoverinfo="skip",
        cliponaxis=False,
    )


def _planned(
    figure: go.Figure, rows: list[Row], places: list[str], ends: tuple[int, int], words: Words
) -> None:
    """Mark the month the plan names; an arrow at the edge where the axis has no room for it."""
    first, last = ends
    known = [
        (Period.parse(row[Counted.PLANNED_PERIOD]).index, place)
        for row, place in zip(rows, places, strict=True)
        if row[Counted.PLANNED_PERIOD] is not None
    ]
    for entry, symbol, here in (
        ("chart.planned_finish", "diamond", [one for one in known if first <= one[0] <= last]),
        ("chart.planned_earlier", "triangle-left", [one for one in known if one[0] < first]),
        ("chart.planned_later", "triangle-right", [one for one in known if one[0] > last]),
    ):
        if here:
            figure.add_scatter(
                x=[min(max(month, first), last) for month, _ in here],
                y=[place for _, place in here],
                mode="markers",
                name=words.t(entry),
                marker={"symbol": symbol, "size": 11, "color": style.OWED},
                customdata=[place for _, place in here],
                hoverinfo="skip",
                cliponaxis=False,
            )


def _axis_begin(rows: list[Row], period: Period) -> int:
    """Return the earliest month due of those not long ago, or the month of the reports."""
    due = [forecast_words.due_month(row) for row in rows]
    earliest = min([period.index, *(month for month in due if month is not None)])
    return max(earliest, period.index - _MOST_MONTHS_BACK)


def _axis_end(rows: list[Row], period: Period) -> int:
    months = [row[one] for row in rows for one in (Counted.LIKELY, Counted.LATEST)]
    known = [int(month) for month in months if month is not None]
    planned = [row[Counted.PLANNED_PERIOD] for row in rows]
    known += [Period.parse(one).index for one in planned if one is not None]
    furthest = period.index + MOST_YEARS * MONTHS
    return min(max([*known, period.index + 6]), furthest)


def _month(month: int | None, otherwise: int, last: int) -> int:
    return otherwise if month is None else min(max(int(month), otherwise), last)


def _band_begin(row: Row, now: int, last: int) -> float:
    known = row[Counted.EARLIEST] is not None
    return _month(row[Counted.EARLIEST], now, last) - _HALF * known


def _band_end(row: Row, now: int, last: int) -> float:
    """Return where the band ends: at the edge where the slow pace reaches no month."""
    if row[Counted.EARLIEST] is None:
        return now
    late = row[Counted.LATEST]
    return last if late is None else min(_month(late, now, last) + _HALF, last + _HALF)
