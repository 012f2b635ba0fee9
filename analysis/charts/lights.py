"""The lights of all items in a column per month."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import legend, style, written
from analysis.charts.months import in_full, month_axis, part_years
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Reports
from domain.rules import Light

_MOST_MONTHS_SPELLED = 14
_LEAST_SHARE = 0.07  # of the column: a lower part has no room for its number
_WORST_BELOW = (
    Light.RED,
    Light.YELLOW,
    Light.UNREPORTED,
    Light.NOT_DUE,
    Light.GREEN,
    Light.DONE,
)
_INKS = {
    Light.DONE: "#ffffff",
    Light.GREEN: "#ffffff",
    Light.YELLOW: "#1f2933",
    Light.RED: "#ffffff",
    Light.NOT_DUE: "#1f2933",
    Light.UNREPORTED: "#ffffff",
}
_HEIGHT_PX, _ROW_PX, _AROUND_PX, _GAP = 340, 28, 96, 0.03


def by_month(
    table: pd.DataFrame, periods: list[str], words: Words, *, counted: str = "items"
) -> go.Figure:
    """Draw how many items had which light in each month, the gravest at the bottom.

    A light that is anywhere too few for its number to stand inside has a row of them below.
    ``counted`` names the axis: ``chart.axis_<counted>``.
    """
    counts = {row[Reports.PERIOD]: row for row in rows_of(table)}
    months = [in_full(period, words) for period in periods]
    figure = go.Figure()
    for light in _WORST_BELOW:
        numbers = [counts.get(period, {}).get(light.value) or 0 for period in periods]
        if not any(numbers):
            continue
        figure.add_bar(
            x=periods,
            y=numbers,
            name=words.light(light),
            showlegend=False,
            legendgroup=words.t(f"light.{light}"),
            marker=_marker(light),
            customdata=_picks(periods, light),
            hovertext=[
                f"{month} {words.light(light)} {number}"
                for month, number in zip(months, numbers, strict=True)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
        legend.light(figure, light, words.t(f"light.{light}"))
    if len(periods) <= _MOST_MONTHS_SPELLED:
        _numbers_inside(figure, counts, periods)
    figure.update_layout(barmode="stack", bargap=0.12, height=_HEIGHT_PX)
    figure.update_yaxes(title={"text": words.t(f"chart.axis_{counted}")}, rangemode="tozero")
    most = max((row[Counted.ITEMS] or 0 for row in counts.values()), default=0)
    figure.update_yaxes(style.count_axis(most))
    part_years(month_axis(figure, periods, words), periods)
    if len(periods) <= _MOST_MONTHS_SPELLED:
        _numbers_below(figure, counts, periods, words)
    return figure


def _picks(periods: list[str], light: Light) -> list[list[str]]:
    """Return what a click on a light picks in each month: the two of them."""
    return [[period, light.value] for period in periods]


def _marker(light: Light) -> dict[str, object]:
    """Hatch what is not due to begin: it lies next to what is not reported, and both are grey."""
    marker: dict[str, object] = {"color": style.LIGHT_COLOURS[light]}
    return marker | {"pattern": style.HATCH_DARK} if light is Light.NOT_DUE else marker


def _numbers_below(
    figure: go.Figure, counts: dict[str, Row], periods: list[str], words: Words
) -> None:
    """Write below the columns the numbers of each light that has not everywhere room for them."""
    months = [counts.get(period, {}) for period in periods]
    rows = [light for light in _WORST_BELOW if any(_is_thin(row, light) for row in months)]
    if not rows:
        return
    for light in rows:
        numbers = [row.get(light.value) or 0 for row in months]
        texts = [f"{style.LIGHT_SHAPES[light]}{number}" for number in numbers]
        written.below(figure, periods, [light.value] * len(periods), texts, _picks(periods, light))
        bare = [str(number) for number in numbers]
        figure.update_traces({"meta": {style.NARROW: bare}}, selector=-1)
    height_px = _HEIGHT_PX + _ROW_PX * len(rows)
    share = _ROW_PX * len(rows) / (height_px - _AROUND_PX)
    figure.update_layout(
        height=height_px,
        yaxis={"domain": [share + _GAP, 1]},
        yaxis2={
            "domain": [0, share],
            "anchor": "x",
            "type": "category",
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": [light.value for light in rows],
            "ticktext": [words.t(f"light.{light}") for light in rows],
            "tickfont": {"size": written.CELL_PX},
            "showgrid": False,
            "showline": False,
        },
    )
    figure.update_xaxes(anchor="y2")


def _is_thin(row: Row, light: Light) -> bool:
    """Tell whether a part of a column is too low for its number."""
    number, items = row.get(light.value) or 0, row.get(Counted.ITEMS) or 0
    return 0 < number <= items * _LEAST_SHARE


def _numbers_inside(figure: go.Figure, counts: dict[str, Row], periods: list[str]) -> None:
    """Write shape and number over each part of a month that is high enough for them."""
    start = dict.fromkeys(periods, 0)
    for light in _WORST_BELOW:
        middles: list[float] = []
        texts: list[str] = []
        for period in periods:
            row = counts.get(period, {})
            number = row.get(light.value) or 0
            middles.append(start[period] + number / 2)
            room = number and not _is_thin(row, light)
            texts.append(f"{style.LIGHT_SHAPES[light]}{number}" if room else "")
            start[period] += number
        if any(texts):
            picks = _picks(periods, light)
            written.inside(figure, periods, middles, texts, picks, colour=_INKS[light])
            numbers = [text.removeprefix(style.LIGHT_SHAPES[light]) for text in texts]
            figure.update_traces({"meta": {style.NARROW: numbers}}, selector=-1)
