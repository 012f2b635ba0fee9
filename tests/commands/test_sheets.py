"""read and import: what a commit would mean is said before, and warnings are confirmed first."""

import csv
import io

import manage
from tests.commands.test_manage import SEPTEMBER, a_ledger_of_its_own, run
from tests.conftest import ROOT

__all__ = ["a_ledger_of_its_own", "run"]  # fixtures

HEADER = "期间,类别,编号,名称,责任单位,完成进度,累计完成投资(亿元),工作进展,存在问题,填报人"
PLANTING = "2026-10,任务,T02,持续推进植树造林和绿化建设,社会事务局,88,,绿化验收,,李四"
OTHERS = ("2026-10,任务,T02,持续推进植树造林和绿化建设,关堤乡,88,,绿化验收,,李四",)


def test_a_sheet_with_warnings_is_imported_only_once_they_have_been_read(run):
    refused = run("import", SEPTEMBER, "--actor", "张三", ends_with=1)
    assert "有 2 条提醒尚未确认" in refused
    assert "--confirm" in refused
    data = run("import", SEPTEMBER, "--actor", "张三", "--json", ends_with=1)
    assert len(data["refused"]) == 1
    assert len(run("history", "--json")) == 2


def test_a_sheet_without_warnings_needs_no_confirmation(run, tmp_path):
    sheet = tmp_path / "进展.csv"
    sheet.write_bytes(progress(PLANTING))
    assert run("import", sheet, "--actor", "张三", "--json")["version"] == 3


def test_a_table_that_leaves_rows_out_is_imported_only_when_that_is_confirmed(run, tmp_path):
    sheet = tmp_path / "项目库.csv"
    lines = (ROOT / "data/projects.csv").read_text("utf-8-sig").splitlines()
    sheet.write_text("\n".join(lines[:4]), encoding="utf-8")
    refused = run("import", sheet, "--actor", "张三", ends_with=1)
    assert "现行表共 10 项，新表里缺了 7 项（70%），占一半以上：P04" in refused
    sheet.write_text("\n".join(lines[:9]), encoding="utf-8")
    assert "其中 2 项（20%）不在新表里" in run("read", sheet)
    assert run("import", sheet, "--actor", "张三", "--confirm", "--json")["version"] == 3


def test_read_says_what_a_commit_would_mean_and_lists_the_corrected_cells(run, tmp_path):
    first, second = tmp_path / "一.csv", tmp_path / "二.csv"
    first.write_bytes(progress(PLANTING, *OTHERS))
    second.write_bytes(progress(PLANTING.replace(",88", ",8"), *OTHERS))
    run("import", first, "--actor", "张三", "--confirm")
    said = run("read", second)
    assert "  ~ 2026-10 · T02 · 社会事务局  完成进度 88% → 8%" in said
    assert (
        "▼ 1 处累计数倒退：T02 持续推进植树造林和绿化建设（2026-10） 完成进度 88.0% → 8.0%" in said
    )
    assert "■ 1 项将转为红灯：T02" in said
    assert "*" not in said
    seen = run("read", second, "--json")
    kinds = [one["kind"] for one in seen["consequences"]]
    assert kinds[:2] == ["turns_red", "goes_back"]
    assert "still_owed" in kinds
    assert [one["after"] for one in seen["changes"]["edited"]] == [80_000]


def test_only_the_first_corrected_cells_are_listed_and_data_hold_all(run, tmp_path):
    sheet = tmp_path / "任务.csv"
    rows = list(csv.DictReader(io.StringIO((ROOT / "data/tasks.csv").read_text("utf-8-sig"))))
    for row in rows:
        row |= {"任务名称": row["任务名称"] + "（改）", "备注": "改", "完成时限": "2030年底"}
    table = io.StringIO()
    writer = csv.DictWriter(table, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    sheet.write_text(table.getvalue(), encoding="utf-8")
    said = run("read", sheet)
    assert said.count("  ~ ") == 20
    assert "另有 10 处更正" in said
    assert len(run("read", sheet, "--json")["changes"]["edited"]) == 30


def test_totals_that_agree_are_told(run, tmp_path):
    sheet = tmp_path / "项目.csv"
    rows = ("项目编号,项目名称,总投资(亿元)", "P01,码头,2", "合计,1项,2", "")
    sheet.write_text("\n".join(rows), encoding="utf-8")
    assert "共 1 处，已与各行核对，全部相符" in run("read", sheet)
    assert run("read", sheet, "--json")["totals_agreed"] == 1


def test_what_nobody_sees_is_printed_as_a_mark_and_in_data_as_an_escape(run, tmp_path, capsys):
    sheet = tmp_path / "进展.csv"
    sheet.write_bytes(progress(PLANTING.replace("绿化建设", "绿化\u202e建设"), encoding="utf-8"))
    said = run("read", sheet, ends_with=1)
    assert "\u202e" not in said
    assert "持续推进植树造林和绿化⟨U+202E⟩建设" in said
    assert manage.main(["read", str(sheet), "--json"]) == 1
    assert "\u202e" not in capsys.readouterr().out


def test_a_file_that_is_no_sheet_is_not_called_one(run, tmp_path):
    sheet = tmp_path / "进展.pdf"
    sheet.write_bytes(b"%PDF-1.7")
    said = run("read", sheet, ends_with=1)
    assert said.startswith("进展.pdf：没有认出是哪一类表\n")


def progress(*rows, encoding="gb18030"):
    """Write a progress sheet of the delivered plan."""
    return "\n".join((HEADER, *rows, "")).encode(encoding)
