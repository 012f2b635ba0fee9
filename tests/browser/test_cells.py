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

WORDS = """async ([key, words]) => {  // at their last letters: a name may stand before them
    const chart = document.querySelector(`.st-key-${key} .js-plotly-plot`);
    chart.scrollIntoView({block: 'center'});
    await new Promise(one => setTimeout(() => requestAnimationFrame(one), 100));
    const box = [...chart.querySelectorAll('text')]
        .find(one => one.textContent.trim().endsWith(words)).getBoundingClientRect();
    return [box.right - 12, box.top + box.height / 2];
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("chart", "words", "row", "projects"),
    [
        ("investment", "另 2 个未披露", "生命科学与生物技术", {"P06", "P08"}),
        ("investment", "1 个项目未披露", "大数据", {"P10"}),
        ("phases", "2 个项目未披露", "谋划", {"P08", "P09"}),
        (
            "projects",
            "未披露投资额 6 个项目",
            "",
            {"P05", "P06", "P07", "P08", "P09", "P10"},
        ),
    ],
)
def test_a_click_on_how_many_disclose_no_amount_lists_just_these(
    screen, scheme, chart, words, row, projects
):
    screen.page.emulate_media(color_scheme=scheme)
    screen.open("/investment")
    spot = screen.page.evaluate(WORDS, [chart, words])
    screen.page.mouse.move(*spot)
    screen.page.locator(f".st-key-{chart} .hoverlayer .hovertext").first.wait_for()
    screen.page.mouse.click(*spot)
    name = t("detail.part", whole=row, part=t("table.undisclosed"))
    name = name if row else t("table.undisclosed")
    screen.reads(t("detail.behind", name=name, count=len(projects)))
    behind = screen.settle().page.get_by_test_id("stDataFrame").first
    assert set(re.findall(r"P\d\d", behind.locator("table").inner_text())) == projects
    assert screen.troubles == []


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
