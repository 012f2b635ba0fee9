"""数据上报: what the sheet says is seen before it is written, and by whom it was written after."""

import pytest

from tests.pages.reader import key_figures
from tests.pages.sheets import IMPOSSIBLE, PIPES_LAID, PLANTING_DONE, sheet
from texts import catalogue
from ui import cache

t = catalogue("zh")


def test_a_gb18030_sheet_is_previewed_and_nothing_is_written_yet(empty):
    app = chosen(empty.open("upload"), sheet(PIPES_LAID, PLANTING_DONE))
    said = [part.value for part in app.markdown]
    kind = t("upload.kind_progress")
    assert t("upload.read_as", kind=kind, encoding="gb18030", rows=2, header="1") in said
    assert t("upload.verdict_accept", errors=0) in said
    assert t("upload.changes", added=2, edited=0, unchanged=0, removed=0) in said
    assert shown(app, "change")[t("upload.column_key")].tolist() == [
        "2026-10 · P02 · 经济发展局",
        "2026-10 · T02 · 社会事务局",
    ]
    assert cache.ledger().version() == 2


def test_a_commit_with_a_name_is_in_force_on_the_overview(empty):
    app = chosen(empty.open("upload"), sheet(PIPES_LAID, PLANTING_DONE))
    committed(app, "王五")
    assert [said.value for said in app.success] == [t("upload.committed", version=3, rows=2)]
    newest = shown(app, "version").iloc[0]
    assert newest[t("upload.column_actor")] == "王五"
    assert newest[t("upload.column_filename")] == "十月进展.csv"
    assert not app.file_uploader[0].value, "the chooser is empty again"
    assert key_figures(empty.open("overview"))[t("key.done")] == "13.4 亿元"


@pytest.mark.parametrize("name", ["", "   "])
def test_a_commit_without_a_name_says_so_and_writes_nothing(empty, name):
    app = chosen(empty.open("upload"), sheet(PIPES_LAID))
    committed(app, name)
    assert [said.value for said in app.error] == [t("upload.actor_missing")]
    assert cache.ledger().version() == 2
    committed(app, "王五")
    assert cache.ledger().version() == 3, "the preview is still there once a name is given"


def test_a_bad_sheet_names_row_and_column_and_cannot_be_committed(empty):
    app = chosen(empty.open("upload"), sheet(PIPES_LAID, IMPOSSIBLE))
    assert t("upload.verdict_reject", errors=1) in [part.value for part in app.markdown]
    only = shown(app, "finding").iloc[0]
    assert only[t("upload.column_severity")] == t("upload.severity_error")
    assert (only[t("upload.column_row")], only[t("upload.column_column")]) == ("3", "完成进度")
    assert "commit" not in [button.key for button in app.button]
    assert cache.ledger().version() == 2


def test_bytes_that_are_no_sheet_are_refused_with_a_sentence(empty):
    app = chosen(empty.open("upload"), b"%PDF-1.7\n\x00\x01", name="十月进展.pdf")
    assert not app.exception
    assert t("upload.verdict_reject", errors=1) in [part.value for part in app.markdown]
    assert len(shown(app, "finding")) == 1


def test_a_correction_shows_what_it_was_and_what_it_becomes(illustrative):
    app = chosen(illustrative.open("upload"), sheet(PIPES_LAID.replace(",66,", ",70,")))
    edits = shown(app, "change").set_index(t("upload.column_cell"))
    edit = edits.loc[t("column.percent_done_ppm")]
    before_and_after = (edit[t("upload.column_before")], edit[t("upload.column_after")])
    assert before_and_after == ("66%", "70%")


def test_the_same_file_again_is_refused_with_the_version_it_is_in(empty):
    for _ in range(2):
        app = chosen(empty.open("upload"), sheet(PIPES_LAID))
        committed(app, "王五")
    assert cache.ledger().version() == 3
    assert len(app.error) == 1


def test_a_sheet_previewed_before_another_commit_is_read_anew(empty):
    slow = chosen(empty.open("upload"), sheet(PIPES_LAID))
    quick = chosen(empty.open("upload"), sheet(PLANTING_DONE))
    committed(quick, "王五")
    committed(slow, "赵六")
    assert cache.ledger().version() == 3, "what was previewed against version 2 is not written"
    assert len(slow.error) == 1
    committed(slow, "赵六")
    assert cache.ledger().version() == 4, "read again against version 3, it is"


def chosen(app, raw, name="十月进展.csv"):
    app.file_uploader[0].set_value((name, raw, "text/csv")).run()
    return app


def committed(app, actor):
    app.text_input(key="actor").set_value(actor)
    return app.button(key="commit").click().run()


def shown(app, column):
    """Return the table of the page that has a column ``upload.column_…`` of its own."""
    header = t(f"upload.column_{column}")
    return next(table.value for table in app.dataframe if header in table.value.columns)
