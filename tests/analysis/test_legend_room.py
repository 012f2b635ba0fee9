"""A legend has room above a chart, however few rows there are below it."""

import plotly.graph_objects as go
import pytest

from analysis.charts import rooms, style


def drawn(rows, entries):
    figure = go.Figure()
    for entry in range(entries):
        figure.add_bar(x=[1] * rows, y=[str(row) for row in range(rows)], name=f"甲{entry}")
    places = [str(row) for row in range(rows)]
    rooms.horizontal(figure, rows=rows, unit_of_measure="项")
    return rooms.names_above(figure, places, places)


@pytest.mark.parametrize(("entries", "top_px"), [(1, 40), (2, 60), (3, 80)])
def test_up_to_three_entries_keep_the_lines_they_take_when_a_page_turns_narrow(entries, top_px):
    assert drawn(5, entries).layout.margin.t == top_px


def test_many_entries_leave_their_lines_to_plotly():
    assert drawn(5, 5).layout.margin.t == 40


def test_one_row_keeps_the_lines_a_phone_needs_lest_they_lie_on_its_name():
    assert drawn(1, 3).layout.margin.t == 80


def test_a_legend_never_scrolls_and_an_axis_has_room_below_one_row():
    layout = style.template(dark=False).layout
    assert layout.legend.maxheight == 1
    assert layout.minreducedheight < 40
