"""One look at one page answers its question: the chart for it stands whole on the first screen."""

import pytest

pytestmark = pytest.mark.xdist_group("browser")
FOOT_PX = "chart => Math.ceil(chart.getBoundingClientRect().bottom)"
NOT_CUT = """() => {
    const edge = document.querySelector('[data-testid=stMain]').getBoundingClientRect().right;
    return [...document.querySelectorAll('.stMain .stButtonGroup [role=radio]')]
        .filter(one => one.getBoundingClientRect().right > edge).map(one => one.innerText);
}"""
HIGH = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def screen(year, screen_of):
    screen = screen_of(year)
    screen.page.set_viewport_size(HIGH)
    return screen


@pytest.mark.parametrize(
    ("page", "charts"),
    [
        ("overview", ["completion"]),
        ("investment", ["investment", "phases"]),
        ("pace", ["completion"]),
        ("progress", ["heatmap_tasks"]),
        ("units", ["load"]),
        ("comparison", ["changed_done"]),
    ],
)
def test_the_chart_that_answers_a_page_is_on_its_first_screen(screen, page, charts):
    screen.open(f"/{page}")
    for chart in charts:
        drawn = screen.page.locator(f".st-key-figure-{chart} .stPlotlyChart")
        assert drawn.evaluate(FOOT_PX) <= HIGH["height"], chart


def test_the_curve_of_the_year_stands_on_the_first_screen_with_the_names_of_its_months(screen):
    screen.open("/pace")
    months = screen.page.locator(".st-key-figure-curve .stPlotlyChart .xtick text")
    months.first.wait_for()
    assert max(months.evaluate_all(f"all => all.map({FOOT_PX})")) <= HIGH["height"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_no_choice_is_beyond_the_edge(screen, lang):
    screen.page.set_viewport_size({"width": 360, "height": 780})
    screen.open(f"/progress?lang={lang}")
    assert screen.page.evaluate(NOT_CUT) == []
    screen.page.set_viewport_size(HIGH)
