"""Every page in both languages, by day and by night, on a desk and on a phone."""

import pytest

from tests.browser.aloud import foreign
from tests.pages.reader import WITHOUT_LOGIN
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
BACKGROUND = {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 24, 31)"}
NAMES, LANGUAGE_OF = {"zh": "中文", "en": "English"}, {"zh": "zh-CN", "en": "en"}
OTHER = {"zh": "en", "en": "zh", "light": "dark", "dark": "light"}
BEGINNINGS = [  # as the page before ended; a meeting shows no menu
    (name, *(("zh", "light"), ("en", "dark"))[place % 2])
    for place, name in enumerate(sorted(set(WITHOUT_LOGIN) - {"meeting"}))
]
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 780}
LETTERS = """() => [...document.querySelectorAll('.js-plotly-plot .xtick text')]
    .map(letter => getComputedStyle(letter).fill.match(/\\d+/g).map(Number))
    .map(([red, green, blue]) => (red + green + blue) / 3)"""
WORN = """() => [document.documentElement.lang,
    getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor]"""

INK = "() => getComputedStyle(document.querySelector('.stApp')).color"
INKS = """holder => [...document.querySelectorAll(`[data-testid=${holder}] :is(code, .stAlert p)`),
    ...document.querySelectorAll(`.stAlert [data-testid=${holder}] p`)]
    .map(one => getComputedStyle(one).color)"""

PLACES = """() => ['figure-investment', 'rows-across-investment'].map(
    one => document.querySelector(`.st-key-${one}`).getBoundingClientRect().toJSON())"""


@pytest.fixture(scope="module")
def shared(demonstration, screen_of):
    return screen_of(demonstration).open()


def begun(screen, language, scheme):
    """Bring the screen to a desk, in a language and a dress, whatever a test before left of it."""
    screen.troubles.clear()
    screen.page.set_viewport_size(DESK)
    if screen.page.evaluate(WORN) != [LANGUAGE_OF[language], BACKGROUND[scheme]]:
        screen.dress(scheme, BACKGROUND[scheme]).open(f"/?lang={language}")
    return screen


@pytest.mark.parametrize(("name", "language", "scheme"), BEGINNINGS)
def test_no_page_fails_calls_home_scrolls_sideways_or_speaks_another_language(
    shared, name, language, scheme
):
    screen = begun(shared, language, scheme)
    screen.go(catalogue(language)(f"page.{name}"))
    can_be_read(screen, language, scheme)
    assert foreign(screen, language) == set()
    turned(screen, name, OTHER[language])
    can_be_read(screen, OTHER[language], scheme)
    assert foreign(screen, OTHER[language]) == set()
    screen.dress(OTHER[scheme], BACKGROUND[OTHER[scheme]])
    for said in (language, OTHER[language]):
        turned(screen, name, said)  # charts take the other dress with the next answer
        can_be_read(screen, said, OTHER[scheme])
    assert screen.troubles == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_neither_does_a_meeting_which_escape_leads_out_of(shared, language, scheme):
    t = catalogue(language)
    screen = begun(shared, language, scheme).go(t("page.meeting"))
    can_be_read(screen, language, scheme)
    assert foreign(screen, language) == set()
    screen.page.keyboard.press("Escape")
    screen.page.locator("h1").get_by_text(t("page.overview"), exact=True).wait_for()
    assert screen.settle().troubles == []


def turned(screen, name, language) -> None:
    screen.speak(NAMES[language], catalogue(language)(f"page.{name}"))


def can_be_read(screen, language, scheme) -> None:
    """Hold that a page has not failed, has the ink of its dress and room on a phone."""
    assert not screen.page.get_by_text(catalogue(language)("access.trouble")).count()
    letters = screen.page.evaluate(LETTERS)
    assert all(shade > 128 if scheme == "dark" else shade < 128 for shade in letters)
    screen.page.set_viewport_size(PHONE)
    screen.settle().fits()
    screen.page.set_viewport_size(DESK)
    screen.settle()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_a_notice_and_of_a_field_have_the_ink_of_the_page(shared, scheme):
    screen = begun(shared, "zh", scheme)
    for page, words in (("audit", "stAlertContentSuccess"), ("templates", "stCaptionContainer")):
        screen.open(f"/{page}?lang=zh")
        inks = screen.page.evaluate(INKS, words)
        assert inks
        assert set(inks) == {screen.page.evaluate(INK)}, page


def test_a_click_on_the_stated_part_of_a_bar_shows_only_its_projects(shared):
    t, screen = catalogue("zh"), begun(shared, "zh", "light")
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
