"""What a chart shows in a line or two, for a slide or a brief."""

import plotly.graph_objects as go

from analysis.charts.spoken import Told, spoken, told
from texts import Texts
from texts.wrap import width_em

_EM = 88  # two lines of a slide
_MOST = 4


def headline(figure: go.Figure, t: Texts) -> str:
    """Say the first points of the longest series; of series over months, where each stands now.

    So many as two lines of a slide have room for; how many there are in all is said behind them.
    Empty where no series has a name to be called by, as in small multiples.
    """
    series = told(figure)
    if not series:
        return spoken(figure, t)
    running = [one for one in series if one.runs]
    if running:
        named = [one for one in running if one.name]
        return _ends(named, t) if named else ""
    longest = max(series, key=lambda one: len(one.points))
    said = [
        place if _holds(place, amount) else f"{place} {amount}".strip()
        for place, amount in longest.points
    ]
    return _fitting(longest.name, said, t)


def _holds(place: str, amount: str) -> bool:
    """Tell whether a name already has the figure written behind it."""
    return amount in place.split()


def _ends(series: list[Told], t: Texts) -> str:
    """Say the last point of each series, its place once where it is the same for all."""
    ends = [(one.name, *one.points[-1]) for one in series]
    places = {place for _, place, _ in ends}
    if len(places) == 1:
        return _fitting(places.pop(), [f"{name} {amount}" for name, _, amount in ends], t)
    return _fitting("", [f"{name} {amount} ({place})" for name, place, amount in ends], t)


def _fitting(name: str, said: list[str], t: Texts) -> str:
    """Join as many as there is room for; at least one."""
    for most in range(min(_MOST, len(said)), 0, -1):
        listed = t("figure.alt_comma").join(said[:most])
        listed += t("figure.alt_more", count=len(said)) if len(said) > most else ""
        sentence = t("figure.alt_series", name=name, points=listed) if name else listed
        if width_em(sentence) <= _EM:
            return sentence
    return said[0]
