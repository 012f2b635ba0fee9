import pytest

from domain.columns import Projects, Tasks
from ingest.reading import read
from ingest.report import SheetKind
from tests.ingest.zone import CONTEXT, text_of, told

PROJECTS = ["项目编号", "项目名称", "总投资(亿元)", "产业链", "归链依据", "责任单位"]


def projects(*rows, header=PROJECTS):
    return read(text_of(header, *rows).encode(), "项目库.csv", CONTEXT)


def test_an_amount_that_is_not_stated_is_empty_and_never_zero():
    report = projects(["N1", "码头", "", "", "", ""], ["N2", "船坞", "待定", "", "", ""])
    assert report.frame[Projects.TOTAL_YUAN].isna().all()
    assert told(report) == [("W_MISSING_VALUE", 3, "总投资")]


def test_a_chain_in_another_spelling_is_the_plans_and_an_unknown_one_is_told():
    report = projects(
        ["N1", "码头", "1", "船舶和海工", "计划原文", ""], ["N2", "船坞", "1", "航天", "", ""]
    )
    assert report.frame[Projects.CHAIN].tolist() == ["船舶与海工", None]
    assert report.frame[Projects.CHAIN_BASIS].tolist() == ["计划原文", "未归链"]
    assert told(report) == [("W_UNKNOWN_CHAIN", 3, "产业链")]


def test_a_chain_without_its_basis_counts_as_inferred():
    report = projects(["N1", "码头", "1", "船舶与海工", "", ""])
    assert report.frame[Projects.CHAIN_BASIS].tolist() == ["推断"]
    assert told(report) == [("W_CHAIN_BASIS", 2, "归链依据")]


def test_several_units_in_a_cell_are_each_looked_up():
    report = projects(["N1", "码头", "1", "", "", "区港务局，林业局;住建"])
    assert report.frame[Projects.RESPONSIBLE_UNITS].tolist() == ["港务局、林业局"]
    assert told(report) == [("E_UNKNOWN_UNIT", 2, "责任单位")]
    assert report.findings[0].more["hint"] == "住建局"


def test_money_in_another_measure_is_exact():
    report = projects(["N1", "码头", "7,446.08"], header=["项目编号", "项目名称", "总投资（万元）"])
    assert report.frame[Projects.TOTAL_YUAN].tolist() == [74_460_800]


def test_money_without_any_measure_is_a_doubt():
    report = projects(["N1", "码头", "2"], header=["项目编号", "项目名称", "总投资"])
    assert told(report) == [("W_MONEY_MEASURE", 1, "总投资")]


def test_an_id_that_is_used_twice_stops_the_file():
    report = projects(["N1", "码头", "", "", "", ""], ["N1", "船坞", "", "", "", ""])
    assert told(report) == [("E_DUPLICATE_ID", 3, "项目编号")]


def test_totals_groups_and_repeated_headers_are_no_projects():
    report = projects(
        ["", "合计", "30", "", "", ""],
        ["一、交通（2项）", "", "", "", "", ""],
        ["N1", "★码头\n一期", "10", "", "", ""],
        PROJECTS,
        ["N2", "船坞", "20", "", "", ""],
    )
    assert report.frame[Projects.NAME].tolist() == ["码头一期", "船坞"]
    assert [row for _, row, _ in told(report)] == [2, 3, 5]


def test_a_total_that_does_not_match_its_rows_is_told():
    report = projects(["N1", "码头", "10", "", "", ""], ["合计", "", "12", "", "", ""])
    assert ("W_TOTAL_MISMATCH", 3, "总投资") in told(report)
    assert report.findings[-1].more["sum"] == "10亿元"


def test_the_lead_of_a_task_stands_first_among_its_units():
    header = ["任务编号", "任务名称", "牵头单位", "配合单位", "完成时间节点"]
    row = ["Q1", "岸线整治", "林业局", "港务局、住建局", "2026年底"]
    report = read(text_of(header, row).encode(), "任务.csv", CONTEXT)
    assert report.kind is SheetKind.TASKS
    assert report.frame.loc[0, [Tasks.RESPONSIBLE_UNITS, Tasks.LEAD_UNIT, Tasks.DUE]].tolist() == [
        "林业局、港务局、住建局",
        "林业局",
        "2026年底",
    ]
    assert told(report) == []


