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
_GAP = "\u2002"  # between the plot and the words
_BESIDE = 0.08  # of the axis: kept for a mark at its begin or end
_TICK_PX = 11
_STEPS, _MOST_STEPS = (1, 3, 6, 12, 24), 4  # months between ticks; as many as a phone has room for


def finishes(table: pd.DataFrame, period: Period, words: Words) -> go.Figure:
    """Draw from the earliest to the latest month each item's own pace would finish it.

    The diamond is the month the plan names; the axis begins with the month of the reports. The
    likely months stand below each other beyond the end of the axis, where no mark can cover them.
    """
    rows = rows_of(table)
    now, last = period.index, _axis_end(rows, period)
    places = [row[Reports.ITEM_ID] for row in rows]
    names = [words.label(row[Reports.ITEM_NAME], 26) for row in rows]
    figure = go.Figure()
    starts = [_month(row[Counted.EARLIEST], now, last) for row in rows]
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
    _planned(figure, rows, places, last, words)
    edge = last + (last - now) * _BESIDE
    said = [_GAP + _words_behind(row, words, last) for row in rows]
    written.behind(figure, [edge] * len(rows), places, said, places)
    end_px = room([1.0] * len(said), said)
    style.horizontal(figure, rows=len(rows), unit_of_measure="", end_px=end_px)
    style.names_above(figure, places, names)
    return _calendar(figure, now, last, edge, words)


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
    )


def _planned(
    figure: go.Figure, rows: list[Row], places: list[str], last: int, words: Words
) -> None:
    known = [
        (Period.parse(row[Counted.PLANNED_PERIOD]).index, place)
        for row, place in zip(rows, places, strict=True)
        if row[Counted.PLANNED_PERIOD] is not None
    ]
    if known:
        figure.add_scatter(
            x=[min(month, last) for month, _ in known],
            y=[place for _, place in known],
            mode="markers",
            name=words.t("chart.planned_finish"),
            marker={"symbol": "diamond", "size": 11, "color": style.OWED},
            customdata=[place for _, place in known],
            hoverinfo="skip",
        )


def _axis_end(rows: list[Row], period: Period) -> int:
    months = [row[one] for row in rows for one in (Counted.LIKELY, Counted.LATEST)]
    known = [int(month) for month in months if month is not None]
    planned = [row[Counted.PLANNED_PERIOD] for row in rows]
    known += [Period.parse(one).index for one in planned if one is not None]
    furthest = period.index + MOST_YEARS * MONTHS
    return min(max([*known, period.index + 6]), furthest)


def _month(month: int | None, otherwise: int, last: int) -> int:
    return otherwise if month is None else min(max(int(month), otherwise), last)


def _band_end(row: Row, now: int, last: int) -> int:
    """Return where the band ends: at the edge where the slow pace reaches no month."""
    if row[Counted.EARLIEST] is None:
        return now
    return last if row[Counted.LATEST] is None else _month(row[Counted.LATEST], now, last)


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


def _calendar(figure: go.Figure, now: int, last: int, edge: float, words: Words) -> go.Figure:
    span = last - now
    step = next(one for one in _STEPS if span <= one * _MOST_STEPS or one == _STEPS[-1])
    ticks = [month for month in range(now, last + 1) if month % step == 0 or month == now]
    ticks = [month for month in ticks if month == now or month - now >= step]
    periods = [str(Period(month // MONTHS, month % MONTHS + 1)) for month in ticks]
    return figure.update_xaxes(
        range=[now - span * _BESIDE, edge],
        tickvals=ticks,
        ticktext=words.months(periods),
        tickangle=0,
        tickfont={"size": _TICK_PX},
        rangemode="normal",
    )
