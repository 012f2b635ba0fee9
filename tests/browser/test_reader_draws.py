"""On a server without a browser the reader's own browser makes the picture, and says so."""

import pytest
from PIL import Image

from export.sizes import SLIDE
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
t = catalogue("zh")


def test_the_button_says_why_and_the_readers_browser_delivers(demonstration, screen_of):
    screen = screen_of(demonstration).open("/investment")
    page = screen.page
    page.get_by_role("button", name=t("figure.png_button")).first.click()
    screen.reads(t("figure.by_reader_note", reason=t("picture.no_browser")))
    with page.expect_download() as download:
        page.get_by_role("button", name=t("figure.png_download")).click()
    name = download.value.suggested_filename
    assert name == "新乡高新区_产业链投资_截至方案印发（2020年3月25日）_示例数据.png"
    with Image.open(download.value.path()) as picture:
        picture.load()
        assert picture.size == SLIDE.pixels
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.05)
    assert screen.troubles == []
