"""What holds for every sheet, tried on many."""

import codecs
import io
import zipfile
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from domain.periods import Period
from ingest.changes import compare
from ingest.characters import escaped, trimmed
from ingest.findings_text import sentence
from ingest.months import month_of
from ingest.numbers import money_yuan, percent_ppm
from ingest.reading import read
from ingest.report import SheetKind
from ingest.stated import stated_in
from ingest.template import template
from tests.ingest.office_tables import workbook
from tests.ingest.old_workbooks import old_workbook
from tests.ingest.zone import (
    CONTEXT,
    GOOD,
    HEADERS,
    ITEMS,
    PLAN,
    progress_sheet,
    rewritten,
    text_of,
)
from texts import catalogue

SHEET = progress_sheet(GOOD, encoding="gb18030")
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Co"]), max_size=30)
MANY = settings(
    derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100
)
ANY_TEXT = st.text(max_size=12)
PROJECTS = ["序号", "项目名称", "起止年限", "总投资（万元）", "备注"]
WORDS = [
    *PROJECTS,
    *(
        "合计",
        "小计",
        "其中：续建",
        "一、交通5项",
        "（一）",
        "一",
        "注：略",
        "共12个项目",
        "总计3项",
    ),
    *("码头", "1", "2", "约3亿元", "4284万美元", "7,446.08", "/", "—", "待定", "2007.10-2010.12"),
    *("单位：万元", "填报单位：港务局", "滨江新区2026年1-10月进展", "2026年第三季度", "40377"),
]
COUNTY_BOOK = workbook(PROJECTS, ["合计", "1项", "", 3, ""], [1, "码头", "2025-2027", 3, "无"])
OLD = old_workbook([PROJECTS, ["1", "码头", "2025-2027", 3, "无"]])
CATALOGUE = catalogue("zh")


@MANY
@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "a"]))
def test_no_bytes_make_the_reader_fail(raw, filename):
    assert read(raw, filename, CONTEXT).verdict


@MANY
@given(
    st.binary(max_size=300),
    st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.et", "a", "a.json"]),
    st.sampled_from([None, *SheetKind]),
    st.sampled_from([None, "utf-8", "gb18030", "utf-16", "latin-1", "", "x" * 99]),
    st.none() | ANY_TEXT,
    st.none() | st.dictionaries(ANY_TEXT, ANY_TEXT | st.sampled_from(["完成进度", "item_id"])),
)
def test_nothing_a_person_may_say_about_any_bytes_makes_the_reader_fail(
    raw, filename, kind, encoding, sheet, mapping
):
    how = {"kind": kind, "encoding": encoding, "sheet": sheet, "mapping": mapping}
    for beginning in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", SHEET):
        assert_judged(read(beginning + raw, filename, CONTEXT, **how))


@MANY
@given(st.dictionaries(st.sampled_from(HEADERS), st.sampled_from([*HEADERS, "item_id", "没有"])))
def test_any_mapping_of_real_headers_is_judged(mapping):
    assert_judged(read(progress_sheet(GOOD), "a.csv", CONTEXT, mapping=mapping))


@settings(MANY, max_examples=60)
@given(st.lists(st.lists(ANY_TEXT | st.sampled_from(WORDS), max_size=8), max_size=12))
def test_any_table_of_words_that_mean_something_is_judged(rows):
    assert_judged(read(text_of(PROJECTS, *rows).encode(), "a.csv", CONTEXT))
    assert_judged(read(text_of(*rows).encode("utf-8", "replace"), "a.csv", CONTEXT))


@MANY
@given(ANY_TEXT | st.sampled_from(WORDS))
def test_any_title_states_something_or_nothing(title):
    stated = stated_in([title], [title], PLAN)
    assert stated == stated_in([title], [title], PLAN)


@MANY
@given(st.data())
def test_a_workbook_damaged_anywhere_is_judged(data):
    assert_judged(read(damaged(COUNTY_BOOK, data), "a.xlsx", CONTEXT))


@MANY
@given(st.data())
def test_an_old_workbook_damaged_within_its_container_is_judged(data):
    """Bytes are put in where the reader of old workbooks is known to survive; see store.reader."""
    place = data.draw(st.integers(0, 511))
    raw = OLD[:place] + data.draw(st.binary(min_size=1, max_size=8)) + OLD[place + 8 :]
    assert_judged(read(raw, "a.xls", CONTEXT))


@settings(MANY, max_examples=30)
@given(TEXT, TEXT)
def test_the_same_sheet_in_six_encodings_gives_the_same_rows(progress, problem):
    row = [*GOOD[:7], f"工{progress}", f"无{problem}", GOOD[9]]
    straight, *others = (
        read(raw, "a.csv", CONTEXT) for raw in in_six_encodings(text_of(HEADERS, row))
    )
    for other in others:
        assert other.frame.equals(straight.frame)
        assert other.findings == straight.findings


