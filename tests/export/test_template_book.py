"""The sheet a unit downloads, fills in and uploads: nothing is said about its form."""

import io

import pytest
from openpyxl import load_workbook

from domain.periods import Period
from export.workbooks.template import template_book, template_file
from ingest.changes import compare
from ingest.context import Context, accepted_reports, registry_of
from ingest.findings_text import sentence
from ingest.reading import read
from tests.export.offices import DONE, about, board
from tests.ingest.zone import CONTEXT, PLAN
from texts import catalogue

NOVEMBER = Period(2026, 11)
HEAD = 3
FORM = {"W_SHEET_IGNORED", "W_UNKNOWN_COLUMN", "N_SHEET_HIDDEN", "W_FORMULA", "W_SKIPPED_ROW"}


def downloaded(unit="港务局", *, period=NOVEMBER, made=None, **more):
    return template_book(about(made, period=period, **more), unit)


def sheet_of(raw):
    return load_workbook(io.BytesIO(raw)).worksheets[0]


def column(sheet, heading):
    return next(cell.column for cell in sheet[HEAD] if cell.value == heading)


def cell(sheet, row, heading):
    return sheet.cell(row, column(sheet, heading))


def filled_in(raw, **entries):
    """Fill in the first row, each entry by its heading, as a person does."""
    book = load_workbook(io.BytesIO(raw))
    for heading, entry in entries.items():
        found = cell(book.worksheets[0], HEAD + 1, heading)
        assert not found.protection.locked, heading
        found.value = entry
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def uploaded(raw, made=None):
    made = made or board()
    known = registry_of(made.projects, made.tasks)
    context = Context(PLAN, CONTEXT.today, known, accepted_reports(made.reports))
    report = read(raw, "进展表.xlsx", context)
    return report, compare(made.reports, report.frame, report.kind)


def test_it_has_the_rows_that_are_expected_of_the_unit_and_no_other():
    sheet = sheet_of(downloaded("林业局"))
    rows = [[one.value for one in row[:5]] for row in sheet.iter_rows(min_row=HEAD + 1)]
    assert rows == [["2026年11月", "任务", "R1", "岸线整治", "林业局"]]


def test_last_time_stands_beside_in_grey_and_what_is_asked_is_empty():
    sheet = sheet_of(downloaded())
    assert cell(sheet, 4, "上次上报期").value == "2026年10月"
    assert cell(sheet, 4, "上次完成进度(%)").value == 45
    assert cell(sheet, 4, "上次累计完成投资(亿元)").value == 2.50000001
    assert cell(sheet, 4, "上次工作进展").value == "桩基完成"
    assert cell(sheet, 4, "完成进度(%)*").value is None
    assert cell(sheet, 4, "累计完成投资(亿元)").value is None


def test_the_year_plan_is_carried_on_within_the_year_only():
    assert cell(sheet_of(downloaded()), 4, "年度计划投资(亿元)").value == 3
    next_year = sheet_of(downloaded(period=Period(2027, 1)))
    assert cell(next_year, 4, "年度计划投资(亿元)").value in {None, 3}
    assert cell(next_year, 4, "上次本年累计完成投资(亿元)").value is None


def test_keys_are_protected_without_a_password_and_the_rest_is_open():
    sheet = sheet_of(downloaded())
    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)
    locked = {one.value for one in sheet[HEAD] if sheet.cell(4, one.column).protection.locked}
    assert {"期间*", "编号*", "责任单位*", "填报提示", "上次工作进展"} <= locked
    assert not locked & {"完成进度(%)*", "工作进展", "填报人", "备注"}


@pytest.mark.parametrize(
    ("heading", "kind", "style"),
    [
        ("完成进度(%)*", "custom", None),
        ("累计完成投资(亿元)", "decimal", None),
        ("问题类别", "list", "warning"),
        ("填报人", "textLength", None),
    ],
)
def test_cells_are_checked_while_they_are_filled_in(heading, kind, style):
    sheet = sheet_of(downloaded())
    place = cell(sheet, 4, heading).coordinate
    (check,) = [one for one in sheet.data_validations.dataValidation if place in one.sqref]
    assert (check.type, check.errorStyle) == (kind, style)
    assert check.showErrorMessage


def test_percent_is_checked_as_an_upload_reads_it():
    sheet = sheet_of(downloaded())
    place = cell(sheet, 4, "完成进度(%)*").coordinate
    (check,) = [one for one in sheet.data_validations.dataValidation if place in one.sqref]
    assert check.formula1 == (
        f'IFERROR(IF(RIGHT({place},1)="%",AND(VALUE({place})>=0,VALUE({place})<=1),'
        f"OR(VALUE({place})=0,AND(VALUE({place})>=1,VALUE({place})<=100))),FALSE)"
    )
    refused, _ = uploaded(filled_in(downloaded(), **{"完成进度(%)*": 0.65}))
    assert [one.code for one in refused.errors] == ["E_PERCENT_AMBIGUOUS"]
    taken, _ = uploaded(filled_in(downloaded(), **{"完成进度(%)*": "0.65%"}))
    assert taken.frame["percent_done_ppm"].tolist() == [6_500]


def test_the_types_of_problems_to_choose_from_are_those_an_upload_knows():
    sheet = sheet_of(downloaded())
    place = cell(sheet, 4, "问题类别").coordinate
    (check,) = [one for one in sheet.data_validations.dataValidation if place in one.sqref]
    assert check.formula1 == '"征拆,用地,资金,手续,市场,其他"'


def test_the_year_plan_of_a_task_is_locked_and_that_of_a_project_is_open():
    sheet = sheet_of(downloaded())
    kinds = {cell(sheet, row, "类别(项目/任务)*").value: row for row in (4, 5)}
    plan = {kind: cell(sheet, row, "年度计划投资(亿元)") for kind, row in kinds.items()}
    assert [plan[kind].protection.locked for kind in ("项目", "任务")] == [False, True]
    assert plan["任务"].value is None


