"""Two languages down to the words Streamlit brings along."""

import pytest

from tests.pages.reader import WITHOUT_LOGIN
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
zh, en = catalogue("zh"), catalogue("en")
CHOOSE, TOOLS = ".stFileUploader button", '[data-testid="stElementToolbarButton"] button'


@pytest.fixture(scope="module")
def screen(demonstration, screen_of):
    return screen_of(demonstration).open("/upload")


def test_the_switch_changes_menu_page_and_built_in_words_and_back(screen):
    page = screen.page
    _speaks(page, zh, html="zh-CN", choose="选择文件", tool="搜索")
    screen.speak("English", en("page.upload"))
    _speaks(page, en, html="en", choose="Upload", tool="Search")
    screen.speak("中文", zh("page.upload"))
    _speaks(page, zh, html="zh-CN", choose="选择文件", tool="搜索")


def test_the_language_stays_on_the_next_page_and_after_a_reload(screen):
    screen.speak("English", en("page.upload")).go(en("page.units"))
    screen.page.reload()
    screen.settle().reads(en("figure.load"))
    assert screen.page.evaluate("document.documentElement.lang") == "en"
    screen.speak("中文", zh("page.units")).go(zh("page.upload"))


@pytest.mark.parametrize("spelled", ["en", "English"])
def test_a_link_in_english_is_english_down_to_the_built_in_words(screen, spelled):
    screen.open(f"/upload?lang={spelled}")
    _speaks(screen.page, en, html="en", choose="Upload", tool="Search")
    screen.page.reload()
    screen.settle().reads(en("upload.step_template"))


def _speaks(page, t, *, html, choose, tool) -> None:
    page.wait_for_function(
        "([choose, tools, word]) => document.querySelector(choose)"
        " && [...document.querySelectorAll(tools)].some(one => one.ariaLabel === word)",
        arg=[CHOOSE, TOOLS, tool],
    )
    menu = page.get_by_test_id("stSidebarNavLink").locator("p").all_inner_texts()
    assert {name.strip() for name in menu} == {t(f"page.{name}") for name in WITHOUT_LOGIN}
    assert choose in page.locator(CHOOSE).first.inner_text()
    assert page.evaluate("document.documentElement.lang") == html


def test_an_unknown_address_is_answered_in_the_readers_language(screen):
    screen.open("/nonsense")
    said = screen.page.get_by_role("dialog")
    said.get_by_text("没有这个地址的页面，已为您打开首页。").wait_for()
    assert "Running" not in said.inner_text()


def test_the_address_of_the_overview_leads_to_the_first_page_with_its_choices(screen):
    screen.open("/overview?lang=en").reads(en("figure.completion"))
    assert screen.page.get_by_role("dialog").count() == 0
