"""Months along an axis are months, and each year is named once."""

import plotly.graph_objects as go

from analysis.charts.words import Words

_MOST_TICKS = 7  # more month names than these run into each other on a phone


def month_axis(figure: go.Figure, periods: list[str], words: Words, *, every: int = 0) -> go.Figure:
    """Name the months of a category axis: every one, or every third or sixth of a long time.

    ``every`` asks for a distance of its own.
    """
    step = every or _distance(len(periods))
    shown = [one for one in periods if (int(one[5:7]) - 1) % step == 0] or periods[-1:]
    return figure.update_xaxes(
        type="category",
        categoryorder="array",
        categoryarray=periods,
        tickvals=shown,
        ticktext=words.months(shown),
        tickangle=0,
        showgrid=False,
        showline=False,
    )


def _distance(months: int) -> int:
    """Return every how many months one is named.

    >>> [_distance(months) for months in (3, 12, 36, 60)]
    [1, 3, 6, 12]
    """
    return next((step for step in (1, 3, 6) if months <= _MOST_TICKS * step), 12)


def in_full(period: str, words: Words) -> str:
    """Name a month with its year."""
    return words.t("chart.month_in_full", year=int(period[:4]), month=int(period[5:7]))
