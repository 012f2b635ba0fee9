"""No letter of a chart lies on another or is cut off, on a desk, a small screen and a phone."""

from pathlib import Path
from urllib.parse import urlencode

import pytest

from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
WIDTHS = 1440, 1024, 360
HIGH = 900
PAGES = (  # path, and the choices on the page by which every chart is on the screen once
    ("", {}),
    ("investment", {}),
    ("pace", {}),
    ("progress", {"subjects": "tasks", "view": "heatmap"}),
    ("progress", {"subjects": "tasks", "view": "finishes"}),
    ("progress", {"subjects": "projects", "view": "finishes"}),
    ("progress", {"subjects": "projects", "view": "multiples"}),
    ("progress", {"subjects": "chains"}),
    ("comparison", {}),
    ("units", {}),
    ("card", {"item": "P01"}),
)
LETTERS = Path(__file__).with_name("letters.js").read_text("utf-8")
REDRAWN = """() => {
    const charts = [...document.querySelectorAll('.js-plotly-plot')];
    const wide = part => part.getBoundingClientRect().width;
    const asWide = charts.every(chart => Math.abs(
        wide(chart.querySelector('.main-svg')) - wide(chart.closest('[data-testid=stPlotlyChart]'))
    ) < 2);
    const places = charts.flatMap(chart => [...chart.querySelectorAll('.main-svg text')])
        .map(text => text.getBoundingClientRect())
        .map(box => [box.left, box.top, box.right].map(Math.round)).join(';');
    if (window.placesOfLetters !== places) {
        [window.placesOfLetters, window.placedAt] = [places, performance.now()];
    }
    return asWide && performance.now() - window.placedAt > 300;
}"""


@pytest.fixture(scope="module")
def screen(demonstration, screen_of):
    return screen_of(demonstration)


@pytest.mark.parametrize(("path", "choices"), PAGES)
def test_no_letters_of_a_chart_lie_on_others_or_are_cut_off(screen, path, choices):
    widened(screen, WIDTHS[0])
    screen.open(f"/{path}?{urlencode({'lang': 'zh', **choices})}")
    troubles = troubles_at_every_width(screen)
    widened(screen, WIDTHS[0]).speak("English", catalogue("en")(f"page.{path or 'overview'}"))
    troubles += troubles_at_every_width(screen)
    assert troubles == []
    assert screen.troubles == []


def widened(screen, width):
    screen.page.set_viewport_size({"width": width, "height": HIGH})
    return screen


def troubles_at_every_width(screen) -> list[str]:
    troubles = []
    for width in WIDTHS:
        widened(screen, width).settle().page.wait_for_function(REDRAWN)
        seen = screen.page.evaluate(LETTERS)
        assert seen["letters"] > 5, "no chart is shown"
        troubles += [f"{width} px {trouble}" for trouble in seen["troubles"]]
        screen.fits()
    return troubles
