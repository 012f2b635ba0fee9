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
    screen, page, screen_size, last_whole, next_one
):
    screen.page.set_viewport_size(screen_size)
    screen.open(f"/{page}?lang=zh")
    has_heads(screen, catalogue("zh"), last_whole, next_one)
    screen.speak("English", catalogue("en")(f"page.{page}"))
    has_heads(screen, catalogue("en"), last_whole, next_one)


def has_heads(screen, t, *columns) -> None:
    """Wait until the last table tells, at rest, the heads of these columns."""
    for column in columns:
        screen.page.wait_for_function(
            f"head => ({HEADS})().at(-1)?.includes(head)", arg=t(f"table.{column}")
        )
