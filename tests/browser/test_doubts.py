"""Beside a sum stands whose amount in it is in doubt, and the way to the warning."""

import pytest

from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def screen(year, screen_of):
    return screen_of(year)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_total_of_the_overview_says_whose_amount_is_in_doubt_and_leads_there(screen, language):
    t = catalogue(language)
    screen.open(f"/?period=2026-05&lang={language}").reads(t("key.done"))
    said = screen.page.locator(".st-key-tiles-overview p").filter(has_text="▲")
    assert any("P02 新乡氢能产业园" in one for one in said.all_inner_texts())
    screen.page.locator(".st-key-doubts").get_by_role("link").click()
    screen.page.locator("h1").get_by_text(t("page.warnings"), exact=True).wait_for()
    whole = " · ".join([t("warning.measure_suspect"), ""])
    screen.settle().page.locator("p strong").filter(has_text=whole).wait_for()


def test_a_month_without_a_doubtful_amount_says_nothing(screen):
    screen.open("/?period=2026-04")
    assert screen.page.locator(".st-key-doubts").count() == 0


@pytest.mark.parametrize(("month", "key"), [("2026-05", "doubts"), ("2026-06", "doubts-before")])
def test_two_dates_compared_say_which_of_their_amounts_is_in_doubt(screen, month, key):
    screen.open(f"/comparison?period={month}")
    assert "P02" in screen.page.locator(f".st-key-{key}").inner_text()
