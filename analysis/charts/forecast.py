"""When items would be finished at their own pace: a range in a light tint, never a fact."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import style, written
from analysis.charts.bars import room
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from analysis.metrics.pace import FAR_YEARS, FEWEST_REPORTS
from domain.columns import Reports
from domain.periods import MONTHS, Period

MOST_YEARS = FAR_YEARS  # what lies further off is drawn to the edge
_MOST_MONTHS_BACK = MONTHS  # so that what was due long ago does not press the rest together
_HALF = 0.5  # reports are monthly: a month takes from half a month before its place to half after
_GAP = "\u2002"  # between the plot and the words
_BESIDE = 0.12  # of the axis: room for half a mark at its begin or end, in a small picture too
_TICK_PX = 11
_STEPS, _MOST_STEPS = (1, 3, 6, 12, 24), 4  # months between ticks; as many as a phone has room for


def finishes(table: pd.DataFrame, period: Period, words: Words) -> go.Figure:
    """Draw from the earliest to the latest month each item's own pace would finish it.

    A month is as wide as the reports can tell, so no item ends at a point. The diamond is the month
    the plan names; the axis begins with the earliest of them, at most twelve months before the
    dotted line of the reports' month, and what was due earlier has an arrow at its begin. The
    likely months stand below each other beyond the end of the axis, where no mark can cover them.
    """
    rows = rows_of(table)
    first, now, last = _axis_begin(rows, period), period.index, _axis_end(rows, period)
    places = [row[Reports.ITEM_ID] for row in rows]
    names = [words.above(row[Reports.ITEM_NAME], _overdue(row, period, words)) for row in rows]
    figure = go.Figure()
    starts = [_band_begin(row, now, last) for row in rows]
    ends = [_band_end(row, now, last) for row in rows]
    figure.add_bar(
        x=[end - start or None for start, end in zip(starts, ends, strict=True)],
        base=starts,
        y=places,
        orientation="h",
        name=words.t("chart.own_pace_range"),
        marker={
            "color": written.see_through(style.ACCENT, 0.28),
            "line": {"color": style.ACCENT, "width": 0.5},
        },
        customdata=places,
        hovertext=[_sentence(row, period, words) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    _likely(figure, rows, places, last, words)
    _planned(figure, rows, places, (first, last), words)
    edge = last + (last - first) * _BESIDE
    said = [_GAP + _words_behind(row, words, last) for row in rows]
    written.behind(figure, [edge] * len(rows), places, said, places)
    end_px = room([1.0] * len(said), said)
    style.horizontal(figure, rows=len(rows), unit_of_measure="", end_px=end_px)
    style.names_above(figure, places, names)
    return _calendar(figure, (first, now, last), edge, words)


def month_or_beyond(month: int | None, period: Period, words: Words) -> str:
    """Name an estimated month, counted as ``Period.index``; far off, a month is false precision.

    "—" where the pace reaches none.
    """
    if month is None:
        return "—"
    if month > period.index + MOST_YEARS * MONTHS:
        return words.t("chart.beyond_years", years=MOST_YEARS)
    return _named(month, words)


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
    due = [_due(row) for row in rows]
    earliest = min([period.index, *(month for month in due if month is not None)])
    return max(earliest, period.index - _MOST_MONTHS_BACK)


def _due(row: Row) -> int | None:
    planned = row[Counted.PLANNED_PERIOD]
    return None if planned is None else Period.parse(planned).index


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


def _overdue(row: Row, period: Period, words: Words) -> str:
    due = _due(row)
    months = 0 if due is None else period.index - due
    return words.t("chart.overdue_months", months=months) if months > 0 else ""


def _words_behind(row: Row, words: Words, last: int) -> str:
    if row[Counted.PACE] is None:
        return words.t("chart.too_few_reports", fewest=FEWEST_REPORTS)
    if row[Counted.LIKELY] is None:
        return words.t("chart.no_finish_in_sight")
    if row[Counted.LIKELY] > last:
        return words.t("chart.beyond_years", years=MOST_YEARS)
    return words.t("chart.about_month", month=_named(row[Counted.LIKELY], words))


def _sentence(row: Row, period: Period, words: Words) -> str:
    name = words.label(row[Reports.ITEM_NAME], 26)
    if due := _due(row):
        planned = words.t("chart.planned_month", month=_named(due, words))
        name = "<br>".join(filter(None, (name, planned, _overdue(row, period, words))))
    if row[Counted.LIKELY] is None:
        return f"{name}<br>{_words_behind(row, words, 0)}"
    latest = row[Counted.LATEST]
    open_end = words.t("chart.open_end")
    until = open_end if latest is None else month_or_beyond(latest, period, words)
    said = words.t(
        "chart.own_pace_sentence",
        months=row[Counted.REPORTED_MONTHS],
        likely=month_or_beyond(row[Counted.LIKELY], period, words),
        earliest=month_or_beyond(row[Counted.EARLIEST], period, words),
        latest=until,
    )
    return f"{name}<br>{said}"


def _named(index: int, words: Words) -> str:
    year, month = divmod(int(index), MONTHS)
    return words.t("chart.month_in_full", year=year, month=month + 1)


def _calendar(
    figure: go.Figure, months: tuple[int, int, int], edge: float, words: Words
) -> go.Figure:
    """Name months along the axis, and mark the one of the reports by a line and a word."""
    first, now, last = months
    span = last - first
    step = next(one for one in _STEPS if span <= one * _MOST_STEPS or one == _STEPS[-1])
    every = range(first, last + 1)
    clear = min(step, MONTHS)  # in years that are named two by two, one year is room enough
    ticks = [one for one in every if one == now or (one % step == 0 and abs(one - now) >= clear)]
    periods = {one: str(Period(one // MONTHS, one % MONTHS + 1)) for one in ticks}
    named = words.months(list(periods.values()))
    (of_now,) = words.months([periods[now]])  # with its year: a small picture may keep it alone
    this = words.t("chart.this_month")
    figure.add_shape(
        type="line",
        xref="x",
        x0=now,
        x1=now,
        yref="paper",
        y0=0,
        y1=1,
        layer="below",
        line={"width": 1.5, "dash": "dot", "color": style.NEUTRAL},
    )
    return figure.update_xaxes(
        range=[first - span * _BESIDE, edge],
        tickvals=ticks,
        ticktext=[
            f"{of_now}<br><b>{this}</b>" if month == now else name
            for month, name in zip(ticks, named, strict=True)
        ],
        tickangle=0,
        tickfont={"size": _TICK_PX},
        rangemode="normal",
    )
