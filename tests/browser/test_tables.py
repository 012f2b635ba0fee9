"""Tables of items beside the menu: what matters in them is seen without scrolling aside."""

import pytest

from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
WIDE, SMALL = {"width": 1440, "height": 3600}, {"width": 1024, "height": 4600}
# A table tells the browser the columns of which at least a part is seen.
HEADS = """() => [...document.querySelectorAll('[data-testid=stDataFrame]')].map(table =>
    [...table.querySelectorAll('canvas [role=columnheader]')].map(head => head.textContent))"""


@pytest.fixture(scope="module")
def screen(year, screen_of):
    return screen_of(year)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("page", "screen_size", "last_whole", "next_one"),
    [
        ("investment", WIDE, "completion", "gap"),
        ("investment", SMALL, "project", "done_total_yi"),
        ("progress", WIDE, "spread", "reported"),
        ("progress", SMALL, "percent", "spread"),
        ("card", SMALL, "name", "percent"),
    ],
)
def test_what_matters_of_a_row_is_seen_without_scrolling(
    screen, page, screen_size, last_whole, next_one, language
):
    t = catalogue(language)
    screen.page.set_viewport_size(screen_size)
    screen.open(f"/{page}?lang={language}")
    screen.page.wait_for_function(f"() => ({HEADS})().some(heads => heads.length)")
    heads = screen.page.evaluate(HEADS)[-1]
    assert t(f"table.{last_whole}") in heads
    assert t(f"table.{next_one}") in heads
