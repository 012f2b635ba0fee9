"""What a reader chose stands in the address, so that a link shows the same to everybody."""

import pytest

from tests.pages.reader import charts, key_figures
from texts import catalogue
from ui import cache

t = catalogue("zh")


@pytest.mark.parametrize("spelled", ["en", "English"])
def test_a_link_can_ask_for_english(illustrative, spelled):
    app = illustrative.open("overview", lang=spelled)
    assert [title.value for title in app.title] == [catalogue("en")("page.overview")]


@pytest.mark.parametrize("spelled", ["zh", "中文", "fr", ""])
def test_anything_else_is_chinese(illustrative, spelled):
    app = illustrative.open("overview", lang=spelled)
    assert not app.exception
    assert [title.value for title in app.title] == [t("page.overview")]


def test_going_back_to_a_short_link_within_a_session_changes_the_language(illustrative):
    app = illustrative.open("overview")
    app.query_params["lang"] = "en"
    app.run()
    assert not app.exception


def test_the_switch_speaks_the_other_language_at_once(illustrative):
    app = illustrative.open("overview")
    app.segmented_control(key="lang").set_value("en").run()
    assert [title.value for title in app.title] == [catalogue("en")("page.overview")]
    app.segmented_control(key="lang").set_value("zh").run()
    assert [title.value for title in app.title] == [t("page.overview")]


def test_a_link_to_a_period_shows_that_period(illustrative):
    newest = key_figures(illustrative.open("overview"))
    chosen = illustrative.open("overview", period="2026-08")
    assert chosen.selectbox(key="period").value == "2026-08"
    assert key_figures(chosen)[t("key.completion")] != newest[t("key.completion")]


def test_a_period_nobody_reported_falls_back_to_the_newest(illustrative):
    app = illustrative.open("overview", period="2031-01")
    assert not app.exception
    assert app.selectbox(key="period").value == "2026-10"


def test_a_chosen_period_stays_on_the_next_page(illustrative):
    app = illustrative.open("overview")
    app.selectbox(key="period").set_value("2026-09").run()
    app.switch_page("pages/leadership/progress.py").run()
    assert app.selectbox(key="period").value == "2026-09"


def test_a_link_without_inferred_chains_shows_only_the_stated(illustrative):
    app = illustrative.open("investment", inferred="false")
    assert not app.toggle(key="inferred").value
    stated, *_ = charts(app)["investment"]["data"]
    assert cache.plan().chain_names[0] in stated["y"]
    assert "方案没有明写" in t("control.with_inferred_help")
