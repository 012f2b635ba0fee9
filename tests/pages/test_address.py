"""What a reader chose stands in the address, so that a link shows the same to everybody."""

import pytest

from tests.pages.reader import PAGES, charts, key_figures, open_filters
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
    assert not open_filters(app).toggle(key="inferred").value
    stated, *_ = charts(app)["investment"]["data"]
    assert cache.plan().chain_names[0] in stated["y"]
    assert "方案没有明写" in t("control.with_inferred_help")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("view", ["finishes", "完成推算", "Finish at own pace"])
def test_a_link_to_a_view_means_the_same_in_both_languages(illustrative, language, view):
    app = illustrative.open("progress", subjects="projects", view=view, lang=language)
    assert "finishes_projects" in charts(app)
    assert written(app, "view") == ["finishes"]
    assert written(app, "subjects") == ["projects"]


def test_a_choice_on_the_page_writes_its_code_and_the_first_one_nothing(illustrative):
    app = illustrative.open("progress", lang="en")
    app.segmented_control(key="subjects").set_value("units").run()
    assert (written(app, "subjects"), written(app, "lang")) == (["units"], ["en"])
    app.segmented_control(key="subjects").set_value("tasks").run()
    assert "subjects" not in app.query_params


def test_the_language_of_a_link_goes_along_as_its_code(illustrative):
    app = illustrative.open("overview", lang="English")
    assert written(app, "lang") == ["en"]
    app.query_params.clear()
    app.switch_page("pages/supervision/units.py").run()
    assert written(app, "lang") == ["en"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_link_names_the_two_days_that_were_compared(illustrative, language):
    link = {"compare_by": "days", "compare_to_day": "2026-11-22", "lang": language}
    app = illustrative.open("comparison", **link)
    assert not app.exception
    assert str(app.date_input(key="compare_to_day").value) == "2026-11-22"
    assert written(app, "compare_to_day") == ["2026-11-22"]


def test_a_day_chosen_stands_in_the_address_until_it_is_the_first_again(illustrative):
    app = illustrative.open("comparison", compare_by="days", compare_to_day="yesterday")
    day = app.date_input(key="compare_to_day")
    at_first = day.value
    assert "compare_to_day" not in app.query_params
    app = day.set_value(day.min).run()
    assert written(app, "compare_to_day") == [day.min.isoformat()]
    app.date_input(key="compare_to_day").set_value(at_first).run()
    assert "compare_to_day" not in app.query_params


def test_a_link_names_the_lines_that_were_followed(illustrative):
    at_first = illustrative.open("progress", subjects="chains")
    assert "follow_chains" not in at_first.query_params
    app = illustrative.open("progress", subjects="chains", follow_chains=[LIFE, "火星开发"])
    assert app.multiselect(key="follow_chains").value == [LIFE]
    assert written(app, "follow_chains") == [LIFE]
    app = app.multiselect(key="follow_chains").set_value([]).run()
    assert app.multiselect(key="follow_chains").value == []
    assert "follow_chains" not in app.query_params


LIFE = "生命科学与生物技术"


def test_a_link_with_chinese_filters_shows_only_what_it_names(illustrative):
    app = illustrative.open("overview", chain=LIFE, phase=["在建", "谋划"])
    assert not app.exception
    total = next(key for key in key_figures(app) if key == t("key.total"))
    assert key_figures(app)[total] == "110.00 亿元"
    assert written(app, "chain") == [LIFE]
    assert [one.label for one in app.button if one.key.startswith("chip-")] == [
        f"产业链：{LIFE}",
        "阶段：在建",
        "阶段：谋划",
    ]


def test_filters_go_along_to_the_next_page_and_stand_in_its_address(illustrative):
    app = illustrative.open("overview", chain=LIFE)
    app.query_params.clear()
    app.switch_page("pages/leadership/progress.py").run()
    assert written(app, "chain") == [LIFE]
    assert [one.key for one in app.button if one.key.startswith("chip-")] == [f"chip-chain-{LIFE}"]


def test_a_choice_in_the_bar_writes_the_address_and_a_click_on_its_chip_takes_it_away(illustrative):
    app = illustrative.open("overview")
    open_filters(app).multiselect(key="filter-unit").set_value(["财政局", "关堤乡"]).run()
    assert written(app, "unit") == ["财政局", "关堤乡"]
    app.button(key="chip-unit-财政局").click().run()
    assert written(app, "unit") == ["关堤乡"]
    assert open_filters(app).multiselect(key="filter-unit").value == ["关堤乡"]
    app.button(key="filter-clear").click().run()
    assert "unit" not in app.query_params
    assert not [one for one in app.button if one.key.startswith("chip-")]


@pytest.mark.parametrize(
    ("light", "chain"), [("严重滞后", LIFE), ("Far behind", "Life science and biotechnology")]
)
def test_a_link_may_call_a_choice_as_the_screen_does(illustrative, light, chain):
    app = illustrative.open("overview", light=light, chain=chain)
    assert (written(app, "light"), written(app, "chain")) == (["red"], [LIFE])


def test_what_the_ledger_does_not_have_is_dropped_with_a_word(illustrative):
    app = illustrative.open("overview", chain=["火星开发", LIFE], light="purple")
    assert not app.exception
    said = t("filter.dropped", values="火星开发、purple")
    assert said in [caption.value for caption in app.caption]
    assert written(app, "chain") == [LIFE]
    assert "light" not in app.query_params


def test_captions_name_the_filters_in_force(illustrative):
    app = illustrative.open("overview", unit="财政局")
    said = t("figure.filters", filters="责任单位：财政局")
    assert any(said in caption.value.replace("\\", "") for caption in app.caption)


def test_nothing_that_fits_says_so_in_place_of_empty_charts(illustrative):
    app = illustrative.open("investment", chain="大数据", phase="在建")
    assert not app.exception
    assert [info.value for info in app.info] == [t("filter.nothing")]
    assert not charts(app)


FILTERED = [
    {"chain": "大数据"},
    {"unit": "振中街道"},
    {"section": "(一)加强生态保护修复"},
    {"light": "red"},
    {"light": "done", "unit": "科学技术局"},
    {"phase": "未写明", "inferred": "false"},
    {"leader": "未写明"},
]


@pytest.mark.parametrize(
    "page", ["overview", "investment", "pace", "progress", "units", "comparison", "card"]
)
def test_every_page_bears_every_kind_of_filter(illustrative, page):
    app = illustrative.open(page)
    for filters in FILTERED:
        app.query_params.clear()
        for name, value in filters.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception, filters
        assert not app.error, filters


def written(app, name):
    """Return what the address says under a name, as a list."""
    said = app.query_params[name]
    return [said] if isinstance(said, str) else said


def test_a_month_of_a_link_stays_in_the_address_of_the_next_page(illustrative):
    app = illustrative.open("overview", period="2026-09").switch_page(PAGES["pace"]).run()
    assert app.query_params["period"] == "2026-09"
    assert not app.run().exception


@pytest.mark.parametrize(("page", "key"), [("overview", "period"), ("upload", "template-period")])
def test_a_chosen_month_stays_when_the_language_changes(illustrative, page, key):
    app = illustrative.open(page)
    month = app.selectbox(key=key)
    wanted = "2026-09"
    month.set_value(wanted).run()
    for language in ("en", "zh"):
        app.segmented_control(key="lang").set_value(language).run()
        assert not app.exception
        assert app.selectbox(key=key).value == wanted
