"""On a phone the doubts about a sheet are read without scrolling sideways, the sentence first."""

import pytest

from tests.pages.sheets import IMPOSSIBLE, sheet
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
t = catalogue("zh")
PHONE = {"width": 360, "height": 780}


def test_the_sentence_stands_above_the_place_and_within_the_screen(office, screen_of):
    screen = screen_of(office).open("/upload")
    screen.page.set_viewport_size(PHONE)
    report = {"name": "十月进展.csv", "mimeType": "text/csv", "buffer": sheet(IMPOSSIBLE)}
    screen.page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(report)
    screen.reads(t("upload.verdict_reject", errors=1))
    screen.settle().fits()
    cells = screen.page.locator(".st-key-findings tbody td")
    degree, *_, sentence = [one.bounding_box() for one in cells.all()]
    assert sentence["y"] < degree["y"]
    assert sentence["x"] >= 0
    assert sentence["x"] + sentence["width"] <= PHONE["width"]
    assert "请写 0 到 100 的数字" in cells.last.inner_text()
