"""What a projector shows of a chart: as many rows as can be read, and how many are left out."""

import plotly.graph_objects as go

from analysis.charts import slide


def rows(count: int, *, height: int) -> go.Figure:
    places = [f"P{number:02d}" for number in range(count)]
    figure = go.Figure(go.Bar(x=[1] * count, y=places, orientation="h"))
    figure.update_yaxes(type="category", autorange="reversed")
    return figure.update_layout(height=height)


def test_a_chart_that_is_low_enough_stays_whole():
    figure = rows(6, height=400)
    shown, kept, left_out = slide.slide(figure)
    assert (shown, kept, left_out) == (figure, 6, 0)


def test_a_high_chart_keeps_its_first_rows_and_counts_the_others():
    shown, kept, left_out = slide.slide(rows(12, height=820))
    assert (kept, left_out) == (5, 7)
    assert shown.layout.yaxis.range == (4.5, -0.5)
    assert shown.layout.height == 400


def test_a_high_chart_without_rows_is_for_no_projector():
    panels = go.Figure(go.Scatter(x=[1], y=[2])).update_layout(height=620)
    assert not slide.fits(panels)
    assert slide.fits(rows(40, height=2000))
