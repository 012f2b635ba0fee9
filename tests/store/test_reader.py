import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from ingest.context import Context, Limits
from ingest.reading import read
from store import reader
from store.reader import read_safely
from tests.ingest.old_workbooks import compound, old_workbook
from tests.ingest.zone import CONTEXT, GOOD, HEADERS, ITEMS, PLAN, progress_sheet, told

NUMBERS = [*GOOD[:5], 45.0, 2.5, *GOOD[7:]]
OLD = old_workbook([HEADERS, NUMBERS])


def workbook():
    book = Workbook()
    book.active.append(HEADERS)
    book.active.append(NUMBERS)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


@pytest.mark.parametrize(
    ("raw", "filename"),
    [(OLD, "a.xls"), (workbook(), "a.xlsx"), (progress_sheet(GOOD), "a.csv")],
)
def test_a_sheet_reads_the_same_in_a_process_of_its_own(raw, filename):
    safe, straight = read_safely(raw, filename, CONTEXT), read(raw, filename, CONTEXT)
    assert safe.findings == straight.findings == ()
    assert safe.frame.equals(straight.frame)
    assert (safe.origin, safe.rows, safe.headers) == (
        straight.origin,
        straight.rows,
        straight.headers,
    )


def test_what_eats_all_memory_is_stopped_with_a_sentence(monkeypatch):
    monkeypatch.setattr(reader, "_MEMORY", 64 * 1024**2)
    stray = old_workbook([[1.0], *[[]] * 65_534, [*[""] * 255, 1.0]])  # one cell, at the far end
    report = read_safely(stray, "../大表.xls", CONTEXT)
    assert told(report) == [("E_READING_STOPPED", None, None)]
    assert report.filename == "大表.xls"


def test_what_takes_too_long_is_stopped_with_a_sentence(monkeypatch):
    monkeypatch.setattr(reader, "_CPU_SECONDS", 0)
    monkeypatch.setattr(reader, "_PATIENCE", 0)
    report = read_safely(workbook(), "a.xlsx", Context(PLAN, CONTEXT.today, limits=Limits()))
    assert report.kind is None
    assert told(report) == [("E_READING_STOPPED", None, None)]


def test_the_next_sheet_is_read_after_one_was_stopped(monkeypatch):
    monkeypatch.setattr(reader, "_PATIENCE", 0)
    read_safely(OLD, "a.xls", CONTEXT)
    monkeypatch.undo()
    assert read_safely(OLD, "a.xls", CONTEXT).may_commit


def test_a_file_too_large_is_refused_without_being_handed_on():
    context = Context(PLAN, CONTEXT.today, ITEMS, limits=Limits(max_bytes=100))
    assert told(read_safely(OLD, "a.xls", context)) == [("E_FILE_TOO_LARGE", None, None)]


@settings(
    derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=8
)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=40))
def test_no_damage_to_an_old_workbook_makes_its_reader_fail(place, put):
    stream = b"\x09\x08\x10\x00" + OLD[1540:3000]
    damaged = OLD[: 512 + place] + put + OLD[512 + place + len(put) :]
    raw = damaged if place % 2 else compound(stream[: place % 1000] + put + stream[place % 1000 :])
    report = read_safely(raw, "a.xls", CONTEXT)
    assert report.may_commit or report.errors
