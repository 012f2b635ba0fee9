"""The slides of a meeting turn by its buttons, whatever became of the server meanwhile."""

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

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
