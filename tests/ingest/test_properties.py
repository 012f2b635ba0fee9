"""What holds for every sheet, tried on many."""

import io
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from domain.periods import Period
from ingest.changes import compare
from ingest.characters import escaped, trimmed
from ingest.months import month_of
from ingest.numbers import money_yuan, percent_ppm
from ingest.reading import read
from ingest.report import SheetKind
from ingest.template import template
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

SHEET = progress_sheet(GOOD, encoding="gb18030")
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Co"]), max_size=30)
MANY = settings(
    derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100
)
ANY_TEXT = st.text(max_size=12)


@MANY
@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "a"]))
def test_no_bytes_make_the_reader_fail(raw, filename):
    assert read(raw, filename, CONTEXT).verdict


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
