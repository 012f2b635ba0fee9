import io
from datetime import date

import pytest
from openpyxl import Workbook

from ingest.context import Context, Limits
from ingest.reading import read
from ingest.report import SheetKind
from ingest.skipped import Why
from tests.ingest.zone import (
    CONTEXT,
    GOOD,
    HEADERS,
    ITEMS,
    PLAN,
    changed,
    rewritten,
    told,
    with_shared_texts,
)

NUMBERS = [*GOOD[:5], 45, 2.5, *GOOD[7:]]


def book_of(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return book


def saved(book):
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def reading(book):
    return read(saved(book), "进展.xlsx", CONTEXT)


def test_a_workbook_reads_as_the_same_sheet_in_csv_would():
    report = reading(book_of(HEADERS, NUMBERS))
    assert (report.kind, report.encoding, report.sheet) == (SheetKind.PROGRESS, "xlsx", "Sheet")
    assert told(report) == []
    assert report.frame["percent_done_ppm"].tolist() == [450_000]
    assert report.frame["done_total_yuan"].tolist() == [250_000_000]


def test_a_share_under_a_percent_format_is_a_percentage():
    book = book_of(HEADERS, [*GOOD[:5], 0.615, 2.5, *GOOD[7:]])
    book.active["F2"].number_format = "0.0%"
    assert reading(book).frame["percent_done_ppm"].tolist() == [615_000]


def test_a_date_is_the_month_it_shows():
    book = book_of(HEADERS, [date(2026, 10, 31), *NUMBERS[1:]])
    assert reading(book).frame["period"].tolist() == ["2026-10"]


def test_a_formula_that_nobody_calculated_is_refused():
    book = book_of(HEADERS, [*GOOD[:5], "=40+5", 2.5, *GOOD[7:]])
    assert told(reading(book)) == [("E_FORMULA_NO_VALUE", 2, "完成进度")]


def test_a_formula_with_its_saved_result_is_told():
    book = book_of(HEADERS, [*GOOD[:5], "=40+5", 2.5, *GOOD[7:]])
    raw = rewritten(
        saved(book),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<f>40+5</f><v />", b"<f>40+5</f><v>45</v>").replace(
            b"<f>40+5</f><v></v>", b"<f>40+5</f><v>45</v>"
        ),
    )
    report = read(raw, "a.xlsx", CONTEXT)
    assert told(report) == [("W_FORMULA", 2, "完成进度")]
    assert report.frame["percent_done_ppm"].tolist() == [450_000]


def test_a_merged_month_is_filled_down_and_a_merged_number_is_refused():
    other = ["2026-10", "项目", "X2", "海工基地（一期）", "住建局", 10, 1, "", "", ""]
    months = book_of(HEADERS, NUMBERS, [None, *other[1:]])
    months.active.merge_cells("A2:A3")
    assert reading(months).frame["period"].tolist() == ["2026-10", "2026-10"]
    numbers = book_of(HEADERS, NUMBERS, [*other[:5], None, *other[6:]])
    numbers.active.merge_cells("F2:F3")
    assert told(reading(numbers)) == [("E_MERGED_VALUE", 3, "完成进度")]


def test_a_hidden_row_is_read_and_told():
    book = book_of(HEADERS, NUMBERS)
    book.active.row_dimensions[2].hidden = True
    assert told(reading(book)) == [("W_HIDDEN_ROWS", 2, None)]


def test_every_other_sheet_is_named_with_the_reason_why_it_was_not_read():
    book = book_of(HEADERS, NUMBERS)
    book.create_sheet("Sheet2")
    book.create_sheet("说明")["A1"] = "各单位填报"
    for name, state in (("旧表", "hidden"), ("参数", "veryHidden")):
        sheet = book.create_sheet(name)
        sheet["A1"], sheet.sheet_state = "去年", state
    report = reading(book)
    assert [(one.sheet, one.why) for one in report.skipped] == [
        ("Sheet2", Why.EMPTY),
        ("说明", Why.OTHER),
        ("旧表", Why.HIDDEN),
        ("参数", Why.VERY_HIDDEN),
    ]
    assert [(one.code, one.sheet) for one in report.findings] == [
        ("N_SHEET_EMPTY", "Sheet2"),
        ("W_SHEET_IGNORED", "说明"),
        ("N_SHEET_HIDDEN", "旧表"),
        ("N_SHEET_VERY_HIDDEN", "参数"),
    ]


def test_two_sheets_with_the_header_are_refused():
    book = book_of(HEADERS, NUMBERS)
    copy = book.copy_worksheet(book.active)
    copy.sheet_state = "hidden"
    assert [one[0] for one in told(reading(book))] == ["E_MULTIPLE_SHEETS"]


