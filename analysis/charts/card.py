"""The picture of a card: how far the item was in each of its last periods."""

from itertools import count, groupby

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import legend, style
from analysis.charts.months import broken
from analysis.charts.rows import Row, rows_of
from analysis.charts.trend import schedule_line
from analysis.charts.words import Words, percent
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.rules import Light

_HEIGHT_PX = 212
_HEADROOM, _FOOTROOM = 1.22, 0.22  # of the highest percent, for figures above and below marks
_MOST_TICKS = 3
_DASH = "8px,6px"
_EDGE = {"color": style.EDGE, "width": 5, "dash": _DASH}
_MARK_PX, _UNSEEN = 11, "rgba(0,0,0,0)"
_READABLE_PX = 12  # six figures have room beside each other on a phone; the axis says %


def curve(table: pd.DataFrame, words: Words, *, by_investment: bool = False) -> go.Figure:
    """Draw one mark per period in its light, the schedule as a dashed line; a gap stays a gap.

    The dashes lie over the line of the item, on white edges, so that both are seen where they run
    together; the marks lie over the dashes.

    Both lines begin anew in January, as the year's figures and the year's schedule do.
    ``by_investment`` says that the item is judged by 投资完成率.
    """
    rows = rows_of(table)
    periods = [row[Reports.PERIOD] for row in rows]
    months = words.months(periods)
    shown = [row[Counted.JUDGED_PERCENT] for row in rows]
    lights = broken([Light(row[Counted.LIGHT] or Light.UNREPORTED) for row in rows], periods)
    looks = [light or Light.UNREPORTED for light in lights]  # a break has no mark, but a look
    figures = ["" if one is None else percent(one).removesuffix("%") for one in shown]
    name = words.t("card.completion" if by_investment else "card.percent")
    look = {"color": style.ACCENT, "width": 3}
    figure = go.Figure()
    line = {"x": broken(months, periods), "y": broken(shown, periods)}
    figure.add_scatter(
        **line, mode="lines", legendgroup=name, line=look, showlegend=False, hoverinfo="skip"
    )
    _schedule(figure, rows, months, words)
    figure.add_scatter(
        **line,
        mode="markers",
        name=name,
        showlegend=False,
        legendgroup=name,
        marker={
            "size": _MARK_PX,
            "color": [style.LIGHT_COLOURS[light] for light in looks],
            "symbol": [style.LIGHT_SYMBOLS[light] for light in looks],
        },
        cliponaxis=False,
        hovertemplate="%{x}<br>%{y:.1f}%<extra></extra>",
    )
    _figures(figure, rows, line["x"], broken(figures, periods))
    legend.line(figure, name, look)
    highest = max([100.0, *(one for one in shown if one is not None)])
    figure.update_yaxes(
        range=[-highest * _FOOTROOM, highest * _HEADROOM],
        tickvals=_ticks(highest),
        ticktext=[f"{tick}%" for tick in _ticks(highest)],  # plotly adds no suffix to given ticks
    )
    figure.update_xaxes(type="category", categoryorder="array", categoryarray=months)
    figure.update_xaxes(tickvals=months, tickangle=0, showline=False)
    grid = {"showgrid": False}  # it would strike figures through, which say more
    return figure.update_layout(
        height=_HEIGHT_PX,
        xaxis=grid,
        yaxis=grid,
        margin={"l": 44, "r": 16, "t": 30, "b": 34},
        showlegend=True,
    )


def _ticks(highest: float) -> list[int]:
    """Return few ticks from nothing to the highest percent; below nothing there is room alone.

    >>> _ticks(100.0), _ticks(240.0)
    ([0, 50, 100], [0, 100, 200])
    """
    step = next(one for one in count(1) if highest < one * 50 * _MOST_TICKS) * 50
    return list(range(0, int(highest) + 1, step))


def _schedule(figure: go.Figure, rows: list[Row], months: list[str], words: Words) -> None:
    """Draw the schedule of each year over its months without a report, but not over New Year."""
    years = groupby(zip(months, rows, strict=True), lambda one: one[1][Reports.PERIOD][:4])
    for number, (_, of_year) in enumerate(years):
        here = list(of_year)
        look = schedule_line(words, [row[Reports.PERIOD] for _, row in here])
        line = {
            "x": [month for month, _ in here],
            "y": [row[Counted.SCHEDULE_PERCENT] for _, row in here],
            "legendgroup": "schedule",
            "connectgaps": True,
        }
        figure.add_scatter(**line, mode="lines", line=_EDGE, showlegend=False, hoverinfo="skip")
        dashes = {
            "line": {"color": style.NEUTRAL, "width": 2, "dash": _DASH},
            "hovertemplate": "%{x}<br>%{fullData.name} %{y:.1f}%<extra></extra>",
        }
        figure.add_scatter(**{**look, **line, **dashes}, showlegend=number == 0)


def _figures(
    figure: go.Figure, rows: list[Row], months: list[str | None], texts: list[str | None]
) -> None:
    """Write each figure beside its mark, where no line strikes it."""
    periods = [row[Reports.PERIOD] for row in rows]
    sides = [side or "top center" for side in broken(list(map(_side, rows)), periods)]
    figure.add_scatter(
        x=months,
        y=broken([row[Counted.JUDGED_PERCENT] for row in rows], periods),
        mode="markers+text",
        marker={"size": _MARK_PX, "color": _UNSEEN},  # which a figure stays clear of
        text=texts,
        textposition=sides,
        textfont={"size": _READABLE_PX},
        showlegend=False,
        hoverinfo="skip",
        cliponaxis=False,
    )


def _side(row: Row) -> str:
    """Return the side of its mark on which a figure stands: where the schedule is not."""
    done, schedule = row[Counted.JUDGED_PERCENT], row[Counted.SCHEDULE_PERCENT]
    is_behind = done is not None and schedule is not None and done < schedule
    return "bottom center" if is_behind else "top center"
