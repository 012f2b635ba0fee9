"""Filters in the address, the way to a card, its one A4 page, and the keys of a meeting."""

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
t = catalogue("zh")
AEROSPACE = "航空航天"
FAINT = """() => [...document.querySelectorAll('.stMain *')]
    .filter(part => [...part.childNodes].some(one => one.nodeType === 3 && one.data.trim()))
    .filter(part => part.getBoundingClientRect().width > 1)
    .filter(part => {
        const look = getComputedStyle(part);
        const shade = (part.closest('svg') ? look.fill : look.color).match(/[\\d.]+/g).map(Number);
        return shade[0] + shade[1] + shade[2] > 384;
    })
    .map(part => part.textContent)"""
BETWEEN_MARGINS_PX = (210 - 2 * 10) / 25.4 * 96  # of A4, in the pixels of a page that prints
WIDEST_OF_THE_CARD = """() => Math.max(  // a chart keeps in print the width it has on the screen
    ...[...document.querySelectorAll('.st-key-card .main-svg')]
        .map(one => one.getBoundingClientRect().width))"""
ON_TOP = """() => {
    const at = (part) => document.querySelector(part)?.getBoundingClientRect();
    const shown = at('.js-plotly-plot .main-svg') ?? at('.st-key-meeting p');  // or a sentence
    return shown.bottom - at('.st-key-meeting-turn').top;
}"""

BAR_AT_THE_EDGE = """async key => {
    const bar = document.querySelector(`.st-key-figure-${key} .bars .point path`);
    const page = document.querySelector('[data-testid=stMain]');
    for (let before = null, still = 0; still < 10; ) {  // what stands above may still grow
        const {bottom} = bar.getBoundingClientRect();
        page.scrollBy({top: bottom - window.innerHeight + 40, behavior: 'instant'});
        await new Promise(requestAnimationFrame);
        const now = bar.getBoundingClientRect().bottom;
        still = now === before ? still + 1 : 0;
        before = now;
    }
    const {left, top, width, height} = bar.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
}"""
IN_SIGHT = """wayBack => {
    const back = document.querySelector(wayBack);
    const table = [...document.querySelectorAll('[data-testid=stDataFrame]')]
        .find(one => back.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    const [above, below] = [back, table].map(one => one.getBoundingClientRect());
    return above.top >= 0 && below.top + 80 <= window.innerHeight;
}"""
WINDOWS = {"width": 1440, "height": 900}, {"width": 1366, "height": 768}
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.fixture(scope="module")
def screen(demonstration, screen_of):
    return screen_of(demonstration)


@pytest.fixture(scope="module")
def of_a_year(year, screen_of):
    return screen_of(year)


def test_a_pasted_link_with_chinese_filters_survives_a_page_change_and_a_reload(screen):
    chip = t("filter.one", name=t("filter.chain"), values=AEROSPACE)
    screen.open(f"/?chain={quote(AEROSPACE)}").reads(chip)
    screen.go(t("page.progress")).reads(chip)
    assert written(screen, "chain") == [AEROSPACE]
    screen.page.reload()
    screen.settle().reads(chip)
    screen.page.get_by_role("button", name=chip).click()
    screen.page.get_by_role("button", name=chip).wait_for(state="detached")
    screen.settle()
    assert written(screen, "chain") == []


def test_a_click_on_the_menu_leads_on_while_the_filters_stand_open(screen):
    screen.open("/")
    screen.page.locator(".st-key-filter-open button").click()
    screen.page.locator(".st-key-filter-chain").wait_for()
    screen.go(t("page.progress"))
    screen.reads(t("control.subjects_tasks"))
    screen.settle()
    assert screen.page.locator("h1").inner_text() == t("page.progress")


@pytest.mark.parametrize(
    ("path", "chart"), [("/units", "discipline"), ("/investment", "investment")]
)
def test_rows_that_a_click_opened_below_the_edge_come_into_sight_and_no_reload_moves_a_page(
    demonstration, screen_of, path, chart
):
    screen = screen_of(demonstration, reduced_motion="reduce")
    screen.page.set_viewport_size({"width": 1280, "height": 600})
    screen.open(path).page.locator(f".st-key-figure-{chart} .bars .point path").first.wait_for()
    spot = screen.page.evaluate(BAR_AT_THE_EDGE, chart)
    screen.page.mouse.move(*spot)
    screen.page.locator(f".st-key-figure-{chart} .hoverlayer .hovertext").first.wait_for()
    screen.page.mouse.click(*spot)  # plotly clicks what it has seen the pointer over
    way_back = f".st-key-picked-{chart}"
    screen.page.wait_for_selector(way_back)
    screen.page.wait_for_function(IN_SIGHT, arg=way_back)
    screen.page.reload()
    screen.page.wait_for_selector(way_back)
    assert screen.settle().page.evaluate(SCROLLED) == 0
    assert screen.troubles == []


@pytest.mark.parametrize("item", ["P01", "P03", "T06"])  # T06: the longest paragraph of the plan
def test_a_card_of_a_year_prints_on_one_page(of_a_year, item):
    of_a_year.open(f"/card?item={item}&lang=zh").reads(t("card.basis_heading"))
    assert pages_printed(of_a_year) == 1
    en = catalogue("en")
    of_a_year.speak("English", en("page.card")).reads(en("card.basis_heading"))
    assert pages_printed(of_a_year) == 1


def pages_printed(screen) -> int:
    printed = screen.page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))


