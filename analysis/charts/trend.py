"""Lines of progress over the months against 序时进度."""

import pandas as pd
import plotly.graph_objects as go

from analysis.charts import legend, style
from analysis.charts.months import broken, month_axis
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Reports

_SYMBOLS = ("diamond", "cross", "x", "pentagon", "hexagon2", "hourglass", "bowtie", "diamond-tall")
# none of them is the mark of a light
_DASH_PX = 22
_MOST_MARKS = 12  # a mark a month would hide a line of three years


def over_time(table: pd.DataFrame, periods: list[str], words: Words) -> go.Figure:
    """Draw the percent of each subject over the periods, with the dashed line of 序时进度."""
    figure = go.Figure()
    schedule = dict(zip(table[Reports.PERIOD], table[Counted.SCHEDULE_PERCENT], strict=True))
    known = [schedule.get(period) for period in periods]
    months = broken(periods, periods)
    figure.add_scatter(x=months, y=broken(known, periods), **schedule_line(words, periods))
    by_subject = {str(name): lines for name, lines in table.groupby(Counted.SUBJECT, sort=False)}
    for number, subject in enumerate(words.in_plan_order(list(by_subject))):
        lines = by_subject[subject]
        stated = lines.dropna(subset=[Counted.PERCENT_DONE])
        shown = dict(zip(stated[Reports.PERIOD], stated[Counted.PERCENT_DONE], strict=True))
        name, colour = words.followed(subject), words.colour(subject, number)
        look = {"symbol": _SYMBOLS[number % len(_SYMBOLS)], "size": 9, "color": colour}
        figure.add_scatter(
            x=months,
            y=broken([shown.get(period) for period in periods], periods),
            mode="lines+markers",
            name=name,
            showlegend=False,
            legendgroup=name,
            line={"width": 3, "color": colour},
            marker={**look, "maxdisplayed": _MOST_MARKS},
            connectgaps=False,
            hovertemplate="%{fullData.name} %{y:.1f}%<extra></extra>",
        )
        legend.mark(figure, name, {**look, "size": 12})
    subjects = table[Counted.SUBJECT].nunique()
    figure.update_layout(height=420 + 12 * subjects, hovermode="x unified")
    figure.update_yaxes(title={"text": words.t("chart.axis_percent")}, rangemode="tozero")
    return month_axis(figure, periods, words)


def schedule_line(words: Words, periods: list[str]) -> dict[str, object]:
    """Return the look of the schedule, broken at each new year.

    A single month, such as the first of a year, is a dash of its own, not nothing.
    """
    alone = [_is_alone(place, periods) for place in range(len(periods))]
    return {
        "mode": "lines+markers" if any(alone) else "lines",
        "name": words.t("chart.schedule"),
        "line": {"dash": "dash", "color": style.NEUTRAL, "width": 2},
        "marker": {
            "symbol": "line-ew-open",
            "size": [_DASH_PX if one else 0 for one in broken(alone, periods)],
            "color": style.NEUTRAL,
            "line": {"color": style.NEUTRAL, "width": 3},
        },
        "connectgaps": False,
        "hovertemplate": "%{fullData.name} %{y:.1f}%<extra></extra>",
    }


def _is_alone(place: int, periods: list[str]) -> bool:
    """Tell whether no other month of its year is drawn."""
    return sum(one[:4] == periods[place][:4] for one in periods) == 1
