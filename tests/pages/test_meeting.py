"""The slides of a meeting turn by its buttons, whatever became of the server meanwhile."""

import re

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

from analysis.gallery import KEY_CHARTS
from tests.pages.offices import ROOT
from tests.pages.reader import PAGES


def test_a_server_that_started_anew_turns_by_the_first_key_of_an_open_page(illustrative):
    before = illustrative.open("meeting")
    pressed = WidgetStates()
    pressed.widgets.add(id=before.button(key="meeting-after").proto.id, trigger_value=True)
    anew = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    anew.switch_page(PAGES["meeting"])._run(pressed)  # noqa: SLF001 - AppTest presses only what it has shown
    before.button(key="meeting-after").click().run()
    assert not anew.exception
    assert anew.query_params["chart"] == before.query_params["chart"]


def test_a_click_turns_one_slide_and_another_the_next(illustrative):
    app, seen = illustrative.open("meeting"), []
    for _ in range(3):
        app.button(key="meeting-after").click().run()
        seen.append((*app.query_params["chart"], *app.query_params.get("part", ())))
    app.button(key="meeting-before").click().run()
    assert len(set(seen)) == 3
    assert (*app.query_params["chart"], *app.query_params.get("part", ())) == seen[1]


def test_a_meeting_shows_the_key_charts_until_somebody_asks_for_every_one(illustrative):
    app = illustrative.open("meeting")
    assert place(app) == (1, len(KEY_CHARTS) - 1)  # no problem is known, so none are counted
    every = app.button(key="meeting-every").click().run()
    assert (place(every)[0], place(every)[1] > 30) == (1, True)
    assert every.query_params["charts"] == "every"
    assert place(every.button(key="meeting-chief").click().run()) == place(app)


def test_a_link_to_another_chart_shows_it_among_every_one_and_turns_on_among_them(illustrative):
    app = illustrative.open("meeting", chart="load")
    app.button(key="meeting-after").click().run()
    assert app.query_params["chart"] == "load_state"
    assert app.query_params["charts"] == "every"
    app.button(key="meeting-chief").click().run()
    assert app.query_params["chart"] == "load_state"
    assert place(app)[1] < len(KEY_CHARTS) + 1


def place(app) -> tuple[int, int]:
    number, count, *_ = map(int, re.findall(r"\d+", app.caption[-1].value))
    return number, count
