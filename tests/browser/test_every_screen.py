"""Every page in both languages, by day and by night, on a desk and on a phone."""

import pytest

from tests.pages.reader import WITHOUT_LOGIN
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
BACKGROUND = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 24, 31)"}
NAMES = {"zh": "中文", "en": "English"}
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 780}
LETTERS = """() => [...document.querySelectorAll('.js-plotly-plot .xtick text')]
    .map(letter => getComputedStyle(letter).fill.match(/\\d+/g).map(Number))
    .map(([red, green, blue]) => (red + green + blue) / 3)"""

INK = "() => getComputedStyle(document.querySelector('.stApp')).color"
INKS = """holder => [...document.querySelectorAll(`[data-testid=${holder}] :is(code, .stAlert p)`),
    ...document.querySelectorAll(`.stAlert [data-testid=${holder}] p`)]
    .map(one => getComputedStyle(one).color)"""

PLACES = """() => ['figure-investment', 'rows-across-investment'].map(
    one => document.querySelector(`.st-key-${one}`).getBoundingClientRect().toJSON())"""


@pytest.fixture(scope="module")
def screen(demonstration, screen_of):
    return screen_of(demonstration).open()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_fails_calls_home_or_scrolls_sideways(screen, language, scheme):
    t = catalogue(language)
    screen.page.set_viewport_size(DESK)
    screen.dress(scheme, BACKGROUND[scheme]).speak(NAMES[language], t("page.overview"))
    for name in sorted(WITHOUT_LOGIN):
        screen.page.set_viewport_size(DESK)
        screen.go(t(f"page.{name}"))
        assert not screen.page.get_by_text(t("access.trouble")).count()
        letters = screen.page.evaluate(LETTERS)
        assert all(shade > 128 if scheme == "dark" else shade < 128 for shade in letters), name
        screen.page.set_viewport_size(PHONE)
        screen.settle().fits()
        if name == "meeting":  # it shows no menu; Escape leads out
            screen.page.keyboard.press("Escape")
            screen.page.locator("h1").get_by_text(t("page.overview"), exact=True).wait_for()
    screen.page.set_viewport_size(DESK)
    screen.go(t("page.overview"))
    assert screen.troubles == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_a_notice_and_of_a_field_have_the_ink_of_the_page(screen, scheme):
    screen.dress(scheme, BACKGROUND[scheme])
    for page, words in (("audit", "stAlertContentSuccess"), ("templates", "stCaptionContainer")):
        screen.open(f"/{page}?lang=zh")
        inks = screen.page.evaluate(INKS, words)
        assert inks
        assert set(inks) == {screen.page.evaluate(INK)}, page


def test_a_click_on_the_stated_part_of_a_bar_shows_only_its_projects(screen):
    t = catalogue("zh")
    screen.page.set_viewport_size(DESK)
    screen.open("/investment").reads(t("detail.behind", name=t("detail.every_project"), count=10))
    bar = screen.page.locator(".st-key-investment .bars").first.locator(".point path").nth(1)
    bar.scroll_into_view_if_needed()
    spot = bar.bounding_box()
    screen.page.mouse.click(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    screen.reads(t("detail.behind", name="生命科学与生物技术（计划原文）", count=1))
    behind = screen.settle().page.get_by_test_id("stDataFrame").first  # under its own chart
    listed = behind.locator("table").inner_text()
    assert "P01" in listed
    assert [number in listed for number in ("P02", "P06", "P08")] == [False] * 3
    chart, rows = screen.page.evaluate(PLACES)  # at once, for the page may still scroll
    assert rows["width"] > 1.8 * chart["width"]  # columns of figures have room beside each other
    assert rows["y"] > chart["y"] + chart["height"]
