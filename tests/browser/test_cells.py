"""A click on a cell of a matrix shows the rows behind it."""

import re
from urllib.parse import urlencode

import pytest

from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
t = catalogue("zh")
CELL = """async ([key, across, down]) => {
    const chart = document.querySelector(`.st-key-${key} .js-plotly-plot`);
    chart.scrollIntoView({block: 'center'});
    for (let before = null, still = 0; still < 10; ) {  // what stands above may still grow
        await new Promise(requestAnimationFrame);
        const now = chart.getBoundingClientRect().top;
        still = now === before ? still + 1 : 0;
        before = now;
    }
    const box = chart.querySelector('.nsewdrag').getBoundingClientRect();
    const {xaxis, yaxis} = chart._fullLayout;
    return [
        box.left + xaxis.c2p(across - 0.5) + (xaxis.c2p(1) - xaxis.c2p(0)) * 0.9,
        box.top + yaxis.c2p(down),
    ];
}"""


@pytest.fixture(scope="module")
def screen(demonstration, screen_of):
    return screen_of(demonstration)


@pytest.mark.parametrize(
    ("path", "choices", "chart", "cell", "behind"),
    [
        ("progress", {"view": "heatmap"}, "heatmap_tasks", (0, 1), "：逐月上报"),
        ("comparison", {}, "changed_lights", (0, 0), "→ .+：[0-9]+ 项"),
        ("units", {}, "matrix", (0, 0), "：[0-9]+ 项任务"),
        ("units", {}, "together", (0, 0), "：[0-9]+ 项任务"),
    ],
)
def test_a_click_near_the_edge_of_a_cell_shows_its_rows(screen, path, choices, chart, cell, behind):
    said = {key: t(f"control.{key}_{choice}") for key, choice in choices.items()}
    screen.open(f"/{path}?{urlencode(said)}")
    across, down = screen.page.evaluate(CELL, [chart, *cell])
    screen.page.mouse.move(across, down)
    screen.page.locator(f".st-key-{chart} .hoverlayer .hovertext").first.wait_for()
    screen.page.mouse.click(across, down)  # plotly clicks what it has seen the pointer over
    screen.page.get_by_text(re.compile(behind)).first.wait_for()
    assert screen.settle().troubles == []


def test_a_cell_of_the_board_stays_open_in_the_other_language_and_after_a_reload(screen):
    screen.open("/reporting?period=2026-10")
    across, down = screen.page.evaluate(CELL, ["reporting_board", 0, 0])
    screen.page.mouse.move(across, down)
    screen.page.locator(".st-key-reporting_board .hoverlayer .hovertext").first.wait_for()
    screen.page.mouse.click(across, down)
    screen.page.locator(".st-key-board-close").wait_for()
    opened = screen.settle().page.url
    assert "cell=" in opened
    screen.speak("English", catalogue("en")("page.reporting"))
    screen.page.locator(".st-key-board-close").wait_for()
    screen.open(opened.removeprefix(screen.address))
    screen.page.locator(".st-key-board-close button").click()
    screen.page.locator(".st-key-board-close").wait_for(state="detached")
    assert "cell=" not in screen.settle().page.url
    assert screen.troubles == []
