"""A figure is dressed for the screen once, and what was drawn stays as it is."""

import json

import plotly.graph_objects as go
import plotly.io as pio

from analysis.charts.style import template
from ui.dressed import Dressed


def _drawn() -> go.Figure:
    return go.Figure(go.Bar(x=[1, 2], y=["甲", "乙"]), {"title": {"text": "投资"}, "height": 300})


def test_the_browser_gets_the_figure_in_the_template_of_its_colours():
    for dark in (False, True):
        expected = _drawn().update_layout(template=template(dark=dark))
        sent = json.loads(pio.to_json(Dressed(_drawn(), dark=dark).to_dict(), validate=False))
        assert sent == json.loads(expected.to_json())


def test_dressing_leaves_what_was_drawn_to_others():
    drawn = _drawn()
    before = drawn.to_json()
    Dressed(drawn, dark=True)
    assert drawn.to_json() == before


def test_what_is_sent_is_spelled_once():
    dressed = Dressed(_drawn(), dark=False)
    assert dressed.to_dict() is dressed.to_dict()
