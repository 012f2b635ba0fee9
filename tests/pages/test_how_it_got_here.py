"""进度趋势 and 两期对比: the reader chooses a view, a part of the items, two dates."""

import pytest

from analysis.charts import forecast_words
from analysis.charts.words import Words
from domain.periods import Period
from tests.pages.reader import charts, words
from texts import catalogue

t = catalogue("zh")


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        ("heatmap", {"heatmap_tasks"}),
        ("finishes", {"finishes_tasks"}),
        ("multiples", {f"multiples_tasks-T{n:02d}" for n in range(1, 11)}),
    ],
)
def test_each_view_shows_all_tasks_below_their_lights(illustrative, view, shown):
    app = illustrative.open("progress")
    app.segmented_control(key="view").set_value(view).run()
    assert not app.exception
    assert set(charts(app)) == {"lights_tasks"} | shown


@pytest.mark.parametrize(("view", "asked"), [("heatmap", True), ("finishes", False)])
def test_an_estimate_lies_ahead_and_asks_for_no_months_behind(of_the_year, view, asked):
    app = of_the_year.open("progress")
    app.segmented_control(key="view").set_value(view).run()
    assert not app.exception
    assert any(one.key == "months" for one in app.segmented_control) == asked


def test_units_and_chains_are_followed_by_lines(illustrative):
    app = illustrative.open("progress")
    app.segmented_control(key="subjects").set_value("chains").run()
    assert not app.exception
    assert set(charts(app)) == {"trend_chains"}


def test_a_forecast_says_on_the_page_that_it_is_no_plan(illustrative):
    app = illustrative.open("progress")
    app.segmented_control(key="view").set_value("finishes").run()
    said = " ".join(words(app))
    assert "非计划" in said
    assert t("detail.paces") in said


def test_two_months_are_compared_and_another_earlier_one_can_be_chosen(illustrative):
    app = illustrative.open("comparison")
    assert app.selectbox(key="compare_from").value == "2026-09"
    app.selectbox(key="compare_from").set_value("2026-08").run()
    assert not app.exception
    said = " ".join(words(app))
    assert t("chart.moment", year=2026, month=8, version=5) in said
    assert t("page.comparison_same_list") in said


def test_two_days_of_the_ledger_are_compared_with_the_numbers_of_items(illustrative):
    app = illustrative.open("comparison")
    app.segmented_control(key="compare_by").set_value("days").run()
    assert not app.exception
    days = [app.date_input(key=f"compare_{end}_day").value for end in ("from", "to")]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("address", "is_said"),
    [
        ({"compare_by": "days", "compare_from_day": "2025-12-31"}, True),
        ({"compare_from": "2025-12"}, True),
        ({"compare_from": "2026-03"}, False),
    ],
)
def test_across_new_year_the_page_says_that_the_schedule_begins_anew(of_the_year, address, is_said):
    app = of_the_year.open("comparison", as_of="2026-11-01", **address)
    assert not app.exception
    assert "changed_lights" in charts(app)
    assert (t("detail.year_anew") in [one.value for one in app.caption]) is is_said


def test_the_first_month_has_nothing_before_it(illustrative):
    app = illustrative.open("comparison")
    app.selectbox(key="period").set_value("2026-08").run()
    assert not charts(app)
    assert t("page.comparison_needs_two") in [info.value for info in app.info]


def test_an_estimate_far_off_names_no_month(illustrated_board):
    words, october = Words(t, illustrated_board.plan), Period(2026, 10)
    assert forecast_words.month_or_beyond(Period(2031, 10).index, october, words) == "2031年10月"
    assert forecast_words.month_or_beyond(Period(2076, 4).index, october, words) == "5 年以后"
    assert forecast_words.month_or_beyond(None, october, words) == "—"


def test_a_day_before_the_ledger_says_when_it_begins(illustrative):
    app = illustrative.open("overview", as_of="2020-01-01")
    said = " ".join(words(app))
    assert "台账自" in said
    assert "第 0 版" not in said
    assert t("filter.nothing") not in said


def test_a_unit_without_a_project_has_no_axis_of_money(illustrative):
    app = illustrative.open("investment", unit="振中街道")
    assert not app.exception
    assert t("figure.no_project") in [info.value for info in app.info]
    assert "investment" not in charts(app)


def test_the_page_opens_on_the_kind_that_has_items_and_counts_both(illustrative):
    app = illustrative.open("progress", chain="生命科学与生物技术")
    switch = app.segmented_control(key="subjects")
    assert switch.value == "projects"
    assert switch.options[:2] == ["任务 1", "项目 3"]
    assert "subjects" not in app.query_params
    whole = illustrative.open("progress").segmented_control(key="subjects")
    assert (whole.value, whole.options[:2]) == ("tasks", ["任务 10", "项目 10"])


def test_the_other_kind_stands_in_the_address(illustrative):
    app = illustrative.open("progress", chain="生命科学与生物技术")
    app.segmented_control(key="subjects").set_value("tasks").run()
    assert app.query_params["subjects"] in ("tasks", ["tasks"])
    app.segmented_control(key="subjects").set_value("projects").run()
    assert "subjects" not in app.query_params
