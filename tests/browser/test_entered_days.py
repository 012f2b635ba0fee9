"""A day that was typed holds as soon as Enter is pressed."""

import re

import pytest

from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_typed_day_followed_by_enter_looks_back_to_it_and_so_does_the_next(
    year, screen_of, language
):
    t, screen = catalogue(language), screen_of(year)
    screen.open(f"/?lang={language}")
    screen.page.get_by_role("button", name=t("filter.open"), exact=True).click()
    typed = screen.page.locator(".st-key-filter-as-of [role=spinbutton]")
    first, last = (re.compile(rf"as_of={day}") for day in ("2025-11-20", "2025-11-21"))
    typed.first.click()
    screen.page.keyboard.type("20251120")
    screen.page.keyboard.press("Enter")
    screen.page.wait_for_url(first)
    screen.settle()
    typed.last.click()
    screen.page.keyboard.type("21")
    screen.page.keyboard.press("Enter")
    screen.page.wait_for_url(last)
    assert screen.troubles == []
