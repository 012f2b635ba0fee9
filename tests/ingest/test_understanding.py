import io
from dataclasses import replace

import pytest
from openpyxl import Workbook

from domain.columns import Projects
from ingest.context import accepted_reports
from ingest.findings_text import sentence
from ingest.nearest import suggestions
from ingest.reading import read
from ingest.report import SheetKind
from tests.ingest.old_workbooks import old_workbook
from tests.ingest.zone import CONTEXT, GOOD, HEADERS, changed, progress_sheet, text_of, told
from texts import catalogue

PROJECTS = ["序号", "项目名称", "总投资（万元）"]


def projects(*rows, headers=(PROJECTS,)):
    return read(text_of(*headers, *rows).encode(), "a.csv", CONTEXT)


def codes(report):
    return [finding.code for finding in report.findings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_one_sheet_in_every_encoding_gives_the_same_rows(encoding):
    straight = read(progress_sheet(GOOD), "a.csv", CONTEXT)
    other = read(progress_sheet(GOOD, encoding=encoding), "a.csv", CONTEXT)
    assert other.frame.equals(straight.frame)
    assert other.findings == straight.findings == ()


def test_an_old_workbook_gives_the_same_rows_too():
    report = read(old_workbook([HEADERS, GOOD]), "a.xls", CONTEXT)
    assert report.frame.equals(read(progress_sheet(GOOD), "a.csv", CONTEXT).frame)


def test_headings_over_three_rows_are_one_path_per_column():
    over = (
        ["序号", "项目名称", "投资情况", "", ""],
        ["", "", "计划", "2026年完成情况", ""],
        ["", "", "总投资（万元）", "月完成投资", "1-9月累计"],
    )
    report = projects(["1", "码头", "30", "", ""], headers=over)
    assert report.header_rows == (1, 2, 3)
    assert report.frame[Projects.TOTAL_YUAN].tolist() == [300_000]
    assert report.headers[4].typed == "投资情况 / 2026年完成情况 / 1-9月累计"


def test_totals_of_all_and_of_groups_are_compared_with_the_rows():
    report = projects(
        ["合计3项", "", "60"],
        ["一、交通2项", "", "30"],
        ["1", "码头", "10"],
        ["2", "船坞", "20"],
        ["二、能源2项", "", "40"],
        ["3", "风电", "30"],
    )
    checked = [(one.code, one.row) for one in report.findings if "MISMATCH" in one.code]
    assert checked == [("W_COUNT_MISMATCH", 6), ("W_TOTAL_MISMATCH", 6)]
    assert report.groups == ("一、交通2项", "一、交通2项", "二、能源2项")


def test_a_rounded_total_is_no_doubt_and_a_subtotal_sums_up_the_rows_above():
    fine = projects(["1", "码头", "10.04"], ["2", "船坞", "20.03"], ["小计", "", "30.1"])
    assert "W_TOTAL_MISMATCH" not in codes(fine)
    assert "W_TOTAL_MISMATCH" in codes(projects(["1", "码头", "10.04"], ["小计", "", "30.1"]))


def test_a_progress_sheet_has_its_totals_checked_too():
    total = ["合计", "", "", "", "", "", "3.5", "", "", ""]
    report = read(progress_sheet(GOOD, total), "a.csv", CONTEXT)
    assert told(report) == [("W_SKIPPED_ROW", 3, None), ("W_TOTAL_MISMATCH", 3, "累计完成投资")]
    assert "2.5亿元" in sentence(report.findings[1], catalogue("zh"))


def test_a_row_without_id_and_name_belongs_to_the_row_above():
    report = projects(["1", "码头", "10"], ["", "", "10"], ["2", "", ""])
    assert len(report.frame) == 1
    assert {"W_CONTINUED_ROW", "W_NUMBER_ONLY"} <= set(codes(report))


def test_the_title_gives_the_month_that_no_column_gives():
    titled = [["滨江新区2026年1-10月进展", *[""] * 8], HEADERS[1:], GOOD[1:]]
    report = read(text_of(*titled).encode(), "a.csv", CONTEXT)
    assert told(report) == [("W_PERIOD_FROM_TITLE", 2, "期间")]
    assert report.frame["period"].tolist() == ["2026-10"]


def test_a_title_of_a_month_to_come_gives_nothing():
    titled = [["2026年12月进展", *[""] * 8], HEADERS[1:], GOOD[1:]]
    report = read(text_of(*titled).encode(), "a.csv", CONTEXT)
    assert ("E_MISSING_COLUMN", 2, "期间") in told(report)


def two_sheets():
    book = Workbook()
    for sheet, unit in ((book.active, "港务局"), (book.create_sheet("十月"), "住建局")):
        sheet.append(HEADERS)
        sheet.append(changed(责任单位=unit))
    book.active.sheet_state = "hidden"
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def test_of_several_sheets_the_shown_one_is_proposed_and_any_may_be_chosen():
    asked = read(two_sheets(), "a.xlsx", CONTEXT)
    assert codes(asked) == ["E_MULTIPLE_SHEETS"]
    assert asked.choices == ("十月", "Sheet")
    assert asked.hidden == ("Sheet",)
    assert "其中隐藏的是“Sheet”" in sentence(asked.findings[0], catalogue("zh"))
    chosen = read(two_sheets(), "a.xlsx", CONTEXT, sheet="Sheet")
    assert (chosen.sheet, codes(chosen)) == (
        "Sheet",
        ["W_SHEET_IGNORED", "N_SHEET_NOT_SHOWN"],
    )
    assert codes(read(two_sheets(), "a.xlsx", CONTEXT, sheet="九月")) == ["E_SHEET_CHOICE"]


def test_a_header_may_be_mapped_by_hand_to_a_standard_header_or_a_column():
    odd = ["期间", "类别", "编号", "名称", "责任单位", "形象比重", "至今投了", *HEADERS[7:]]
    sheet = text_of(odd, GOOD).encode()
    assert not read(sheet, "a.csv", CONTEXT).may_commit
    mapping = {"形象比重": "完成进度", "至今投了": "done_total_yuan", "没有": "没有"}
    report = read(sheet, "a.csv", CONTEXT, mapping=mapping)
    assert report.findings == ()
    assert report.frame["done_total_yuan"].tolist() == [250_000_000]


def test_a_sheet_that_is_not_understood_shows_its_likeliest_header_to_be_mapped():
    report = read("名单,,\n甲,乙,丙\n1,2,\n".encode(), "a.csv", CONTEXT)
    assert codes(report) == ["E_NO_HEADER"]
    assert [cell.typed for cell in report.headers] == ["甲", "乙", "丙"]


def test_an_unknown_header_gets_the_nearest_standard_one_as_a_suggestion():
    report = projects(["1", "码头", "3", "在建"], headers=([*PROJECTS, "建设阶段情况"],))
    unknown = next(one for one in report.findings if one.code == "W_UNKNOWN_COLUMN")
    assert "是否应为“阶段”" in sentence(unknown, catalogue("zh"))


def test_ten_thousand_times_last_month_is_called_a_wrong_measure():
    sheet = progress_sheet(changed(累计完成投资="0.0003"))
    first = read(progress_sheet(changed(期间="2026-09")), "a.csv", CONTEXT)
    known = replace(CONTEXT, accepted=accepted_reports(first.frame))
    report = read(sheet, "a.csv", known)
    assert "W_MEASURE_SUSPECT" in codes(report)
    suspect = next(one for one in report.findings if one.code == "W_MEASURE_SUSPECT")
    assert "疑似单位错误" in sentence(suspect, catalogue("zh"))


def test_a_header_that_holds_the_parts_of_a_standard_one_gets_it_as_a_suggestion():
    odd = [*HEADERS[:5], "进度完成百分之几", *HEADERS[6:], "备案证号"]
    report = read(text_of(odd, [*GOOD, "7"]).encode(), "a.csv", CONTEXT)
    hints = {one.column: one.more["hint"] for one in report.findings if "hint" in one.more}
    assert hints == {"进度完成百分之几": "完成进度", "备案证号": ""}
    assert suggestions(report.headers, report.kind) == {"进度完成百分之几": "完成进度"}


def test_a_repeated_header_and_a_total_are_each_called_what_they_are():
    total = ["合计", "", "", "", "", "", "2.5", "", "", ""]
    report = read(progress_sheet(GOOD, HEADERS, total, ["注：略", *[""] * 9]), "a.csv", CONTEXT)
    said = [sentence(one, catalogue("zh")) for one in report.findings]
    kinds = ("重复的表头", "合计行", "说明行")
    assert [kind in one for kind, one in zip(kinds, said, strict=True)] == [True] * 3


def test_notes_and_sign_offs_are_kept_as_text():
    report = projects(["1", "码头", "3"], ["注：含二期", "", ""])
    assert (report.kind, report.notes) == (SheetKind.PROJECTS, ("注：含二期",))