def with_table(book, title, *rows, state="visible"):
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    sheet.sheet_state = state


def test_a_hidden_table_of_the_plan_does_not_compete_with_the_shown_one():
    header, row = ["项目编号", "项目名称", "总投资(亿元)"], ["N1", "码头", 1]
    book = book_of(header, row)
    with_table(book, "去年", header, row, state="hidden")
    report = reading(book)
    assert (report.sheet, report.hidden) == ("Sheet", ("去年",))
    assert [(one.code, one.sheet) for one in report.findings] == [("N_SHEET_HIDDEN", "去年")]


def test_a_hidden_table_of_another_kind_does_not_compete_either():
    book = book_of(HEADERS, NUMBERS)
    with_table(
        book, "库", ["项目编号", "项目名称", "总投资(亿元)"], ["N1", "码头", 1], state="hidden"
    )
    assert [one[0] for one in told(reading(book))] == ["N_SHEET_HIDDEN"]


def test_empty_and_hidden_sheets_are_named_even_where_none_can_be_read():
    book = book_of(["说明"])
    with_table(book, "空")
    with_table(book, "参数", ["去年"], state="veryHidden")
    assert [(one.code, one.sheet) for one in reading(book).findings] == [
        ("E_NO_HEADER", "Sheet"),
        ("N_SHEET_EMPTY", "空"),
        ("N_SHEET_VERY_HIDDEN", "参数"),
    ]


def test_a_stray_cell_at_the_end_of_the_sheet_costs_a_refusal_and_not_the_process():
    book = book_of(HEADERS, NUMBERS)
    book.active.cell(1_048_576, 16_384, 2)
    assert [one[0] for one in told(reading(book))] == ["E_TOO_MANY_ROWS"]


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml"]
)
def test_a_document_type_is_refused_in_every_part_that_is_parsed(part):
    raw = rewritten(
        saved(book_of(HEADERS, NUMBERS)),
        part,
        lambda xml: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + xml,
    )
    report = read(raw, "a.xlsx", CONTEXT)
    if part == "[Content_Types].xml":  # searched for macros, never parsed
        assert report.may_commit
    else:
        assert [one[0] for one in told(report)] == ["E_XLSX_UNSAFE"]


def test_a_part_of_millions_of_empty_elements_is_refused():
    raw = rewritten(
        saved(book_of(HEADERS, NUMBERS)),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", b"<row/>" * 5_000_001 + b"</sheetData>"),
    )
    large = Context(PLAN, CONTEXT.today, ITEMS, limits=Limits(max_unpacked_ratio=10_000))
    report = read(raw, "a.xlsx", large)
    assert [one[0] for one in told(report)] == ["E_XLSX_UNSAFE"]
    assert report.findings[0].value.endswith("XML tags")


def test_words_around_a_cell_keep_their_line_breaks():
    report = reading(book_of(HEADERS, changed(工作进展="一是\n二是")))
    assert report.frame["progress_text"].tolist() == ["一是\n二是"]


def test_a_sheet_far_too_wide_is_refused():
    book = book_of(HEADERS, NUMBERS)
    book.active.cell(2, 900, "边注")
    assert [one[0] for one in told(reading(book))] == ["E_TOO_MANY_COLUMNS"]


def test_the_reading_aid_above_a_word_is_no_part_of_it():
    word, aid = "<t>滨江码头</t>".encode(), b"<rPh><t>bin jiang</t></rPh>"
    raw = with_shared_texts(
        saved(book_of(HEADERS, NUMBERS)), lambda xml: xml.replace(word, word + aid)
    )
    assert read(raw, "a.xlsx", CONTEXT).frame["item_name"].tolist() == ["滨江码头"]


def test_a_workbook_that_carries_macros_is_refused():
    macros = rewritten(
        saved(book_of(HEADERS, NUMBERS)),
        "[Content_Types].xml",
        lambda xml: xml.replace(b"spreadsheetml.sheet.main+xml", b"macroEnabled.main+xml"),
    )
    assert [one[0] for one in told(read(macros, "a.xlsx", CONTEXT))] == ["E_MACRO"]


def test_half_an_emoji_stored_as_an_escape_is_told_and_not_passed_on():
    report = reading(book_of(HEADERS, changed(工作进展="完成_xD83D_")))
    assert report.frame["progress_text"].tolist() == ["完成\ufffd"]
    assert told(report) == [("W_GARBLED", 2, "工作进展")]
