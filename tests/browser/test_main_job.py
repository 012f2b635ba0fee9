"""The job the product is for: a unit reports, the leader sees it, the chart goes into a report."""

import re

import pytest
from PIL import Image

from export.fonts import chinese_font, missing
from export.sizes import FULL_PAGE
from tests.pages.sheets import PIPES_LAID, PLANTING_DONE, sheet
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
t = catalogue("zh")
PICTURE = "新乡高新区_进度落后事项_截至2026年10月底.png"


def test_from_a_sheet_in_gb18030_to_a_picture_in_a_report(office, screen_of):
    screen = screen_of(office).open()
    page = screen.page
    screen.reads("155.50 亿元")
    screen.reads("6 个未披露")
    screen.reads(t("samples.offer").split("**")[1])

    screen.go(t("page.upload"))
    report = {"name": "十月进展.csv", "mimeType": "text/csv"}
    report["buffer"] = sheet(PIPES_LAID, PLANTING_DONE)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(report)
    kind = t("upload.kind_progress")
    screen.reads(t("upload.read_as", kind=kind, encoding="gb18030", rows=2, header="1"))
    screen.reads(t("upload.changes", added=2, edited=0, unchanged=0, removed=0, absent=0))
    page.get_by_role("textbox", name=t("upload.actor")).fill("王五")
    page.get_by_role("button", name=t("upload.commit")).click()
    screen.reads(t("upload.committed", version=3, rows=2))

    screen.go(t("page.overview"))
    screen.reads("13.40 亿元")
    screen.reads(t("figure.as_of", year=2026, month=10))

    page.get_by_role("button", name=t("figure.png_button")).nth(1).click()
    page.get_by_text(t("picture.size_full_page")).click()
    screen.settle()
    with page.expect_download() as download:
        page.get_by_role("button", name=t("figure.png_download")).click()
    assert download.value.suggested_filename == PICTURE
    _is_ready_for_a_report(download.value.path())
    assert screen.troubles == []


def _is_ready_for_a_report(path) -> None:
    assert path.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    with Image.open(path) as picture:
        picture.load()
        assert picture.size == FULL_PAGE.pixels
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.05)
        colours = picture.convert("RGB").getcolors(picture.width * picture.height)
    assert max(colours)[1] == (255, 255, 255)
    assert len(colours) > 100, "letters and bars, not an empty sheet"
    font = chinese_font()
    assert font is None or not missing(font, re.sub(r"\W", "", PICTURE)), "letters, not boxes"
