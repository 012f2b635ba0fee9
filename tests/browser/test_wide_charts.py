"""A chart wider than a phone begins at its newest month, and names its rows all the while."""

import pytest

from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
FRAME = "[class*='st-key-wide-reporting_board'] > .stElementContainer"
HIDDEN_PX = """([frame, side]) => {
    const box = document.querySelector(frame).getBoundingClientRect();
    const drawn = document.querySelector(`${frame} .main-svg`).getBoundingClientRect();
    return side === 'right' ? drawn.right - box.right : box.left - drawn.left;
}"""
NAMES_SEEN = """frame => {
    const box = document.querySelector(frame).getBoundingClientRect();
    const names = [...document.querySelectorAll(`${frame} .ytick text`)];
    return names.length > 0
        && names.every(one => one.getBoundingClientRect().left >= box.left - 1);
}"""

NO_FRAGMENT = """frame => {
    const all = (part) => [...document.querySelectorAll(`${frame} ${part}`)];
    const at = (one) => one.getBoundingClientRect();
    const edge = Math.max(...all('.ytick text').map(one => at(one).right));
    const seen = all('.xtick text').filter(one => getComputedStyle(one).visibility !== 'hidden');
    return seen.length > 3 && seen.every(one => at(one).left >= edge);
}"""
CUT_OR_CROSSED = """() => {
    const chart = document.querySelector('.st-key-figure-curve .js-plotly-plot');
    const note = chart.querySelector('.annotation-text').getBoundingClientRect();
    const inside = (point) => point.x > note.left && point.x < note.right
        && point.y > note.top && point.y < note.bottom;
    const onLine = [...chart.querySelectorAll('.xy .scatterlayer .js-line')].flatMap(line =>
        [...Array(101).keys()].map(part => line.getPointAtLength(line.getTotalLength() * part / 100)
            .matrixTransform(line.getScreenCTM())));
    return [onLine.length, note.right > innerWidth, onLine.some(inside)];
}"""
LEGEND_IN_PLACE = """chart => {
    const at = (part) => document.querySelector(`${chart} ${part}`).getBoundingClientRect();
    return at('.main-svg').width > 1000 && at('.legend').bottom <= at('.nsewdrag').top + 2;
}"""
CELLS_SEEN = """chart => [...document.querySelectorAll(`${chart} .xtick text`)]
    .map(one => one.getBoundingClientRect())
    .filter(box => box.left >= 0 && box.right <= window.innerWidth).length"""


@pytest.fixture(scope="module")
def screen(year, screen_of):
    screen = screen_of(year)
    screen.page.set_viewport_size({"width": 360, "height": 780})
    return screen


def test_on_a_phone_the_reporting_board_begins_at_its_newest_month_and_names_stay(screen):
    screen.open("/reporting").reads(catalogue("zh")("figure.sideways"))
    assert screen.page.evaluate(HIDDEN_PX, [FRAME, "right"]) <= 1
    assert screen.page.evaluate(HIDDEN_PX, [FRAME, "left"]) > 40
    screen.page.wait_for_function(NAMES_SEEN, arg=FRAME)
    screen.page.evaluate(f'document.querySelector("{FRAME}").scrollLeft -= 60')
    screen.page.wait_for_function(NAMES_SEEN, arg=FRAME)


@pytest.mark.parametrize(
    ("page", "chart"), [("progress", "lights_tasks"), ("progress", "heatmap_tasks")]
)
def test_no_month_shows_a_fragment_beside_the_names_that_stay(screen, page, chart):
    screen.open(f"/{page}")
    frame = f"[class*='st-key-wide-{chart}'] > .stElementContainer"
    for _ in range(4):
        screen.page.evaluate(f'document.querySelector("{frame}").scrollLeft -= 17')
        screen.page.wait_for_function(NO_FRAGMENT, arg=frame)


def test_a_phone_shows_every_section_of_the_matrix_and_does_not_speak_of_scrolling(screen):
    screen.open("/units?lang=en").fits()
    assert screen.page.evaluate(CELLS_SEEN, ".st-key-matrix") == 4
    assert not screen.page.locator(".st-key-sideways-matrix").count()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_phone_the_note_of_the_curve_is_not_cut_and_no_line_runs_through_it(screen, language):
    screen.open(f"/pace?lang={language}")
    points, cut, crossed = screen.page.evaluate(CUT_OR_CROSSED)
    assert (points > 100, cut, crossed) == (True, False, False)


@pytest.mark.parametrize(
    ("page", "chart", "before", "after"),
    [
        ("/progress?view=finishes", ".st-key-figure-finishes_tasks", (1024, 900), (1440, 900)),
        ("/meeting?chart=completion_projects", ".st-key-meeting-chart", (1920, 1080), (1920, 760)),
    ],
    ids=["wider", "lower"],
)
def test_a_window_of_another_size_leaves_no_legend_over_the_first_row(
    screen, page, chart, before, after
):
    screen.page.set_viewport_size(dict(zip(("width", "height"), before, strict=True)))
    screen.open(page).page.locator(f"{chart} .legend").wait_for()
    screen.settle().page.set_viewport_size(dict(zip(("width", "height"), after, strict=True)))
    screen.page.wait_for_function(LEGEND_IN_PLACE, arg=chart)
