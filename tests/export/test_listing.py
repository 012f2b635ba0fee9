"""A list keeps its head in sight, fits a phone, says what it is and never holds a formula."""

import io

import pytest
from openpyxl import load_workbook

from export.listing import Listing, workbook

LIST = Listing(
    name="财政局",
    title="催办清单",
    notes=("截至2026年11月1日",),
    mark="示例数据",
    heads=("编号", "名称"),
    widths=(6, 20),
    rows=(("T05", "=1+1"), ("T06", "很长的名称" * 10), ("T07", None)),
)


@pytest.fixture(scope="module")
def sheet():
    return load_workbook(io.BytesIO(workbook([LIST])))["财政局"]


def test_title_mark_and_day_stand_above_the_head(sheet):
    assert [sheet.cell(row, 1).value for row in range(1, 5)] == [
        "催办清单",
        "示例数据",
        "截至2026年11月1日",
        "编号",
    ]


def test_the_head_stays_in_sight_and_is_printed_on_every_page(sheet):
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$4:$4"


def test_what_looks_like_a_formula_is_text(sheet):
    cell = sheet["B5"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_a_long_text_takes_the_lines_it_needs(sheet):
    assert sheet.row_dimensions[6].height > 3 * sheet.row_dimensions[5].height
    assert sheet.cell(6, 2).alignment.wrap_text


def test_it_is_printed_on_a4_one_page_wide(sheet):
    setup = sheet.page_setup
    assert (int(setup.paperSize), setup.fitToWidth, setup.fitToHeight) == (9, 1, 0)
    assert setup.orientation == "portrait"


def test_two_lists_of_one_name_are_told_apart():
    assert load_workbook(io.BytesIO(workbook([LIST, LIST]))).sheetnames == ["财政局", "财政局 2"]
