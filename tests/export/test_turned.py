"""A waterfall in a report: its figures never lie upon each other."""

import plotly.graph_objects as go
import pytest

from export.labels import STEP
from export.sizes import FULL_PAGE
from export.theme import type_of
from export.turned import stand_up

SUM = "2652.90 (+95.16)"


def steps_of(count):
    """Return a waterfall of so many steps below each other, the last of them a sum."""
    places = [f"P{number}" for number in range(count)]
    bars = go.Bar(x=[1.0] * count, y=places, orientation="h")
    words = go.Scatter(x=[1.0] * count, y=places, mode="text", text=["+1"] * (count - 1) + [SUM])
    figure = go.Figure([bars, words])
    for place in places:
        figure.add_annotation(name=STEP, y=place, text=f"示例生物制剂扩建项目（{place}）")
    return figure


@pytest.mark.parametrize("steps", [12, 40])
def test_the_change_of_a_sum_stands_beside_it_where_rows_have_one_line(steps):
    figure = steps_of(steps)
    stand_up(figure, FULL_PAGE.layout_px, type_of(FULL_PAGE))
    assert figure.data[1].text[-1] == SUM


def test_it_stands_below_the_sum_where_rows_have_room_for_two():
    figure = steps_of(14)
    stand_up(figure, (300, 1200), type_of(FULL_PAGE))
    assert figure.data[1].text[-1] == SUM.replace(" (", "<br>(")
