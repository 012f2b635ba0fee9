import io

from openpyxl import load_workbook

from export.marked import marked
from ingest.reading import read
from tests.ingest.zone import CONTEXT, GOOD, HEADERS, changed, progress_sheet
from texts import catalogue

ZH = catalogue("zh")


def given_back(*rows, filename="十月.csv"):
    report = read(progress_sheet(*rows), filename, CONTEXT)
    return load_workbook(io.BytesIO(marked(report, ZH)))


def test_a_doubtful_cell_is_coloured_and_says_what_to_write():
    sheet = given_back(changed(完成进度="120"))["原表"]
    cell = sheet["F2"]
    assert cell.value == "120"
    assert cell.fill.start_color.rgb == "00F8CBAD"
    assert (
        cell.comment.text == "第 2 行「完成进度」：“120”不在 0 到 100 之间，请写 0 到 100 的数字。"
    )
    assert sheet["G2"].comment is None


def test_the_sheet_stands_as_it_was_typed():
    sheet = given_back(GOOD, changed(编号="X2"))["原表"]
    assert [cell.value for cell in sheet[1]] == HEADERS
    assert [cell.value for cell in sheet[2]] == GOOD


def test_a_formula_comes_back_as_text():
    cell = given_back(changed(工作进展="=cmd|'/c calc'!A0"))["原表"]["H2"]
    assert (cell.value, cell.data_type) == ("=cmd|'/c calc'!A0", "s")


def test_every_finding_is_listed_with_its_place():
    book = given_back(changed(完成进度="120", 责任单位="某局"))
    rows = [[cell.value for cell in row] for row in book["疑点清单"]]
    assert rows[0] == ["程度", "位置", "说明"]
    assert {(row[0], row[1]) for row in rows[1:]} == {
        ("错误", "第 2 行「责任单位」"),
        ("错误", "第 2 行「完成进度」"),
    }


def test_a_file_that_is_no_sheet_gives_only_the_list():
    report = read(b"%PDF-1.7", "a.pdf", CONTEXT)
    book = load_workbook(io.BytesIO(marked(report, ZH)))
    assert book.sheetnames == ["疑点清单"]
