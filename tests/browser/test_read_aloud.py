"""What a screen reader says is in the reader's language, Streamlit's words too.

The first view of every page is listened to in ``test_every_screen.py``.
"""

import pytest

from tests.browser.aloud import foreign
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
LABELS = "[...document.querySelectorAll('[aria-label]')].map(one => one.ariaLabel)"


@pytest.fixture(scope="module")
def screen(demonstration, screen_of):
    return screen_of(demonstration)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/", "overview"),
        ("/progress?view=trend", "progress"),
        ("/comparison?compare_by=days", "comparison"),
    ],
)
def test_no_name_or_label_of_a_page_with_charts_is_in_the_other_language(screen, address, page):
    labels = screen.open(address).page.evaluate(LABELS)
    assert not [one for one in labels if one.isascii() and one.replace(" ", "").isalpha()]
    for language, said in (("zh", "中文"), ("en", "English")):
        t = catalogue(language)
        screen.speak(said, t(f"page.{page}"))
        assert foreign(screen, language) == set()
        logo = screen.page.locator('img[data-testid$="Logo"]').first
        assert logo.get_attribute("alt") == t("app.name")


def test_a_day_is_read_aloud_in_chinese_part_by_part(demonstration, screen_of):
    screen = screen_of(demonstration).open("/comparison?compare_by=days")
    said = screen.page.locator(".st-key-compare_to_day [role=spinbutton]")
    labels = [one.get_attribute("aria-label") for one in said.all()]
    assert [one[-2:] for one in labels] == ["：年", "：月", "：日"]
    assert said.nth(1).get_attribute("aria-valuetext").endswith("月")