def test_a_header_on_two_rows_is_read_as_one():
    upper = ["项目编号", "项目名称", "投资（万元）", "", "计划时间", ""]
    lower = ["", "", "总投资（万元）", "年度计划投资（万元）", "计划开工时间", "计划竣工时间"]
    row = ["N1", "码头", "20000", "500", "2026.3", "2028年底"]
    report = read(text_of(upper, lower, row).encode(), "项目库.csv", CONTEXT)
    assert report.header_rows == (1, 2)
    assert told(report) == []
    assert report.frame.loc[
        0, [Projects.NAME, Projects.TOTAL_YUAN, Projects.PLANNED_FINISH]
    ].tolist() == [
        "码头",
        200_000_000,
        "2028年底",
    ]


def test_a_heading_over_its_part_may_mean_a_column_only_together():
    upper = ["项目编号", "项目名称", "总投资(亿元)", "计划", ""]
    lower = ["", "", "", "开工时间", "竣工时间"]
    row = ["N1", "码头", "2", "2026.3", "2028年底"]
    report = read(text_of(upper, lower, row).encode(), "项目库.csv", CONTEXT)
    assert report.frame[Projects.PLANNED_START].tolist() == ["2026.3"]
    assert report.frame[Projects.PLANNED_FINISH].tolist() == ["2028年底"]


def test_running_numbers_stand_in_for_ids_only_with_a_word_about_it():
    report = projects(["1", "码头", "2"], header=["序号", "项目名称", "总投资(亿元)"])
    assert report.frame[Projects.ID].tolist() == ["1"]
    assert told(report) == [("W_ID_FROM_SERIAL", 1, "项目编号")]


@pytest.mark.parametrize("code", ["/", "—", "--", "无", "尚未备案", "暂未取得备案证", "备案办理中"])
def test_a_code_that_is_none_yet_leaves_the_running_number_to_stand_in(code):
    header = ["序 号", "项目编号", "项目名称", "总投资(亿元)"]
    total = ["合计", code, "", "3"]
    report = projects(["1", code, "码头", "1"], ["2", "N2", "船坞", "2"], total, header=header)
    assert report.frame[Projects.ID].tolist() == ["1", "N2"]
    assert told(report) == [("W_ID_IS_SERIAL", 2, "项目编号"), ("W_SKIPPED_ROW", 4, None)]


def test_a_project_without_an_id_is_known_by_its_exact_name_or_refused():
    header = ["项目编号", "项目名称", "总投资(亿元)"]
    report = projects(
        ["", "滨江码头", "10"], ["/", "别的码头", "1"], ["N3", "", "1"], header=header
    )
    assert told(report) == [
        ("W_ID_FILLED", 2, "项目编号"),
        ("E_MISSING_ID", 3, "项目编号"),
        ("E_MISSING_NAME", 4, "项目名称"),
    ]


def test_a_phase_or_a_task_nobody_knows_is_a_doubt():
    header = ["项目编号", "项目名称", "总投资(亿元)", "阶段", "来源任务"]
    report = projects(
        ["N1", "码头", "1", "续建", "R1"], ["N2", "船坞", "1", "停工", "R9"], header=header
    )
    assert report.frame[Projects.PHASE].tolist() == ["在建", None]
    assert told(report) == [("W_UNKNOWN_PHASE", 3, "阶段"), ("W_UNKNOWN_TASK", 3, "来源任务")]


def test_a_task_table_without_any_units_is_refused():
    report = read(
        text_of(["任务编号", "任务名称", "完成时限"], ["Q1", "整治", "年底"]).encode(),
        "t.csv",
        CONTEXT,
    )
    assert told(report) == [("E_MISSING_COLUMN", 1, "责任单位")]


def test_a_task_without_units_is_refused():
    header = ["任务编号", "任务名称", "责任单位"]
    report = read(text_of(header, ["Q1", "整治", ""]).encode(), "t.csv", CONTEXT)
    assert told(report) == [("E_MISSING_UNIT", 2, "责任单位")]