def test_the_chart_of_a_card_is_no_wider_than_the_sheet_from_any_window(demonstration, screen_of):
    screen = screen_of(demonstration)
    for width in (1440, 1920):
        screen.page.emulate_media(media="screen")
        screen.page.set_viewport_size({"width": width, "height": 900})
        screen.open("/card?item=T03").reads(t("card.basis_heading"))
        screen.page.locator(".st-key-card .main-svg").first.wait_for()
        screen.page.emulate_media(media="print")
        assert 0 < screen.page.evaluate(WIDEST_OF_THE_CARD) <= BETWEEN_MARGINS_PX, width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_card_prints_in_dark_letters_whatever_the_screen_is(screen, scheme):
    screen.page.emulate_media(color_scheme=scheme)
    screen.open("/card?item=T03").reads(t("card.basis_heading"))
    screen.page.emulate_media(color_scheme=scheme, media="print")
    faint = screen.page.evaluate(FAINT)
    screen.page.emulate_media(color_scheme="light", media="screen")
    assert faint == []


def test_the_search_box_leads_to_a_card_by_initials_while_one_types(screen):
    screen.open("/units")
    box = screen.page.get_by_role("textbox", name=t("search.label"))
    box.fill("xxqn")
    screen.page.locator('[class*="st-key-found-project-P02"] button').click()
    screen.page.locator("h1").get_by_text(t("page.card"), exact=True).wait_for()
    screen.settle().reads("新乡氢能产业园")
    assert written(screen, "item") == ["P02"]


def test_the_enter_key_goes_to_the_only_answer_of_the_search_box(screen):
    screen.open("/units")
    box = screen.page.get_by_role("textbox", name=t("search.label"))
    box.fill("过滤产业园")
    screen.page.locator('[class*="st-key-found-project-P04"] button').wait_for()
    box.press("Enter")
    screen.page.locator("h1").get_by_text(t("page.card"), exact=True).wait_for()
    assert written(screen.settle(), "item") == ["P04"]


def test_a_meeting_turns_by_the_arrow_keys_keeps_its_version_and_ends_with_escape(screen):
    screen.open("/meeting").reads(t("figure.completion"))
    first, count = place(screen)
    assert first == 1
    screen.page.keyboard.press("ArrowRight")
    screen.reads(said(2, count))
    screen.page.keyboard.press("ArrowLeft")
    screen.reads(said(1, count))
    assert written(screen, "version") == ["5"]
    assert not screen.page.get_by_test_id("stSidebarNavLink").first.is_visible()
    screen.page.keyboard.press("Escape")
    screen.page.locator("h1").get_by_text(t("page.overview"), exact=True).wait_for()
    screen.settle()
    assert written(screen, "version") == []
    assert screen.troubles == []


def test_a_chart_is_chosen_from_the_list_of_a_meeting_and_the_arrow_keys_go_on_from_it(screen):
    screen.open("/meeting?charts=every").reads(t("figure.completion"))
    _, count = place(screen)
    screen.page.get_by_role("button", name=t("meeting.list")).click()
    screen.page.get_by_text(re.compile(r"^\d+\s+" + t("figure.phases") + "$")).click()
    screen.page.locator("h1").get_by_text(t("figure.phases"), exact=True).wait_for()
    chosen, _ = place(screen.settle())
    screen.page.keyboard.press("ArrowRight")
    screen.reads(said(chosen + 1, count))


def test_the_arrow_keys_show_every_part_of_a_chart_before_the_next_chart(screen):
    screen.open("/meeting?chart=together").reads(t("meeting.part", part=1, parts=2))
    first = units(screen)
    screen.page.keyboard.press("ArrowRight")
    screen.reads(t("meeting.part", part=2, parts=2))
    assert (len(first), first & units(screen.settle())) == (6, set())
    assert written(screen, "part") == ["2"]
    screen.page.keyboard.press("ArrowRight")
    screen.page.locator("h1").get_by_text(t("figure.reporting_board"), exact=True).wait_for()
    screen.settle().page.keyboard.press("ArrowLeft")
    screen.reads(t("meeting.part", part=2, parts=2))


def test_a_meeting_says_that_the_address_names_no_chart_until_somebody_turns_on(screen):
    unknown = t("meeting.no_such").removeprefix("｜")
    screen.open("/meeting?chart=no-such-chart").reads(unknown)
    _, count = place(screen)
    screen.page.keyboard.press("ArrowRight")
    screen.reads(said(2, count))
    assert screen.settle().page.get_by_text(unknown).count() == 0


def test_every_slide_ends_above_the_buttons(screen):
    screen.page.set_viewport_size(WINDOWS[0])
    screen.open("/meeting?charts=every")
    _, count = place(screen)
    number = 1
    while number < count:
        for window in WINDOWS:
            screen.page.set_viewport_size(window)
            screen.settle().page.wait_for_function(f"() => ({ON_TOP})() <= 0")
        before = line(screen)
        screen.page.keyboard.press("ArrowRight")
        screen.page.get_by_text(before, exact=True).wait_for(state="detached")
        number, _ = place(screen.settle())


def line(screen) -> str:
    return screen.page.locator(".st-key-meeting-turn p").last.inner_text()


def place(screen) -> tuple[int, int]:
    now, count, *_ = map(int, re.findall(r"\d+", line(screen)))
    return now, count


def said(number, count) -> str:
    return t("meeting.place", place=number, count=count, part="", version=5)


def units(screen) -> set[str]:
    return set(screen.page.locator(".js-plotly-plot .ytick").all_text_contents())


def written(screen, name) -> list[str]:
    return parse_qs(urlsplit(screen.page.url).query).get(name, [])
