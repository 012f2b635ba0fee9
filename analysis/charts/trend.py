"""Lines of progress over the months against 序时进度."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from analysis.bases import Bases
from analysis.charts import legend, line_ends, style, written
from analysis.charts.months import broken, month_axis
from analysis.charts.rows import rows_of
from analysis.charts.words import Words, percent
from analysis.metrics.columns import Counted
from domain.columns import ItemKind, Reports
from domain.periods import Period

_SYMBOLS = ("diamond", "cross", "x", "pentagon", "hexagon2", "hourglass", "bowtie", "diamond-tall")
# none of them is the mark of a light
_DASH_PX = 22
_HEIGHT_PX, _AROUND_PX = 460, 110  # legend above, months and their year below
_MOST_MARKS = 12  # a mark a month would hide a line of three years


@dataclass(frozen=True, slots=True)
class Made:
    """What the figures of lines are made of, and of which kind."""

    kind: ItemKind
    bases: Bases

    def said(self, subject: str, month: str, count: int, words: Words) -> str:
        """Say how many of a subject's items are in a month, and whether they make it fall."""
        of = "tasks" if self.kind is ItemKind.TASK else "projects"
        every = words.t(f"chart.base_{of}", count=count, every=self.bases.items[subject])
        fall = self.bases.falls.get((subject, month))
        if fall is None:
            return every
        if fall.before is None or fall.now is None:
            return f"{every}<br>{words.t('chart.fell_apart')}"
        before, now = percent(fall.before), percent(fall.now)
        shared = words.t(f"chart.fell_{of}", count=fall.items, before=before, now=now)
        return f"{every}<br>{shared}"


def over_time(
    table: pd.DataFrame,
    periods: list[str],
    words: Words,
    middle: pd.DataFrame | None = None,
    *,
    made: Made | None = None,
) -> go.Figure:
    """Draw the percent of each subject over the periods, with the dashed line of 序时进度.

    Each line has its name at its end; where not all have room, the legend has them.

    ``made`` says in the hover of how many things the figure of a month is made.
    ``middle`` has the quartiles of far more subjects by period; a band shows the half between.
    """
    figure = go.Figure()
    if middle is not None:
        _band(figure, middle, periods, words)
    months = broken(periods, periods)
    schedule = broken(schedule_of(periods, words), periods)
    figure.add_scatter(x=months, y=schedule, **schedule_line(words, periods))
    ends: list[line_ends.End] = []
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
            line={"width": 3, "color": colour, "dash": words.dash(subject, number)},
            marker={**look, "maxdisplayed": _MOST_MARKS},
            connectgaps=False,
            **_hover(subject, stated, periods, made, words),
        )
        legend.mark(figure, name, {**look, "size": 12})
        figure.update_traces({"meta": {line_ends.END: True}}, selector=-1)
        if last := next((one for one in reversed(periods) if one in shown), None):
            ends.append(line_ends.End(name, last, shown[last], colour))
    figure.update_layout(height=_HEIGHT_PX, hovermode="x unified", showlegend=True)
    figure.update_yaxes(title={"text": words.t("chart.axis_percent")}, rangemode="tozero")
    month_axis(figure, periods, words)
    highest = max([*table[Counted.PERCENT_DONE].dropna(), *schedule_of(periods, words)])
    line_ends.name_ends(figure, ends, periods, highest, _HEIGHT_PX - _AROUND_PX)
    return figure


def _hover(
    subject: str, stated: pd.DataFrame, periods: list[str], made: Made | None, words: Words
) -> dict[str, object]:
    """Say the percent, and behind it of how many tasks or projects it is made in that month."""
    said = "%{fullData.name} %{y:.1f}%"
    if made is None:
        return {"hovertemplate": f"{said}<extra></extra>"}
    counts = dict(zip(stated[Reports.PERIOD], stated[Counted.REPORTS], strict=True))
    each = [
        made.said(subject, one, int(counts[one]), words) if one in counts else "" for one in periods
    ]
    return {
        "customdata": broken(each, periods),
        "hovertemplate": f"{said} %{{customdata}}<extra></extra>",
    }


def schedule_of(periods: list[str], words: Words) -> list[float]:
    """Return 序时进度 in each month, which is known whether or not anybody reported."""
    rulebook = words.plan.rulebook
    return [rulebook.schedule_percent(Period.parse(one)) for one in periods]


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


def _band(figure: go.Figure, middle: pd.DataFrame, periods: list[str], words: Words) -> None:
    """Fill where the middle half of all lies, year by year, since figures start anew in January."""
    known = {row[Reports.PERIOD]: row for row in rows_of(middle)}
    years = dict.fromkeys(one[:4] for one in periods if one in known)
    for number, year in enumerate(years):
        months = [one for one in periods if one in known and one[:4] == year]
        low, high = (
            [known[one][end] for one in months]
            for end in (Counted.LOW_PERCENT, Counted.HIGH_PERCENT)
        )
        figure.add_scatter(
            x=[*months, *reversed(months)],
            y=[*low, *reversed(high)],
            mode="lines",
            fill="toself",
            fillcolor=written.see_through(style.NEUTRAL, 0.2),
            line={"width": 0, "color": style.NEUTRAL},
            name=words.t("chart.middle_half"),
            showlegend=number == 0,
            legendgroup="middle",
            hoverinfo="skip",
        )
