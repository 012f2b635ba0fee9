"""Files made to harm their reader, or the person who opens what comes of them, get a sentence."""

import io
import random
import re
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

from export.marked import marked
from ingest.context import Context, Limits
from ingest.findings_text import sentence
from ingest.reading import read
from store.reader import read_safely
from tests.ingest.office_tables import workbook
from tests.ingest.old_workbooks import old_workbook
from tests.ingest.zone import (
    CONTEXT,
    GOOD,
    HEADERS,
    ITEMS,
    PLAN,
    changed,
    progress_sheet,
    rewritten,
    text_of,
    told,
    with_part,
    with_shared_texts,
)
from texts import catalogue

SHEET = "xl/worksheets/sheet1.xml"
BOOK = workbook(HEADERS, GOOD)


def codes(raw, filename="a.xlsx", context=CONTEXT):
    report = read(raw, filename, context)
    assert all(sentence(one, catalogue("zh")) for one in report.findings)
    return [code for code, *_ in told(report)]


def into_the_sheet(cells):
    return rewritten(BOOK, SHEET, lambda xml: xml.replace(b"</sheetData>", cells + b"</sheetData>"))


def entities():
    """Return a document type whose nine entities expand to a thousand million words."""
    steps = b"".join(
        b'<!ENTITY e%d "%s">' % (step, b"&e%d;" % (step - 1) * 10) for step in range(1, 10)
    )
    return b'<!DOCTYPE a [<!ENTITY e0 "lol">' + steps + b"]>"


def test_a_zip_bomb_is_refused_by_its_directory():
    assert codes(rewritten(BOOK, SHEET, lambda xml: xml + b" " * 70_000_000)) == ["E_XLSX_UNSAFE"]


def test_what_is_unsafe_is_said_in_plain_words_and_the_technical_one_stands_last():
    bomb = read(rewritten(BOOK, SHEET, lambda xml: xml + b" " * 70_000_000), "a.xlsx", CONTEXT)
    typed = read(rewritten(BOOK, SHEET, lambda xml: entities() + xml), "a.xlsx", CONTEXT)
    broken = read(rewritten(BOOK, SHEET, lambda _: b"<"), "a.xlsx", CONTEXT)
    said = [sentence(one.findings[0], catalogue("zh")) for one in (bomb, typed, broken)]
    assert "展开后大得不合常理" in said[0]
    assert "程序性内容" in said[1]
    assert [re.search(r"（([^（）]+)）。$", one)[1] for one in said] == [
        bomb.findings[0].value,
        f"{SHEET}: DOCTYPE",
        SHEET,
    ]
    assert all("另存为 XLSX" in one for one in said)


def test_a_zip_that_lies_about_its_size_is_refused():
    raw = rewritten(BOOK, SHEET, lambda xml: xml + b" " * 3_000_000)
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        size = book.getinfo(SHEET).file_size.to_bytes(4, "little")
    assert codes(raw.replace(size, (1000).to_bytes(4, "little")))[0].startswith("E_XLSX_")


def test_an_xml_bomb_is_refused_before_it_expands():
    bomb = lambda xml: entities() + xml  # noqa: E731 - a change in one place
    assert codes(rewritten(BOOK, SHEET, bomb)) == ["E_XLSX_UNSAFE"]
    assert codes(with_shared_texts(BOOK, bomb)) == ["E_XLSX_UNSAFE"]


def test_a_million_columns_are_refused_or_cost_nothing_when_they_are_empty():
    filled = (",".join(HEADERS) + ",x" * 1_000_000).encode()
    assert codes(filled, "a.csv") == ["E_TOO_MANY_COLUMNS"]
    empty = f"{','.join(HEADERS)}{',' * 1_000_000}\n{','.join(GOOD)}\n".encode()
    assert "E_TOO_MANY_COLUMNS" not in codes(empty, "a.csv")
    wide = b"<row>" + b"<c><v>1</v></c>" * 20_000 + b"</row>"
    assert codes(into_the_sheet(wide)) == ["E_TOO_MANY_COLUMNS"]


@pytest.mark.parametrize("filename", ["a.csv", "a.xlsx"])
def test_a_cell_as_large_as_the_file_is_too_long_for_a_cell(filename):
    large = changed(工作进展="长" * 400_000)
    raw = workbook(HEADERS, large) if filename == "a.xlsx" else progress_sheet(large)
    report = read(raw, filename, CONTEXT)
    assert told(report) == [("E_CELL_TOO_LONG", 2, "工作进展")]
    assert len(report.findings[0].value) < 100


