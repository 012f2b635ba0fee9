"""template, workbook and open-data: the files that leave the office, from the command line."""

import json

from openpyxl import load_workbook

from tests.commands.test_manage import SEPTEMBER, a_ledger_of_its_own, run

__all__ = ["a_ledger_of_its_own", "run"]  # fixtures


def test_a_unit_gets_its_template_and_what_it_fills_in_can_be_read(run, tmp_path):
    file = tmp_path / "进展表.xlsx"
    said = run("template", "--unit", "财政局", "--period", "2026-10", "--out", file)
    assert said.strip() == f"已写入 {file}：财政局，2026年10月，共 4 行。"
    book = load_workbook(file)
    sheet = book.worksheets[0]
    places = {cell.value: cell.column for cell in sheet[3]}
    for row in range(4, sheet.max_row + 1):
        sheet.cell(row, places["完成进度(%)*"]).value = 60
    book.save(file)
    seen = run("read", file, "--json")
    assert (seen["verdict"], seen["skipped_worksheets"]) == ("accept", [])
    assert {one["percent_done_ppm"] for one in seen["rows"]} == {600_000}


def test_a_template_can_be_plain_csv(run, tmp_path):
    run("template", "--unit", "财政局", "--period", "2026-10", "--out", tmp_path / "进展表.csv")
    assert (tmp_path / "进展表.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_unknown_unit_and_another_kind_of_file_are_refused_with_a_sentence(run, tmp_path):
    said = run("template", "--unit", "财政", "--out", tmp_path / "a.xlsx", ends_with=1)
    assert "没有“财政”这个责任单位" in said
    assert "XLSX 或 CSV" in run("template", "--out", tmp_path / "a.doc", ends_with=1)
    assert "XLSX" in run("workbook", "--out", tmp_path / "a.csv", ends_with=1)


def test_the_workbook_is_that_of_the_newest_month_and_says_it_is_illustrative(run, tmp_path):
    run("import", SEPTEMBER, "--actor", "张三", "--confirm")
    data = run("workbook", "--out", tmp_path / "台账.xlsx", "--json")
    assert (data["period"], data["illustrative"]) == ("2026-09", True)
    sheet = load_workbook(tmp_path / "台账.xlsx").worksheets[0]
    assert sheet["A3"].value.startswith("示例数据")


def test_open_data_is_a_folder_or_a_zip_of_any_version(run, tmp_path):
    run("import", SEPTEMBER, "--actor", "张三", "--confirm")
    assert run("open-data", "--out", tmp_path / "全部", "--json")["version"] == 3
    manifest = json.loads((tmp_path / "全部/manifest.json").read_text("utf-8"))
    assert manifest["illustrative"] is True
    assert run("open-data", "--out", tmp_path / "全部.zip", "--version", "2", "--json") == {
        "out": str(tmp_path / "全部.zip"),
        "version": 2,
        "files": [*(one["file"] for one in manifest["files"]), "manifest.json"],
        "illustrative": False,
    }
