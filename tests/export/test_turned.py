"""A waterfall in a report: its figures never lie upon each other."""

import plotly.graph_objects as go

from analysis.charts.style import STEP
from export.sizes import FULL_PAGE
from export.theme import type_of
from export.turned import stand_up


def steps_of(count):
    """Return a waterfall of so many steps below each other, the last of them all together."""
    places = [f"P{number}" for number in range(count)]
    bars = go.Bar(x=[1.0] * count, y=places, orientation="h")
    words = go.Scatter(x=[1.0] * count, y=places, mode="text", text=["\u2002+1"] * count)
    figure = go.Figure([bars, words])
    for place in places:
        figure.add_annotation(name=STEP, y=place, text=f"示例生物制剂扩建项目（{place}）")
    return figure


def test_few_steps_stand_up_with_their_changes_above_them():
    figure = steps_of(6)
    stand_up(figure, FULL_PAGE.layout_px[0], type_of(FULL_PAGE))
    assert figure.data[0].orientation == "v"
    assert (figure.data[1].text[-1], figure.data[1].textposition) == ("+1", "top center")


def test_steps_too_narrow_for_their_names_stay_below_each_other():
    figure = steps_of(40)
    stand_up(figure, FULL_PAGE.layout_px[0], type_of(FULL_PAGE))
    assert figure.data[0].orientation == "h"
