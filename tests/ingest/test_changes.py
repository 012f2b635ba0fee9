from ingest.changes import Edit, compare
from ingest.reading import read
from ingest.report import SheetKind
from tests.ingest.zone import CONTEXT, GOOD, changed, progress_sheet

KEY = ("2026-10", "X1", "港务局")


def frame(*rows):
    return read(progress_sheet(*rows), "a.csv", CONTEXT).frame


def test_a_sheet_read_twice_changes_nothing():
    changes = compare(frame(GOOD), frame(GOOD), SheetKind.PROGRESS)
    assert not changes
    assert changes.unchanged == (KEY,)


def test_an_empty_ledger_takes_every_report_as_new():
    assert compare(frame(GOOD).head(0), frame(GOOD), SheetKind.PROGRESS).added == (KEY,)


def test_an_edit_names_its_cell_and_both_values():
    changes = compare(frame(GOOD), frame(changed(完成进度="50", 存在问题="/")), SheetKind.PROGRESS)
    assert changes.edited == (
        Edit(KEY, "percent_done_ppm", 450_000, 500_000),
        Edit(KEY, "problem_text", "无", None),
    )
    assert changes.edited_keys == (KEY,)


def test_a_report_that_the_sheet_does_not_hold_is_not_removed():
    assert compare(frame(GOOD), frame(GOOD).head(0), SheetKind.PROGRESS).removed == ()


def test_the_version_a_row_was_committed_in_is_no_change():
    committed = frame(GOOD).assign(version=7)
    assert not compare(committed, frame(GOOD), SheetKind.PROGRESS)


def test_an_empty_cell_of_another_kind_of_frame_is_the_same_empty_cell():
    stored = frame(GOOD).astype({"remark": "string", "problem_text": "str"})
    assert not compare(stored, frame(GOOD), SheetKind.PROGRESS)
