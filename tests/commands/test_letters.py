"""The texts of supervision as files: the circular as a letter, the reminders as lists."""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import pytest
from openpyxl import load_workbook

from analysis.charts.words import Words
from analysis.circular.written import Circular, Number, Paragraph, Source, Style
from analysis.letters import MOST_LISTED, due_letters, filled
from commands import letters, supervision
from commands.looking import looked_at
from domain.periods import Period
from export import circular_sources
from texts import catalogue

OCTOBER, IN_NOVEMBER = Period(2026, 10), date(2026, 11, 1)
NOON = datetime(2026, 11, 1, 4, tzinfo=UTC)
t = catalogue("zh")


@pytest.fixture(scope="module")
def when():
    return {"period": OCTOBER, "today": IN_NOVEMBER}


def test_the_circular_is_printed_and_kept_as_a_letter(made, when, tmp_path):
    printed = letters.write_circular(made, t, **when, at=NOON)
    file = tmp_path / "circular.docx"
    written = letters.write_circular(made, t, **when, at=NOON, out=file)
    assert written.lines == (f"已写入 {file}",)
    letter = docx.Document(io.BytesIO(file.read_bytes()))
    ranked = [line for line in printed.lines if re.match("(并列)?第 ", line)]
    around = [line for line in printed.lines if line not in ranked and "示例数据" not in line]
    assert [one.text for one in letter.paragraphs] == around
    by_rate, by_progress = ([[cell.text for cell in row.cells] for row in table.rows]
                               for table in letter.tables)  # fmt: skip
    assert by_rate[0] == ["名次", "责任单位", "上报率", "已报/应报"]
    assert by_rate[-1] == ["11", "财政局", "75.0%", "3/4"]
    assert by_progress[0] == ["名次", "责任单位", "任务平均完成进度", "已报/任务数"]
    assert len(ranked) == sum(len(table.rows) - 1 for table in letter.tables) == 22


def test_the_data_names_the_rows_of_each_number(made, when):
    numbers = letters.write_circular(made, t, **when, at=NOON).data["numbers"]
    assert sorted(numbers["missing"]["rows"]) == [("P09", "经济发展局"), ("T05", "财政局")]


def test_without_ranking_nobody_is_ranked(made, when):
    less = letters.without(ranking=False, last_three=True)
    said = "".join(letters.write_circular(made, t, **when, at=NOON, chosen=less).lines)
    assert "名 " not in said
    assert "排名最后的" not in said


@pytest.fixture(scope="module")
def book(made, when, tmp_path_factory):
    file = tmp_path_factory.mktemp("book") / "reminders.xlsx"
    supervision.remind(made, t, **when, out=file)
    return load_workbook(file)


def test_each_unit_has_a_sheet_and_the_first_counts_them(book):
    assert book.sheetnames == ["汇总", "经济发展局", "科学技术局", "服务业促进局", "财政局"]
    head, *rows = book["汇总"].iter_rows(min_row=5, values_only=True)
    assert head == (
        "责任单位",
        "本月尚未提交",
        "迟报",
        "数据与上月雷同",
        "倒退",
        "疑似计量单位错误",
        "合计",
    )
    assert rows[-1] == ("合计", 2, 0, 2, 1, 0, 5)


def test_the_lists_say_what_they_leave_out_and_how_many(book):
    assert book["汇总"]["A4"].value == (
        "清单只列责任单位自己能补报、更正的报送问题（本月尚未提交、迟报、数据与上月雷同、倒退、"
        "疑似计量单位错误），共 5 条。本月另有 17 条预警不在清单内：停滞 1 条、落后序时进度 13 条、"
        "逾期 1 条、超总投资 1 条、牵头与配合单位数据不一致 1 条，见“督查预警”和“督办文书”。"
    )


