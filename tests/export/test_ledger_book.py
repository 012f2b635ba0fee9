"""The ledger of a month as a workbook: laid out as the office has it, and read back as it was."""

import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from domain import columns as words
from domain.columns import ItemKind, Projects, Reports, Tasks
from domain.findings import Severity
from domain.plan import Named
from domain.rules import Light
from export.workbooks.ledger import ledger_book, ledger_file, ledger_files
from export.workbooks.looks import LIGHT_FILLS
from ingest.aliases.english import word_in_chinese
from ingest.context import Context, registry_of
from ingest.reading import read
from tests.export.offices import DONE, PIER, SHORE, YARD, about, board, frame
from tests.ingest.zone import CONTEXT, PLAN
from texts import catalogue

FEW = settings(
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=25,
    phases=[Phase.explicit, Phase.generate],
)
LIKE_FORMULAS = ["=1+1", "'=1+1", "''-x", "-完成桩基施工", "@甲", "+5", "'tis", "＝求和(A1)"]
ODD = ["第一行\n第二行", '逗号,引号"', "<b>&amp;</b>", "_x000D_", "10%", "2026-10", "007", "1e5"]
SAID = st.sampled_from([*LIKE_FORMULAS, *ODD]) | st.text(
    "岸线整治=+-@'\"，,;<&0", min_size=1, max_size=12
).map(lambda one: f"说{one}说")
YUAN = st.none() | st.integers(10**9, 10**13)  # a reader doubts more done than ten times of it


def opened(**more):
    return load_workbook(io.BytesIO(ledger_book(about(**more))))


def read_back(raw, made, sheet):
    known = Context(PLAN, CONTEXT.today, registry_of(made.projects, made.tasks))
    return read(raw, "台账.xlsx", known, sheet=sheet)


def cells(table, columns):
    return (
        table[[column.value for column in columns]]
        .astype("object")
        .where(lambda one: one.notna(), None)
        .values.tolist()
    )


@pytest.mark.parametrize("light", list(Light))
def test_every_light_has_a_fill_of_its_own_kind(light):
    assert LIGHT_FILLS[light].fill_type == "solid"


def test_the_sheet_says_what_it_is_how_far_it_reaches_and_in_which_measure():
    sheet = opened()["项目台账"]
    assert sheet["A1"].value == "滨江新区重点项目进展台账（2026年10月）"
    said = [cell.value for cell in sheet[2] if cell.value]
    assert said == ["截至2026年10月底", "计量单位：亿元"]


def test_headings_stand_in_groups_and_stay_in_sight():
    sheet = opened()["项目台账"]
    merged = {str(one) for one in sheet.merged_cells.ranges}
    assert {"A3:A4", "I3:L3"} <= merged
    assert sheet["I3"].value == "投资情况（亿元）"
    assert [cell.value for cell in sheet[4][8:12]] == [
        "总投资",
        "年度计划投资\n（上报）",
        "本年累计完成投资",
        "累计完成投资",
    ]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("D6", "$3:$4")