def test_a_file_above_the_limit_is_refused_whatever_it_holds():
    small = Context(PLAN, CONTEXT.today, ITEMS, limits=Limits(max_bytes=1024**2))
    assert codes(b"," * 2_000_000, "a.csv", small) == ["E_FILE_TOO_LARGE"]
    assert codes(BOOK + bytes(2_000_000), "a.xlsx", small) == ["E_FILE_TOO_LARGE"]


def test_nul_bytes_are_no_text_in_any_cell():
    assert codes(progress_sheet(changed(工作进展="桩\x00基")), "a.csv") == ["E_CONTROL_CHAR"]
    assert codes(bytes(100_000), "a.csv") == ["E_NO_HEADER"]


def test_a_formula_is_read_by_its_result_or_refused_and_never_run():
    row = [*GOOD[:5], '=HYPERLINK("http://x","45")', 2.5, *GOOD[7:]]
    assert codes(workbook(HEADERS, row)) == ["E_FORMULA_NO_VALUE"]


@pytest.mark.parametrize("filename", ["a.xlsm", "a.xlsx"])
def test_a_workbook_with_macros_is_refused_under_every_name(filename):
    raw = with_part(BOOK, "xl/vbaProject.bin", b"macro")
    assert codes(raw, filename) == ["E_MACRO"]


def test_links_to_other_files_are_told_and_not_followed():
    raw = with_part(BOOK, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    assert codes(raw) == ["W_EXTERNAL_LINK"]


def test_a_part_that_climbs_out_of_its_folder_is_refused():
    assert codes(with_part(BOOK, "../../data/plan.toml", b"x")) == ["E_XLSX_UNSAFE"]


def test_markup_in_a_name_is_text_like_any_other():
    sheet = progress_sheet(changed(工作进展="<script>alert(1)</script>", 填报人="<b>李</b>"))
    report = read(sheet, "<script>.csv", CONTEXT)
    assert report.frame.loc[0, ["progress_text", "reporter"]].tolist() == [
        "<script>alert(1)</script>",
        "<b>李</b>",
    ]
    assert told(report) == []


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200f"])
def test_what_turns_the_reading_direction_is_refused(hidden):
    assert codes(progress_sheet(changed(名称=f"滨江{hidden}码头")), "a.csv") == ["E_BIDI_CHAR"]


@pytest.mark.parametrize("hidden", ["\u200b", "\u200d", "\ufeff", "\u00ad"])
def test_characters_without_width_are_taken_out_of_keys_and_told(hidden):
    report = read(progress_sheet(changed(编号=f"X{hidden}1")), "a.csv", CONTEXT)
    assert told(report) == [("W_INVISIBLE_CHAR", 2, "编号")]
    assert report.frame["item_id"].tolist() == ["X1"]


@pytest.mark.parametrize("typed", ["=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "-1+1", "=1+1"])
def test_text_that_a_spreadsheet_would_run_comes_back_as_text(typed):
    report = read(progress_sheet(changed(工作进展=typed)), "a.csv", CONTEXT)
    assert report.frame["progress_text"].tolist() == [typed]
    back = load_workbook(io.BytesIO(marked(report, catalogue("zh")))).active
    cell = next(one for row in back.iter_rows() for one in row if typed in str(one.value))
    assert cell.data_type != "f"


def test_the_names_of_worksheets_are_only_text():
    book = Workbook()
    book.active.title = "<b>{place}"
    book.active.append(HEADERS)
    raw = io.BytesIO()
    book.save(raw)
    report = read(raw.getvalue(), "a.xlsx", CONTEXT)
    assert "<b>{place}" in sentence(report.findings[-1], catalogue("zh"))


@pytest.mark.parametrize("seed", range(6))
def test_an_old_workbook_damaged_anywhere_is_judged_by_a_process_of_its_own(seed):
    chance = random.Random(seed)  # noqa: S311 - to try, not to hide
    raw = bytearray(old_workbook([HEADERS, GOOD]))
    for _ in range(20):
        raw[chance.randrange(512, len(raw))] = chance.randrange(256)
    report = read_safely(bytes(raw), "a.xls", CONTEXT)
    assert report.may_commit or report.errors


def test_quotes_without_end_are_named_by_their_row():
    assert codes(text_of(HEADERS).encode() + b'"' * 999_999, "a.csv") == ["E_CSV_QUOTE"]
