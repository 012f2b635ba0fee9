import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from ingest.context import Context, Limits
from ingest.reading import read
from ingest.steps import Stage
from store import reader
from store.reader import read_safely
from store.reading_child import Asked
from store.reading_process import GoneError, ReadingProcess, Watch
from store.reading_processes import AT_ONCE
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


def readers():
    """The processes that read for this one."""
    children = psutil.Process().children()
    return [one.pid for one in children if "store.reading_child" in one.cmdline()]


def test_three_sheets_at_once_start_no_third_process():
    with ThreadPoolExecutor(6) as pool:
        seen = [pool.submit(read_safely, OLD, f"{n}.xls", CONTEXT) for n in range(6)]
        reports = [one.result() for one in seen]
    assert [report.filename for report in reports] == [f"{n}.xls" for n in range(6)]
    assert all(report.may_commit for report in reports)
    assert 1 <= len(readers()) <= AT_ONCE


def test_one_process_reads_sheet_after_sheet():
    read_safely(OLD, "a.xls", CONTEXT)
    before = readers()
    read_safely(OLD, "b.xls", CONTEXT)
    assert readers() == before


def test_a_process_that_ended_while_it_waited_is_not_missed():
    read_safely(OLD, "a.xls", CONTEXT)
    for pid in readers():
        psutil.Process(pid).kill()
    assert read_safely(OLD, "a.xls", CONTEXT).may_commit


def test_a_process_that_is_gone_says_so_before_the_sheet_is_given_up():
    process = ReadingProcess()
    process.end()
    with pytest.raises(GoneError):
        process.report(asked(), lambda _: None, 5)
    assert not process.may_go_on


def test_a_process_that_ended_on_its_own_gives_no_report_and_is_used_no_more():
    process = ReadingProcess()
    assert process.report(asked(cpu_seconds=5, context=None), lambda _: None, 60) is None
    assert not process.may_go_on
    process.end()


def asked(cpu_seconds=5, context=CONTEXT):
    how = {"kind": None, "encoding": None, "sheet": None, "mapping": None}
    return Asked(OLD, "a.xls", context, how, 768 * 1024**2, cpu_seconds)


@pytest.mark.parametrize(
    ("greedy", "seconds"),
    [("kept = bytearray(300_000_000)", 60), ("pass", 0)],
    ids=["memory", "time"],
)
def test_what_the_system_does_not_bind_is_ended_by_its_parent(greedy, seconds):
    script = f"import sys; {greedy}; sys.stdin.read()"
    process = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE)
    with process, Watch(process, 100 * 1024**2, seconds):
        assert process.wait(60) != 0


def test_a_well_behaved_process_is_left_alone():
    process = subprocess.Popen([sys.executable, "-c", "pass"], stdin=subprocess.PIPE)
    with process, Watch(process, 1024**3, 60):
        assert process.wait(60) == 0


def test_who_waits_hears_how_far_a_large_sheet_has_come():
    rows = [[*GOOD[:7], "桩基完成" * 30, *GOOD[8:]] for _ in range(1200)]
    steps = []
    large = replace(CONTEXT, heard=steps.append)
    read_safely(progress_sheet(*rows), "a.csv", large)
    assert steps[0].stage is Stage.OPENING
    assert [(one.done, one.of) for one in steps if one.stage is Stage.ROWS] == [
        (0, 1200),
        (500, 1200),
        (1000, 1200),
    ]


def test_who_waits_may_turn_away_and_the_next_sheet_is_read():
    def turn_away(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_safely(OLD, "a.xls", replace(CONTEXT, heard=turn_away))
    assert read_safely(OLD, "a.xls", CONTEXT).may_commit


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