def test_it_prints_on_a4_landscape_as_wide_as_the_page():
    sheet = opened()["项目台账"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_totals_are_formulas_that_carry_their_result():
    raw = ledger_book(about())
    formulas = load_workbook(io.BytesIO(raw))["项目台账"]
    results = load_workbook(io.BytesIO(raw), data_only=True)["项目台账"]
    assert formulas["A5"].value == "合计（2项）"
    assert (formulas["I5"].value, results["I5"].value) == ("=SUM(I6:I7)", 10)
    assert results["L5"].value == 2.50000001
    assert results["M5"].value == 80


def test_a_column_without_a_figure_has_no_total_and_the_undisclosed_are_counted_in_words():
    made = board(projects=[{**PIER, "total_investment_yuan": None}, YARD], reports=())
    sheet = opened(made=made)["项目台账"]
    assert [cell.value for cell in sheet[5][8:12]] == [None] * 4
    notes = [row[0].value for row in sheet.iter_rows(min_row=8) if row[0].value]
    assert notes[0] == "注：总投资合计为已披露的 0 项之和，另有 2 项未披露，单元格留空，不作零计。"


def test_a_gap_says_by_which_figure_it_is_judged():
    by_percent = {**DONE, "item_id": "X2", "year_plan_yuan": None, "done_ytd_yuan": None}
    sheet = opened(made=board(reports=[DONE, by_percent]))["项目台账"]
    said = [sheet[f"P{row}"].value for row in (4, 6, 7)]
    assert said == ["判定依据", "按投资完成率", "按完成进度"]


def test_a_column_shows_as_many_decimals_in_every_row_and_in_its_total():
    other = {**YARD, "total_investment_yuan": 7_414_610_000}
    sheet = opened(made=board(projects=[PIER, other]))["项目台账"]
    assert [sheet[f"I{row}"].number_format for row in (5, 6, 7)] == ["#,##0.0000"] * 3
    assert [sheet[f"J{row}"].number_format for row in (5, 6, 7)] == ["#,##0.00"] * 3


def test_units_that_say_the_same_are_named_together():
    task = {
        "item_kind": "任务",
        "item_id": "R1",
        "item_name": "岸线整治",
        "progress_text": "已开工",
    }
    said = [{**DONE, **task, "responsible_unit": unit} for unit in ("港务局", "林业局")]
    sheet = opened(made=board(reports=said))["任务台账"]
    assert "港务局、林业局：已开工" in [cell.value for cell in sheet[5]]


def test_a_heading_of_three_lines_has_the_room_for_them():
    sheet = opened()["上报明细"]
    assert "累计完成投资\n（亿元）" in [cell.value for cell in sheet[3]]
    assert sheet.row_dimensions[3].height >= 3 * 13.5


def test_the_english_book_says_in_english_what_a_total_and_a_note_are():
    sheet = opened(language="en")["Projects"]
    assert sheet["A5"].value == "Total (2 items)"
    notes = [row[0].value for row in sheet.iter_rows(min_row=8) if row[0].value]
    assert notes
    assert all(note.startswith("Note: ") for note in notes)


def test_the_english_book_has_no_chinese_heading():
    for sheet in opened(language="en"):
        rows = (3,) if sheet.title == "Reports" else (3, 4)
        headings = [cell.value for row in rows for cell in sheet[row] if cell.value]
        assert len(headings) > 10
        assert all(one.isascii() for one in headings)


def test_the_english_book_says_kinds_phases_and_chains_in_english_and_why_names_are_not():
    chains = (Named("船舶与海工", ("船舶和海工",), english="Ships"),)
    made = board(projects=[{**PIER, "chain": "船舶与海工", "phase": "在建"}, YARD])
    made = replace(made, plan=replace(made.plan, chains=chains))
    book = opened(made=made, language="en")
    said = {sheet.title: [one.value for row in sheet for one in row if one.value] for sheet in book}
    assert {"Ships", "Under construction", "stated by the plan"} <= set(said["Projects"])
    assert "Project" in said["Reports"]
    assert "2026-10" in said["Reports"]
    for cells_of in said.values():
        assert sum("stand in Chinese" in str(one) for one in cells_of) == 1
        assert not {"在建", "项目", "任务", "船舶与海工", "计划原文"} & set(cells_of)


def test_the_words_of_the_english_book_are_those_the_reader_knows():
    t = catalogue("en")
    keys = [f"phase.{one.name.lower()}" for one in words.Phase]
    keys += [f"table.kind_{one.name.lower()}" for one in ItemKind]
    keys += ["table.basis_stated", "table.basis_inferred"]
    assert all(not word_in_chinese(t(key)).isascii() for key in keys)


def test_the_english_book_reads_back_to_the_same_tables_without_a_doubt():
    made = board()
    for chinese, english in (
        ("项目台账", "Projects"),
        ("任务台账", "Tasks"),
        ("上报明细", "Reports"),
    ):
        one = read_back(ledger_book(about(made)), made, chinese)
        other = read_back(ledger_book(about(made, language="en")), made, english)
        assert other.frame.equals(one.frame)
        assert [found.code for found in other.findings] == [found.code for found in one.findings]


def test_a_light_is_a_word_and_its_colour_only_helps():
    sheet = opened()["项目台账"]
    assert [sheet[f"Q{row}"].value for row in (6, 7)] == ["正常", "未报"]
    assert sheet["Q6"].fill.start_color.rgb != sheet["Q7"].fill.start_color.rgb


def test_made_up_figures_say_so_on_every_sheet_and_in_the_name_of_the_file():
    book = opened(illustrative=True)
    assert all(sheet["A3"].value.startswith("示例数据") for sheet in book)
    assert ledger_file(about(illustrative=True)) == "滨江新区_台账_截至2026年10月底_示例数据.xlsx"


def test_text_that_looks_like_a_formula_is_text():
    made = board(projects=[{**PIER, "project_name": "=cmd|'/c calc'!A0"}])
    cell = opened(made=made)["项目台账"]["C6"]
    assert (cell.value, cell.data_type) == ("=cmd|'/c calc'!A0", "s")


@pytest.mark.parametrize("said", ["=1+1", "+5", "-完成桩基施工", "@甲"])
def test_text_that_looks_like_a_formula_stays_text_when_its_cell_is_edited(said):
    sheet = opened(made=board(projects=[{**PIER, "project_name": said}, YARD]))["项目台账"]
    assert (sheet["C6"].value, sheet["C6"].quotePrefix) == (said, True)
    assert not sheet["C7"].quotePrefix


def test_made_twice_it_is_the_same_file_under_the_same_name():
    (name,) = ledger_files(about())
    assert name == ledger_file(about()) == "滨江新区_台账_截至2026年10月底.xlsx"
    assert ledger_files(about()) == ledger_files(about())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_reads_back_in_either_language(language):
    made = board()
    raw = ledger_book(about(made, language=language))
    known = Context(PLAN, CONTEXT.today, registry_of(made.projects, made.tasks))
    names = load_workbook(io.BytesIO(raw)).sheetnames
    reports = [read(raw, "a.xlsx", known, sheet=name) for name in names]
    assert [str(one.kind) for one in reports] == ["projects", "tasks", "progress"]
    assert [len(one.frame) for one in reports] == [2, 1, 1]
    assert not [one for report in reports for one in report.errors]


def test_reading_the_book_back_raises_no_doubt_about_its_own_headings():
    made = board()
    found = read_back(ledger_book(about(made)), made, "项目台账").findings
    assert not [one for one in found if one.severity is Severity.WARNING and one.column]


@FEW
@given(st.data())
def test_every_table_reads_back_to_the_same_cells(data):
    project = {
        **PIER,
        "project_name": data.draw(SAID),
        "remark": data.draw(st.none() | SAID),
        "source_sentence": data.draw(st.none() | SAID),
        "total_investment_yuan": data.draw(YUAN),
        "year_plan_yuan": data.draw(YUAN),
    }
    task = {**SHORE, "full_text": data.draw(SAID), "measures": data.draw(SAID)}
    report = {
        **DONE,
        "item_name": project["project_name"],
        "percent_done_ppm": data.draw(st.none() | st.integers(10_000, 1_000_000)),
        "done_total_yuan": data.draw(st.none() | st.integers(0, 10**9)),
        "progress_text": data.draw(SAID),
        "problem_text": data.draw(SAID),
    }
    made = board(projects=[project, YARD], tasks=[task], reports=[report])
    raw = ledger_book(about(made))
    for sheet, table, columns in (
        ("项目台账", made.projects, Projects),
        ("任务台账", made.tasks, Tasks),
        ("上报明细", made.reports, [one for one in Reports if one is not Reports.VERSION]),
    ):
        frame_read = read_back(raw, made, sheet).frame
        left_to_reader = {Projects.CHAIN_BASIS}  # 未归链 where there is no chain
        same = [column for column in columns if column not in left_to_reader]
        assert cells(frame_read, same) == cells(table, same)


def test_the_frames_of_these_tests_are_those_of_the_ledger():
    assert str(frame(Projects, [PIER])["total_investment_yuan"].dtype) == "Int64"
