import io
import zipfile

import pytest

from ingest.context import Context, Limits
from ingest.findings_text import sentence
from ingest.labels import label_of
from ingest.reading import read
from ingest.report import Sureness
from tests.ingest.zone import CONTEXT, GOOD, HEADERS, ITEMS, PLAN, progress_sheet, text_of, told
from texts import catalogue


@pytest.mark.parametrize(
    ("encoding", "named", "sureness"),
    [
        ("utf-8-sig", "utf-8-sig", Sureness.CERTAIN),
        ("utf-8", "utf-8", Sureness.LIKELY),
        ("gb18030", "gb18030", Sureness.GUESSED),
        ("utf-16", "utf-16", Sureness.CERTAIN),
    ],
)
def test_the_encoding_is_found_and_said_with_how_sure_it_is(encoding, named, sureness):
    report = read(progress_sheet(GOOD, encoding=encoding), "a.csv", CONTEXT)
    assert (report.encoding, report.sureness, report.may_commit) == (named, sureness, True)


def test_a_person_may_choose_the_encoding():
    report = read(progress_sheet(GOOD, encoding="gb18030"), "a.csv", CONTEXT, encoding="gb18030")
    assert (report.sureness, report.may_commit) == (Sureness.CHOSEN, True)


def test_a_wrong_choice_is_refused_with_its_place():
    report = read(progress_sheet(GOOD, encoding="gb18030"), "a.csv", CONTEXT, encoding="utf-8")
    assert told(report) == [("E_ENCODING", 1, None)]
    assert report.findings[0].more == {"encoding": "utf-8", "offset": "0"}


def test_latin_1_is_never_a_way_out():
    assert told(read(b"\xff\xfe\xfd" * 99, "a.csv", CONTEXT))[0][0] == "E_ENCODING"
    assert told(read(b"\x80\x81\xff,\x80", "a.csv", CONTEXT))[0][0] == "E_ENCODING"


@pytest.mark.parametrize("first", ["utf-8", "gb18030"])
def test_two_files_of_two_encodings_pasted_together_are_refused_at_the_seam(first):
    second = {"utf-8": "gb18030", "gb18030": "utf-8"}[first]
    raw = text_of(HEADERS, GOOD).encode(first) + text_of(GOOD).encode(second)
    assert told(read(raw, "a.csv", CONTEXT)) == [("E_ENCODING", 3, None)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_the_one_that_shows_the_header(delimiter):
    row = [*GOOD[:7], "a,b;c\td", *GOOD[8:]]
    report = read(text_of(HEADERS, row, delimiter=delimiter).encode(), "a.csv", CONTEXT)
    assert (report.delimiter, report.frame["progress_text"][0]) == (delimiter, "a,b;c\td")


def test_a_quote_that_is_never_closed_is_named_by_its_row():
    raw = text_of(HEADERS, GOOD).encode() + '2026-10,"项目\n'.encode()
    assert told(read(raw, "a.csv", CONTEXT)) == [("E_CSV_QUOTE", 3, None)]


@pytest.mark.parametrize(
    ("raw", "filename", "code"),
    [
        (b"", "a.csv", "E_EMPTY_FILE"),
        (b"%PDF-1.7", "a.csv", "E_FILE_TYPE"),
        (b"<html><table>", "a.csv", "E_FILE_TYPE"),
        (b"MZ\x00", "a.csv.exe", "E_FILE_TYPE"),
        (b"PK\x03\x04", "a.xlsx", "E_XLSX_CORRUPT"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "a.xls", "E_XLSX_CORRUPT"),
        (b"x" * 2000, "a.csv", "E_FILE_TOO_LARGE"),
        ("随便写写".encode(), "a.csv", "E_NO_HEADER"),
    ],
)
def test_what_is_no_sheet_is_refused_as_a_whole(raw, filename, code):
    context = Context(PLAN, CONTEXT.today, ITEMS, limits=Limits(max_bytes=1000))
    report = read(raw, filename, context)
    assert [one[0] for one in told(report)] == [code]
    assert (report.kind, report.frame.empty, report.may_commit) == (None, True, False)


def packed(*names, first=""):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        for name in names:
            file.writestr(name, first)
    return raw.getvalue()


OLD_WORDS = bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument".encode("utf-16-le")
DOCUMENT = packed("[Content_Types].xml", "_rels/.rels", "word/document.xml")
SLIDES = packed("[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml")
PAGE = packed("mimetype", first="application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (DOCUMENT, "是 Word 文档"),
        (SLIDES, "是 PowerPoint 演示文稿"),
        (PAGE, "是别的办公软件的文件"),
        (OLD_WORDS, "是 Word 文档"),
        (packed("十月.csv"), "是压缩包"),
    ],
)
@pytest.mark.parametrize("extension", ["xlsx", "xls"])
def test_a_document_under_the_name_of_a_sheet_is_called_what_it_is(raw, what, extension):
    report = read(raw, f"进展.{extension}", CONTEXT)
    assert told(report) == [("E_FILE_TYPE", None, None)]
    said = sentence(report.findings[0], catalogue("zh"))
    assert what in said
    assert "XLSX" in said


def test_a_file_without_an_extension_is_known_by_its_content():
    assert read(progress_sheet(GOOD), "进展", CONTEXT).may_commit


def test_a_long_name_is_cut_and_keeps_its_extension():
    label = label_of("长" * 300 + ".csv")
    assert len(label) == 120
    assert label.endswith("….csv")


def test_more_rows_than_allowed_are_refused():
    context = Context(PLAN, CONTEXT.today, ITEMS, limits=Limits(max_rows=2))
    assert ("E_TOO_MANY_ROWS", None, None) in told(
        read(progress_sheet(GOOD, GOOD, GOOD), "a.csv", context)
    )


def test_an_encoding_nobody_offered_is_refused():
    report = read(progress_sheet(GOOD), "a.csv", CONTEXT, encoding="latin-1")
    assert told(report) == [("E_ENCODING", 1, None)]


def test_rows_of_thousands_of_empty_cells_cost_nothing_and_mean_nothing():
    raw = progress_sheet(GOOD) + (b"," * 19_000 + b"\n") * 500
    assert told(read(raw, "a.csv", CONTEXT)) == []


@pytest.mark.parametrize("row", [b"a," * 9000, b"a," * 900])
def test_a_sheet_of_endless_columns_is_refused_early(row):
    raw = progress_sheet(GOOD) + (row + b"\n") * 3000
    codes = {code for code, *_ in told(read(raw[:19_000_000], "a.csv", CONTEXT))}
    assert codes == {"E_TOO_MANY_COLUMNS"}


def test_blank_lines_without_end_are_refused_early():
    raw = progress_sheet(GOOD) + b"\n" * 1_000_000
    assert [code for code, *_ in told(read(raw, "a.csv", CONTEXT))] == ["E_TOO_MANY_ROWS"]
