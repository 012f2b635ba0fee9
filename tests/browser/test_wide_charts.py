"""A chart wider than a phone begins at its newest month, and names its rows all the while."""

import pytest

from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
FRAME = "[class*='st-key-wide-reporting_board'] > .stElementContainer"
HIDDEN_PX = """([frame, side]) => {
    const box = document.querySelector(frame).getBoundingClientRect();
    const drawn = document.querySelector(`${frame} .main-svg`).getBoundingClientRect();
    return side === 'right' ? drawn.right - box.right : box.left - drawn.left;
}"""
NAMES_SEEN = """frame => {
    const box = document.querySelector(frame).getBoundingClientRect();
    const names = [...document.querySelectorAll(`${frame} .ytick text`)];
    return names.length > 0
        && names.every(one => one.getBoundingClientRect().left >= box.left - 1);
}"""


def test_on_a_phone_the_reporting_board_begins_at_its_newest_month_and_names_stay(year, screen_of):
    screen = screen_of(year)
    screen.page.set_viewport_size({"width": 360, "height": 780})
    screen.open("/reporting").reads(catalogue("zh")("figure.sideways"))
    assert screen.page.evaluate(HIDDEN_PX, [FRAME, "right"]) <= 1
    assert screen.page.evaluate(HIDDEN_PX, [FRAME, "left"]) > 40
    screen.page.wait_for_function(NAMES_SEEN, arg=FRAME)
    screen.page.evaluate(f'document.querySelector("{FRAME}").scrollLeft -= 60')
    screen.page.wait_for_function(NAMES_SEEN, arg=FRAME)
