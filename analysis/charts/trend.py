"""Lines of progress over the months against 序时进度."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.months import month_axis
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Reports

_MOST_MARKS = 12  # a mark a month would hide a line of three years


def over_time(table: pd.DataFrame, periods: list[str], words: Words) -> go.Figure:
    """Draw the percent of each subject over the periods, with the dashed line of 序时进度."""
    figure = go.Figure()
    schedule = dict(zip(table[Reports.PERIOD], table[Counted.SCHEDULE_PERCENT], strict=True))
    known = [schedule.get(period) for period in periods]
    figure.add_scatter(x=periods, y=known, **schedule_line(words, periods))
    for number, (subject, lines) in enumerate(table.groupby(Counted.SUBJECT, sort=False)):
        values = dict(zip(lines[Reports.PERIOD], lines[Counted.PERCENT_DONE], strict=True))
        figure.add_scatter(
            x=periods,
            y=[None if pd.isna(values.get(p, float("nan"))) else values[p] for p in periods],
            mode="lines+markers",
            name=words.subject(str(subject)),
            line={"width": 3, "color": words.colour(str(subject), number)},
            marker={"size": 9, "symbol": number % 8, "maxdisplayed": _MOST_MARKS},
            connectgaps=False,
            hovertemplate="%{fullData.name} %{y:.1f}%<extra></extra>",
        )
    subjects = table[Counted.SUBJECT].nunique()
    figure.update_layout(height=420 + 12 * subjects, hovermode="x unified")
    figure.update_yaxes(title={"text": words.t("chart.axis_percent")}, rangemode="tozero")
    return month_axis(figure, periods, words)


def schedule_line(words: Words, periods: list[str]) -> dict[str, object]:
    """Return the look of the schedule; a single month is a dash of its own, not nothing."""
    alone = len(periods) == 1
    return {
        "mode": "markers" if alone else "lines",
        "name": words.t("chart.schedule"),
        "line": {"dash": "dash", "color": style.NEUTRAL, "width": 2},
        "marker": {
            "symbol": "line-ew-open",
            "size": 22,
            "color": style.NEUTRAL,
            "line": {"color": style.NEUTRAL, "width": 3},
        },
        "hovertemplate": "%{fullData.name} %{y:.1f}%<extra></extra>",
    }
