"""How many projects reported in each month, as bars below a curve of the same months."""

import plotly.graph_objects as go

from analysis.charts import style
from analysis.charts.months import MOST_ON_A_PHONE, YIELDS, named
from analysis.charts.rows import Row
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from domain.columns import Reports

_REPORTED, _ALL = Counted.REPORTED_PROJECTS.value, Counted.YEAR_PLANS.value

_WIDE = 1000  # four digits are wider than a column of a phone


def add(figure: go.Figure, rows: list[Row], words: Words) -> None:
    """Draw on the second y axis how many projects reported in each month with a report."""
    past = [row for row in rows if row[_REPORTED]]
    months = [row[Reports.PERIOD] for row in past]
    whole = max((row[_ALL] for row in rows), default=0)
    figure.add_bar(
        name=words.t("chart.axis_reported", count=whole),  # nothing shows it, it is read aloud
        x=months,
        y=[row[_REPORTED] for row in past],
        yaxis="y2",
        showlegend=False,
        marker={"color": style.ACCENT_SOFT},
        text=_counts(past, [row[Reports.PERIOD] for row in rows]),
        textposition="outside",
        textfont={"size": 13},
        constraintext="none" if whole < _WIDE else "both",  # plotly makes small what is wider
        cliponaxis=False,
        customdata=months,
        hovertext=[denominator(row, words) for row in past],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _counts(past: list[Row], months: list[str]) -> list[str]:
    """Return the counts to write; on a phone those of the named months and of the newest."""
    if not past:
        return []
    newest = months.index(past[-1][Reports.PERIOD])
    clear = [one for one in named(months, MOST_ON_A_PHONE) if newest - months.index(one) > 1]
    kept = {*clear, months[newest]}
    return [
        str(row[_REPORTED]) if row[Reports.PERIOD] in kept else f"{row[_REPORTED]}{YIELDS}"
        for row in past
    ]


def denominator(row: Row, words: Words) -> str:
    """Say how many of the projects with a year plan reported in a month."""
    return words.t("chart.curve_reported", reported=row[_REPORTED], count=row[_ALL])