def test_a_units_sheet_says_what_is_asked_and_leaves_room_for_an_answer(book):
    sheet = book["财政局"]
    assert sheet["A1"].value == "催办清单：财政局（2026年10月，1 项）"
    assert "示例数据" in sheet["A2"].value
    assert sheet["A3"].value == "截至2026年11月1日"
    assert sheet["A4"].value.startswith("本清单只列本单位能补报、更正的报送问题；")
    _, row = sheet.iter_rows(min_row=6, values_only=True)
    assert row[:4] == (1, "本月尚未提交", "T05", "高质量推进基础设施建设")
    assert row[-2:] == ("待说明", None)


def test_a_letter_of_coordination_goes_to_the_owner_of_the_problem(made, when, tmp_path):
    listed = letters.write_letters(made, t, **when)
    to = {one["responsible_unit"]: one["points"] for one in listed.data["letters"]
          if one["letter"] == "协调单"}  # fmt: skip
    assert to == {"国土规划建设管理局": 2, "财政局": 1}  # 经济发展局 stated all three
    assert [(one["item"], one["unit"]) for one in listed.data["not_raised"]] == [
        ("T05", "社会事务局")
    ]
    letters.write_letters(made, t, **when, out=tmp_path)
    (file,) = tmp_path.glob("*协调单 财政局*.docx")
    letter = docx.Document(io.BytesIO(file.read_bytes()))
    assert "财政局：" in [one.text for one in letter.paragraphs]
    assert [[cell.text for cell in row.cells][1:] for row in letter.tables[0].rows[1:]] == [
        [
            "P07",
            "河南高端装备智能制造研究院智能制造数字化车间",
            "示例：配套资金未到位",
            "示例：请财政部门安排拨付",
            "经济发展局",
            "2026年12月31日",
        ]
    ]


def test_the_letters_of_the_ladder_are_listed_and_written(made, when, tmp_path):
    listed = letters.write_letters(made, t, **when)
    assert "催办单  财政局  1  本月首次出现预警" in listed.lines
    assert {"rule": "units_disagree", "why": "note", "count": 1, "items": ["T06"]} in listed.data[
        "left_out"
    ]
    assert "未发函：牵头与配合单位数据不一致 1 条，仅供提示（T06 做精做强主导产业）" in listed.lines
    written = letters.write_letters(made, t, **when, out=tmp_path / "letters")
    assert len(written.data["files"]) == len(listed.data["letters"])
    (file,) = (tmp_path / "letters").glob("*催办单 财政局*示例数据.docx")
    letter = docx.Document(io.BytesIO(file.read_bytes()))
    assert "财政局：" in [one.text for one in letter.paragraphs]
    assert [cell.text for cell in letter.tables[0].rows[1].cells][:3] == [
        "1",
        "本月尚未提交",
        "T05",
    ]
    assert "示例数据" in letter.sections[0].header.paragraphs[0].text


def test_a_letter_longer_than_paper_lists_the_first_rows_and_says_how_many_are_not(made):
    look = looked_at(made, OCTOBER, IN_NOVEMBER)
    words = Words(t, look.seen.board.plan)
    step = due_letters(look.seen, look.warned(), [], OCTOBER)[0]
    long = replace(step, rows=step.rows[:1] * (MOST_LISTED + 1_200))
    said = filled(long, look.seen, OCTOBER, words, illustrative=False)
    *listed, last = said["事项"]
    assert (said["项数"], len(listed)) == ("1700", MOST_LISTED)
    assert last["名称"] == "另有 1,200 项未列，见督查预警页的表。"


def test_the_rows_behind_a_circular_are_all_listed_until_nobody_would_read_them(made):
    words = Words(t, looked_at(made, OCTOBER, IN_NOVEMBER).seen.board.plan)
    for rows, listed, notes in ((20_000, 20_000, 1), (20_001, 200, 2)):
        number = Number(
            "received", str(rows), (Source(None, None, None, "财政局", "2026-10"),) * rows
        )
        written = Circular("通报", (Paragraph(Style.BODY, (number,)),))
        raw = circular_sources.xlsx(written, words, as_of="截至")
        (sheet,) = load_workbook(io.BytesIO(raw), read_only=True).worksheets
        assert sheet.max_row == 1 + notes + 1 + listed
