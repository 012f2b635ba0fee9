"""数据上报: what the sheet says is seen before it is written, and by whom it was written after."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from domain.periods import Period
from export.workbooks.about import About
from export.workbooks.template import template_book
from tests.conftest import ROOT
from tests.pages.reader import key_figures
from tests.pages.sheets import HEADER, IMPOSSIBLE, PIPES_LAID, PLANTING_DONE, sheet
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
    assert key_figures(empty.open("overview"))[t("key.done")] == "13.40 亿元"


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
    said = [part.value for part in app.markdown]
    assert t("upload.verdict_reject", errors=1) in said
    assert len(shown(app, "finding")) == 1
    assert not [one for one in said if "编码" in one], (
        "nothing was recognised, nothing is said of it"
    )


def test_a_correction_shows_what_it_was_and_what_it_becomes(illustrative):
    app = chosen(illustrative.open("upload"), sheet(PIPES_LAID.replace(",66,", ",70,")))
    edited = row_by_row(app).iloc[0]
    assert edited[t("column.percent_done_ppm")] == ":gray[~~66\\.0\\%~~]  \n**70\\.0\\%**"
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
    assert f"{name} 完成进度 66\\.0\\% → 6\\.0\\%" in said, "the cumulative figure went back"
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
    column = next(box for box in app.selectbox if box.label == t("upload.finding_column"))
    column.set_value("完成进度").run()
    assert set(shown(app, "finding")[t("upload.column_column")]) == {"完成进度"}
    assert "持续推进植树造林" in shown(app, "finding").iloc[0][t("upload.column_says")]


def test_what_was_asked_of_one_file_hides_no_error_of_the_next(empty):
    doubtful = PIPES_LAID.replace("13.4", ""), PLANTING_DONE, IMPOSSIBLE.replace(",165,", ",-1,")
    app = chosen(empty.open("upload"), sheet(*doubtful))
    app.button_group[0].set_value(["warning"]).run()
    assert set(shown(app, "finding")[t("upload.column_severity")]) == {t("upload.severity_warning")}
    app = chosen(app, sheet(PIPES_LAID.replace("13.4", ""), IMPOSSIBLE), name="又一份.csv")
    assert t("upload.severity_error") in set(shown(app, "finding")[t("upload.column_severity")])


def test_a_table_that_leaves_projects_out_is_a_warning_to_confirm(empty):
    lines = (ROOT / "data/projects.csv").read_bytes().splitlines()
    app = chosen(empty.open("upload"), b"\n".join(lines[:4]), name="项目库.csv")
    assert t("upload.verdict_accept_with_warnings", errors=0) in [one.value for one in app.markdown]
    said = shown(app, "finding").iloc[0][t("upload.column_finding")]
    assert "缺了 7 项（70\\%）" in said
    committed(app, "王五", confirmed=False)
    assert cache.ledger().version() == 2
    committed(app, "王五")
    assert cache.ledger().version() == 3


def test_totals_that_agree_are_told(empty):
    rows = "项目编号,项目名称,总投资(亿元)\nP01,码头,2\n合计,1项,2\n".encode()
    app = chosen(empty.open("upload"), rows, name="项目库.csv")
    assert t("upload.totals_agreed", count=1) in [one.value for one in app.caption]


def test_what_nobody_sees_is_shown_as_a_mark_beside_its_doubt(empty):
    raw = sheet(PIPES_LAID.replace("经济发展局", "经济\u202e发展局"), encoding="utf-8-sig")
    app = chosen(empty.open("upload"), raw)
    row = shown(app, "finding").iloc[0]
    assert "经济⟨U\\+202E⟩发展局" in row[t("upload.column_says")]
    assert "经济⟨U\\+202E⟩发展局" in row[t("upload.column_finding")]


def test_the_chooser_of_worksheets_says_which_are_hidden(empty):
    book = Workbook()
    header, row = HEADER.split(","), PIPES_LAID.split(",")
    for place in (book.active, book.create_sheet("旧表")):
        place.append(header)
        place.append(row)
    book["旧表"].sheet_state = "hidden"
    raw = io.BytesIO()
    book.save(raw)
    app = chosen(empty.open("upload"), raw.getvalue(), name="十月进展.xlsx")
    assert app.selectbox(key="worksheet").options == ["Sheet", "旧表（隐藏）"]


def test_the_template_filled_in_comes_back_without_a_word_about_its_form(illustrative):
    board, day = cache.board_at(cache.ledger().version()), cache.day()
    about = About(board, Period(2026, 10), t, illustrative=True, today=day)
    book = load_workbook(io.BytesIO(template_book(about, "财政局")))
    listed = book.worksheets[0]
    places = {cell.value: cell.column for cell in listed[3]}
    listed.cell(4, places["完成进度(%)*"]).value = 99
    raw = io.BytesIO()
    book.save(raw)
    app = chosen(illustrative.open("upload"), raw.getvalue(), name="财政局.xlsx")
    said = [one.value for one in app.markdown]
    changed = {"added": 0, "edited": 1, "unchanged": 1, "removed": 0, "absent": 0}
    assert t("upload.changes", **changed) in said
    assert not [box for box in app.expander if "表头" in box.label], "no heading is asked about"
    assert not [box for box in app.selectbox if box.key == "worksheet"], "nor a worksheet"


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
