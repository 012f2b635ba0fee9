"""A legend has room above a chart and no blank band, however few rows there are below it."""

import plotly.graph_objects as go
import pytest

from analysis.charts import style


def drawn(rows, entries):
    figure = go.Figure()
    for entry in range(entries):
        figure.add_bar(x=[1] * rows, y=[str(row) for row in range(rows)], name=f"甲{entry}")
    places = [str(row) for row in range(rows)]
    style.horizontal(figure, rows=rows, unit_of_measure="项")
    return style.names_above(figure, places, places)


@pytest.mark.parametrize("entries", [2, 3, 5])
def test_several_rows_keep_nothing_free_above_a_legend_of_one_line(entries):
    assert drawn(5, entries).layout.margin.t is None


def test_one_row_keeps_the_lines_a_phone_needs_lest_they_lie_on_its_name():
    assert drawn(1, 3).layout.margin.t == 80


def test_a_legend_never_scrolls_and_an_axis_has_room_below_one_row():
    layout = style.template(dark=False).layout
    assert layout.legend.maxheight == 1
    assert layout.minreducedheight < 40