def test_a_month_changed_under_the_title_is_told_with_both_months():
    book = load_workbook(io.BytesIO(downloaded()))
    sheet = book.worksheets[0]
    cell(sheet, 4, "期间*").value = "2026年10月"
    cell(sheet, 4, "完成进度(%)*").value = 46
    out = io.BytesIO()
    book.save(out)
    report, changes = uploaded(out.getvalue())
    assert changes.edited
    (told,) = [one for one in report.warnings if one.code == "W_PERIOD_OTHER"]
    assert sentence(told, catalogue("zh")) == (
        "工作表“进展表”第 4 行「期间」：这一行写的是 2026-10，表的标题写的是 2026-11；"
        "2026-10 已有这一事项的上报，提交后会被这一行更正，不算 2026-11 的上报。"
        "如不是要更正 2026-10，请改为 2026-11。"
    )


def test_a_sum_that_goes_back_is_a_warning_and_not_forbidden():
    sheet = sheet_of(downloaded())
    coloured = {str(one.sqref) for one in sheet.conditional_formatting}
    letter = cell(sheet, 4, "累计完成投资(亿元)").column_letter
    last = sheet.max_row
    assert f"{letter}4:{letter}{last}" in coloured
    assert "累计完成投资低于上次" in cell(sheet, 4, "填报提示").value


def test_nothing_is_said_about_its_form():
    report, _ = uploaded(filled_in(downloaded(), **{"完成进度(%)*": 50, "累计完成投资(亿元)": 3}))
    assert not {one.code for one in report.findings} & FORM
    assert report.skipped == ()
    assert {one.code for one in report.findings} == {"N_ROW_BLANK"}


def test_a_row_left_blank_is_no_report():
    report, changes = uploaded(filled_in(downloaded(), **{"完成进度(%)*": 50}))
    assert changes.added == (("2026-11", "X1", "港务局"),)
    (blank,) = [one for one in report.findings if one.code == "N_ROW_BLANK"]
    assert (blank.severity, blank.row, blank.value) == ("note", 5, "R1")
    untouched, _ = uploaded(downloaded())
    assert [one.code for one in untouched.errors] == ["E_NO_ROWS"]


def test_what_is_filled_in_is_what_the_preview_says():
    raw = filled_in(
        downloaded(),
        **{
            "完成进度(%)*": 52.5,
            "累计完成投资(亿元)": 2.8,
            "本年累计完成投资(亿元)": 2.7,
            "工作进展": "-上部结构施工",
            "存在问题": "用地未批",
            "问题类别": "用地",
            "填报人": "李明",
        },
    )
    report, changes = uploaded(raw)
    assert report.may_commit
    first = report.frame.iloc[0].to_dict()
    expected = {
        "period": "2026-11",
        "item_id": "X1",
        "responsible_unit": "港务局",
        "percent_done_ppm": 525_000,
        "done_total_yuan": 280_000_000,
        "year_plan_yuan": 300_000_000,
        "done_ytd_yuan": 270_000_000,
        "progress_text": "-上部结构施工",
        "problem_text": "用地未批",
        "problem_type": "用地",
        "reporter": "李明",
    }
    assert {name: first[name] for name in expected} == expected
    assert changes.added == (("2026-11", "X1", "港务局"),)


def test_a_month_that_was_reported_comes_filled_in_and_unchanged_rows_are_recognised():
    raw = downloaded(period=Period(2026, 10))
    _, changes = uploaded(raw)
    assert changes.unchanged == (("2026-10", "X1", "港务局"),)
    assert changes.edited == ()
    _, corrected = uploaded(filled_in(raw, **{"完成进度(%)*": 46}))
    (edit,) = corrected.edited
    assert (edit.column, edit.before, edit.after) == ("percent_done_ppm", 450_000, 460_000)


def test_figures_of_last_time_that_are_made_up_do_not_mark_what_is_filled_in():
    raw = downloaded(illustrative=True)
    said = [row[0].value for row in load_workbook(io.BytesIO(raw))["填报说明"].iter_rows()]
    assert any(text and "示例数据" in text for text in said)
    report, _ = uploaded(filled_in(raw, **{"完成进度(%)*": 50}))
    assert report.may_commit
    assert not report.illustrative


def test_the_instructions_name_the_unit_the_month_and_the_day():
    said = load_workbook(io.BytesIO(downloaded()))["填报说明"]
    text = "\n".join(str(row[0].value) for row in said.iter_rows() if row[0].value)
    assert "供港务局填报2026年11月进展" in text
    assert "每月25日前" in text


def test_an_instruction_sheet_beside_any_other_table_is_still_told():
    book = load_workbook(io.BytesIO(downloaded()))
    sheet = book.worksheets[0]
    sheet.delete_cols(column(sheet, "填报提示"))
    out = io.BytesIO()
    book.save(out)
    report, _ = uploaded(out.getvalue())
    assert "W_SHEET_IGNORED" in {one.code for one in report.findings}


def test_in_english_the_words_are_english_and_the_reader_still_knows_it():
    raw = filled_in(downloaded(language="en"), **{"完成进度(%)*": 50, "累计完成投资(亿元)": 3})
    report, _ = uploaded(raw)
    assert {one.code for one in report.findings} == {"N_ROW_BLANK"}


def test_its_name_says_whose_and_which_month_and_it_is_made_alike_twice():
    assert template_file(about(period=NOVEMBER), "港务局") == "进展表_港务局_2026-11.xlsx"
    assert downloaded() == downloaded()
    assert DONE["version"] == 3
