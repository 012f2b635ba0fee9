"""What is picked in a chart stands in the address as long as the chart still shows it."""

import pytest

from analysis.charts.style import LIGHT_SHAPES
from domain.rules import Light
from tests.pages.reader import charts, table_with, words
from tests.pages.test_money_and_pace import clicked, numbers
from texts import catalogue

zh = catalogue("zh")
GRAVE = (Light.RED, Light.YELLOW, Light.UNREPORTED)
LIFE, AEROSPACE = "生命科学与生物技术", "航空航天"


def picks(app):
    written = app.query_params.get("pick", [])
    return [written] if isinstance(written, str) else list(written)


def test_a_click_is_written_into_the_address_and_another_takes_its_place(illustrative):
    app = clicked(illustrative.open("investment"), "completed", AEROSPACE)
    assert picks(app) == [f"completed|{AEROSPACE}"]
    assert picks(clicked(app, "completed", LIFE)) == [f"completed|{LIFE}"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_pasted_link_shows_the_rows_of_the_part_and_marks_it(illustrative, language):
    app = illustrative.open("investment", lang=language, pick=f"completed|{AEROSPACE}")
    said = catalogue(language)("detail.behind", name="", count=1)
    assert any(said.strip(":： ")[-8:] in one for one in words(app))
    assert [one.key for one in app.button if one.key == "unpick-completed"]
    (bar, *_) = charts(app)["completed"]["data"]
    assert bar["selectedpoints"] == [list(bar["customdata"]).index(AEROSPACE)]


def test_a_cell_of_two_names_survives_too(illustrative):
    cell = charts(illustrative.open("units"))["matrix"]["data"][-1]["customdata"][0]
    app = illustrative.open("units", pick="|".join(["matrix", *cell]))
    assert picks(app) == ["|".join(["matrix", *cell])]
    assert [one.key for one in app.button if one.key == "unpick-matrix"]


@pytest.mark.parametrize(("subjects", "light"), [("tasks", "done"), ("projects", "green")])
def test_a_part_of_a_month_lists_exactly_the_items_of_its_light(of_the_year, subjects, light):
    app, chart = of_the_year.open("progress", subjects=subjects), f"lights_{subjects}"
    (part,) = [
        one
        for one in charts(app)[chart]["data"]
        if one["type"] == "bar" and one["customdata"][0][1] == light
    ]
    at = max(range(len(part["y"])), key=lambda month: part["y"][month])
    assert part["y"][at]
    cell = part["customdata"][at]
    picked = clicked(app, chart, cell)
    assert picks(picked) == ["|".join([chart, *cell])]
    for app in (picked, of_the_year.open("progress", subjects=subjects, pick=picks(picked)[0])):
        (said,) = [one.value for one in app.markdown if f"{zh(f'light.{light}')}：" in one.value]
        month = zh("chart.month_in_full", year=int(cell[0][:4]), month=int(cell[0][5:]))
        assert (
            said == f"**{month} {LIGHT_SHAPES[light]} {zh(f'light.{light}')}：{part['y'][at]} 项**"
        )
        listed = [one.value for one in app.dataframe if len(one.value) == part["y"][at]]
        lights = [set(one[zh("table.light")]) for one in listed if zh("table.light") in one.columns]
        assert {f"{LIGHT_SHAPES[light]} {zh(f'light.{light}')}"} in lights


def test_a_link_to_a_month_alone_still_lists_what_was_not_in_order_and_marks_the_month(of_the_year):
    app = of_the_year.open("progress", pick="lights_tasks|2026-03")
    assert picks(app) == ["lights_tasks|2026-03"]
    grave = "、".join(f"{LIGHT_SHAPES[one]} {zh(f'light.{one}')}" for one in GRAVE)
    assert any(f"2026年3月 {grave}：" in one for one in words(app))
    bars = [one for one in charts(app)["lights_tasks"]["data"] if one["type"] == "bar"]
    assert bars
    for bar in bars:
        assert [bar["customdata"][at][0] for at in bar["selectedpoints"]] == ["2026-03"]
    assert picks(of_the_year.open("progress", pick="lights_tasks|1999-03")) == []


@pytest.mark.parametrize(
    ("carried", "chart", "sentence", "states"),
    [
        ("tasks", "load_state", "detail.tasks_of", 2),
        ("projects", "load_projects", "detail.behind", 1),
    ],
)
def test_a_part_of_a_units_bar_lists_what_stands_so_alone(
    of_the_year, carried, chart, sentence, states
):
    app = of_the_year.open("units", carried=carried)
    parts = [
        (cell, count)
        for one in charts(app)[chart]["data"]
        if one["type"] == "bar"
        for cell, count in zip(one["customdata"], one["x"], strict=True)
        if count
    ]
    assert len({state for (_, state), _ in parts}) >= states
    for (unit, state), count in {cell[1]: (cell, count) for cell, count in parts}.values():
        picked = clicked(app, chart, [unit, state])
        assert picks(picked) == [f"{chart}|{unit}|{state}"]
        spoken = zh(f"table.state_{state}")
        where = zh("detail.part", whole=unit, part=spoken)
        said = zh(sentence, where=where, name=where, count=count)
        assert f"**{said}**" in [one.value for one in picked.markdown]
        assert table_with(picked, zh("table.state"))[zh("table.state")].tolist() == [spoken] * count


def test_a_link_to_a_whole_unit_lists_all_it_carries_and_marks_all_its_parts(of_the_year):
    drawn = charts(of_the_year.open("units", carried="tasks"))["load_state"]["data"]
    unit = drawn[0]["customdata"][0][0]
    app = of_the_year.open("units", carried="tasks", pick=f"load_state|{unit}")
    total = sum(one["x"][0] for one in drawn if one["type"] == "bar")
    said = zh("detail.state_of", unit=unit, count=total)
    assert f"**{said}**" in [one.value for one in app.markdown]
    bars = [one for one in charts(app)["load_state"]["data"] if one["type"] == "bar"]
    assert [one["selectedpoints"] for one in bars] == [[0]] * len(bars)


def test_back_to_all_takes_the_pick_out_of_the_address(illustrative):
    app = illustrative.open("investment", pick=f"completed|{AEROSPACE}")
    whole = app.button(key="unpick-completed").click().run()
    assert picks(whole) == []
    assert zh("figure.picked") not in words(whole)


def test_a_pick_goes_when_a_filter_takes_its_bar_away_and_so_does_one_that_never_was(illustrative):
    app = illustrative.open("investment", pick=f"completed|{AEROSPACE}", chain=LIFE)
    assert picks(app) == []
    assert picks(illustrative.open("investment", pick="completed|nothing")) == []


def test_picks_of_two_charts_stand_beside_each_other(illustrative):
    app = clicked(illustrative.open("investment"), "completed", AEROSPACE)
    both = clicked(app, "projects", "P01")
    assert picks(both) == [f"completed|{AEROSPACE}", "projects|P01"]
    assert numbers(both) == ["P01"]


def test_a_pick_stays_where_the_view_changes_to_other_charts_no_longer(illustrative):
    app = illustrative.open("progress", view="multiples", pick="multiples_tasks|T01")
    assert picks(app) == ["multiples_tasks|T01"]
    assert picks(app.segmented_control(key="view").set_value("heatmap").run()) == []


def test_a_pick_stays_behind_on_the_page_it_was_made_on(illustrative):
    app = clicked(illustrative.open("investment"), "completed", AEROSPACE)
    app = app.switch_page("pages/leadership/pace.py").run()
    assert picks(app) == []
    app = clicked(app, "completion", AEROSPACE)
    assert picks(app) == [f"completion|{AEROSPACE}"]
