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
    assert t("upload.changes", added=2, edited=0, unchanged=0, removed=0, absent=0) in said
    assert row_by_row(app)[t("upload.column_item")].tolist() == [
        "P02 新乡氢能产业园  \n:small[2026\\-10 · 经济发展局]",
        "T02 持续推进植树造林和绿化建设  \n:small[2026\\-10 · 社会事务局]",
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
    edited = row_by_row(app).iloc[0]
    assert edited[t("column.percent_done_ppm")] == ":gray[~~66\\%~~]  \n**70\\%**"
    assert "P02" in edited[t("upload.column_item")]


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


def test_what_an_upload_would_mean_is_said_in_words(illustrative):
    fallen = PIPES_LAID.replace(",66,", ",6,"), PLANTING_DONE.replace(",88,", ",8,")
    app = chosen(illustrative.open("upload"), sheet(*fallen))
    said = " ".join(part.value for part in app.markdown)
    name = "P02 新乡氢能产业园（2026-10）"
    assert f"{name} 完成进度 66\\% → 6\\%" in said, "the cumulative figure went back"
    assert "■ 1 项将转为红灯" in said


def test_what_the_ledger_has_and_the_sheet_does_not_list_is_named_and_stays(illustrative):
    app = chosen(illustrative.open("upload"), sheet(PIPES_LAID))
    absent = app.segmented_control(key="changes-state").set_value("absent").run()
    assert len(row_by_row(absent)) > 0
    assert t("upload.about_absent") in [caption.value for caption in absent.caption]


def test_warnings_are_confirmed_once_before_the_commit(illustrative):
    app = chosen(illustrative.open("upload"), sheet(PIPES_LAID.replace(",66,", ",60,")))
    before = cache.ledger().version()
    committed(app, "王五", confirmed=False)
    assert len(app.error) == 1
    assert cache.ledger().version() == before
    committed(app, "王五")
    assert cache.ledger().version() == before + 1


def test_warnings_are_read_again_when_the_ledger_has_moved_on(illustrative):
    slow = chosen(illustrative.open("upload"), sheet(PIPES_LAID.replace(",66,", ",60,")))
    quick = chosen(illustrative.open("upload"), sheet(PLANTING_DONE.replace(",88,", ",90,")))
    committed(quick, "王五")
    committed(slow, "赵六")
    assert len(slow.error) == 1
    assert [box.value for box in slow.checkbox] == [False]


def test_what_reads_the_same_afterwards_is_no_change_of_the_pages(illustrative):
    little_more = PIPES_LAID.replace(",13.4,", ",13.4001,")
    app = chosen(illustrative.open("upload"), sheet(little_more))
    effects = [one.value for one in app.dataframe if t("upload.column_effect") in one.value.columns]
    for table in effects:
        assert (table[t("upload.column_before")] != table[t("upload.column_after")]).all()


def test_findings_are_shown_by_degree_and_column(empty):
    app = chosen(empty.open("upload"), sheet(PIPES_LAID, IMPOSSIBLE))
    app.selectbox(key="finding-column").set_value("完成进度").run()
    assert set(shown(app, "finding")[t("upload.column_column")]) == {"完成进度"}
    assert "持续推进植树造林" in shown(app, "finding").iloc[0][t("upload.column_says")]


def chosen(app, raw, name="十月进展.csv"):
    app.file_uploader[0].set_value((name, raw, "text/csv")).run()
    return app


def committed(app, actor, *, confirmed=True):
    for box in app.checkbox:
        box.set_value(confirmed)
    app.text_input(key="actor").set_value(actor)
    return app.button(key="commit").click().run()


def shown(app, column):
    """Return the table of the page that has a column ``upload.column_…`` of its own."""
    header = t(f"upload.column_{column}")
    tables = (*app.dataframe, *app.table)
    return next(table.value for table in tables if header in table.value.columns)


def row_by_row(app):
    """Return the rows as they would change, in Markdown."""
    return next(one.value for one in app.table if t("upload.column_item") in one.value.columns)