@MANY
@given(st.integers(0, len(SHEET) - 1), st.integers(0, 255))
def test_one_damaged_byte_never_makes_the_reader_fail(place, byte):
    damaged = SHEET[:place] + bytes([byte]) + SHEET[place + 1 :]
    report = read(damaged, "a.csv", CONTEXT)
    assert report.may_commit or report.errors


@MANY
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=8))
def test_a_damaged_part_of_a_workbook_never_makes_the_reader_fail(place, bytes_put):
    raw = workbook_with(lambda xml: xml[: place % len(xml)] + bytes_put + xml[place % len(xml) :])
    report = read(raw, "a.xlsx", CONTEXT)
    assert report.may_commit or report.errors


@MANY
@given(st.decimals(0, 100, places=4, allow_nan=False, allow_infinity=False))
def test_a_percentage_with_four_decimals_is_read_exactly(percent):
    amount = percent_ppm(f"{percent}%")
    assert Decimal(amount.whole) / 10_000 == percent


@MANY
@given(st.decimals(0, 10_000, places=8, allow_nan=False, allow_infinity=False))
def test_money_is_read_exactly_to_the_yuan(yi):
    assert money_yuan(f"{yi}", "亿元").whole == yi * 100_000_000


@MANY
@given(ANY_TEXT)
def test_the_grammars_answer_any_text_with_a_value_or_a_code(text):
    assert (percent_ppm(text).whole is None) == (percent_ppm(text).problem is not None)
    assert (money_yuan(text, "亿元").whole is None) == (
        money_yuan(text, "亿元").problem is not None
    )
    assert (month_of(text).period is None) == (month_of(text).problem is not None)


@MANY
@given(st.permutations(range(len(HEADERS))))
def test_the_order_of_the_columns_does_not_matter(order):
    shuffled = [[row[place] for place in order] for row in (HEADERS, GOOD)]
    report = read(text_of(*shuffled).encode(), "a.csv", CONTEXT)
    straight = read(progress_sheet(GOOD), "a.csv", CONTEXT)
    assert not compare(straight.frame, report.frame, SheetKind.PROGRESS)


@MANY
@given(TEXT, TEXT)
def test_a_filled_template_comes_back_as_it_was_filled(progress, problem):
    sheet = template(PLAN, ITEMS, Period(2026, 10), "林业局").decode("utf-8-sig")
    header, row, *_ = sheet.split("\r\n")
    filled = [*row.split(",")[:5], "50", "", escaped(progress), escaped(problem), *[""] * 7]
    raw = text_of(header.split(","), filled).encode("utf-8-sig")
    report = read(raw, "a.csv", CONTEXT)
    assert not report.errors
    kept = report.frame.loc[0, ["progress_text", "problem_text"]].tolist()
    assert kept == [_kept(progress), _kept(problem)]


def assert_judged(report):
    """Hold a report to what every report promises."""
    assert report.may_commit or report.errors
    assert len(report.rows) == len(report.frame) == len(report.groups or report.rows)
    assert all(sentence(one, CATALOGUE) for one in report.findings)


def damaged(raw, data):
    """Change a few bytes of a workbook, in its container or in one of its unpacked parts."""
    if data.draw(st.booleans()):
        place = data.draw(st.integers(0, len(raw) - 1))
        return raw[:place] + data.draw(st.binary(max_size=8)) + raw[place + 4 :]
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        part = data.draw(st.sampled_from(sorted(book.namelist())))
    place, put = data.draw(st.integers(0, 20_000)), data.draw(st.binary(max_size=8))
    return rewritten(
        raw, part, lambda xml: xml[: place % len(xml)] + put + xml[place % len(xml) + 2 :]
    )


def in_six_encodings(text):
    """Give the bytes of a text in each encoding offices use; GBK only where it has the signs."""
    yield from (text.encode("utf-8-sig"), text.encode("utf-8"), text.encode("gb18030"))
    yield codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    yield codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    try:
        yield text.encode("gbk")
    except UnicodeEncodeError:
        return


def workbook_with(change):
    """Return the good sheet as a workbook whose sheet part was changed."""
    book = Workbook()
    for row in (HEADERS, GOOD):
        book.active.append(row)
    raw = io.BytesIO()
    book.save(raw)
    return rewritten(raw.getvalue(), "xl/worksheets/sheet1.xml", change)


def _kept(text):
    """Say what is left of a text by the written policies: ends trimmed, a lone dash nothing."""
    plain = trimmed(text)
    plain = plain[1:] if plain[:1] == "'" and plain[1:2] in set("=+-@") else plain
    return None if plain in {"", "-", "—", "——", "/", "\\", "－", "／", "＼"} else plain
