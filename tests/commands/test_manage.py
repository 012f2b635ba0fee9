"""The command line does what the pages do, in words and as data."""

import hashlib
import json

import pytest
from openpyxl import Workbook
from PIL import Image

import manage
from analysis.gallery import EXHIBITS, WATCHED
from tests.conftest import ROOT
from ui import clock

SEPTEMBER = ROOT / "data/samples/progress-2026-09.csv"


@pytest.fixture(autouse=True)
def a_ledger_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAN_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def run(capsys):
    def run_(*arguments, ends_with=0):
        assert manage.main([*map(str, arguments)]) == ends_with
        printed = capsys.readouterr().out
        return json.loads(printed) if "--json" in arguments else printed

    return run_


def test_read_says_what_the_sheet_is_and_writes_nothing(run):
    seen = run("read", SEPTEMBER, "--json")
    assert (seen["kind"], seen["encoding"], seen["header_rows"]) == ("progress", "gb18030", [2])
    assert len(seen["rows"]) == 61
    assert seen["rows"][0]["percent_done_ppm"] == 450_000
    assert seen["illustrative"] is True
    assert len(seen["changes"]["added"]) == 61
    assert [entry["kind"] for entry in run("history", "--json")] == ["projects", "tasks"]


def test_read_tells_what_the_sheet_states_and_shows_its_names(run, tmp_path):
    sheet = tmp_path / "进展.csv"
    rows = (
        "关堤乡2026年10月进展（单位：万元）,,,,,",
        "期间,类别,编号,名称,责任单位,完成进度",
        "2026-10,任务,T01,优化国土空间开发保护格局,财政局,50",
    )
    sheet.write_bytes("\n".join(rows).encode("gb18030"))
    seen = run("read", sheet, "--json")
    assert (seen["area"], seen["period"], seen["measure"]) == ("关堤乡", "2026-10", "万元")
    assert seen["samples"][0] == {
        "encoding": "gb18030",
        "names": ["优化国土空间开发保护格局"],
        "possible": True,
    }
    said = run("read", sheet)
    assert "区域 关堤乡，期间 2026-10，计量单位 万元" in said
    assert "按 gb18030 读到的名称，举例核对：优化国土空间开发保护格局" in said
    assert "也试过 utf-8" in said


def test_read_names_the_worksheets_it_skipped_and_why(run, tmp_path):
    book = Workbook()
    book.active.append(["项目编号", "项目名称", "总投资(亿元)"])
    book.active.append(["P01", "码头", 1])
    book.create_sheet("Sheet2")
    hidden = book.create_sheet("旧表")
    hidden["A1"], hidden.sheet_state = "去年", "hidden"
    book.save(tmp_path / "项目.xlsx")
    seen = run("read", tmp_path / "项目.xlsx", "--json")
    assert seen["skipped_worksheets"] == [
        {"sheet": "Sheet2", "why": "empty"},
        {"sheet": "旧表", "why": "hidden"},
    ]
    said = run("read", tmp_path / "项目.xlsx")
    assert "工作表“Sheet2”：是空的，没有读入" in said
    assert "工作表“旧表”：是隐藏的工作表，没有读入" in said


def test_import_commits_and_history_keeps_who(run):
    assert run("import", SEPTEMBER, "--actor", "张三", "--confirm", "--json")["version"] == 3
    last = run("history", "--json")[-1]
    assert (last["version"], last["actor"], last["filename"]) == (3, "张三", SEPTEMBER.name)


def test_the_same_sheet_twice_is_refused_in_a_sentence(run):
    run("import", SEPTEMBER, "--actor", "张三", "--confirm")
    assert "第3版" in run("import", SEPTEMBER, "--actor", "张三", "--confirm", ends_with=1)
    assert len(run("history", "--json")) == 3


def test_the_day_a_sheet_really_came_is_recorded_and_the_board_follows(run):
    run("import", SEPTEMBER, "--actor", "张三", "--confirm")
    board = ("supervise", "board", "--period", "2026-09", "--json")
    assert sum(row["late_reports"] for row in run(*board)) == 61
    who = ("--actor", "督查员", "--reason", "纸质材料先到")
    told = run("receipt", 3, "2026-09-24", *who, "--json")
    assert told == {"version": 3, "received_on": "2026-09-24", "before": []}
    assert sum(row["late_reports"] for row in run(*board)) == 0


def test_who_owes_is_listed_as_of_a_day(run):
    run("demo", "--year", "--no-serve")
    asked = ("supervise", "owing", "--today", "2026-10-20")
    rows = run(*asked, "--json")
    assert {(row["period"], row["days_left"]) for row in rows} == {("2026-10", 6)}
    assert "截止日 2026-10-26  还有 6 天" in run(*asked)
    named = run("supervise", "owing", "--today", "2026-10-27").splitlines()
    assert named[0].endswith("已过 1 天  P09 新乡市科技大市场项目")
    assert "T01 优化国土空间开发保护格局、T03" in run(*asked)
    assert "等 18 份" in run(*asked)
    after = run("supervise", "owing", "--today", "2026-10-27", "--json")
    owed = [(row["responsible_unit"], row["owed_reports"]) for row in after]
    assert owed == [("经济发展局", 1), ("财政局", 1)]


@pytest.mark.parametrize("what", ["warnings", "board", "owing", "circular", "letters", "problems"])
@pytest.mark.usefixtures("the_year")
def test_a_day_before_the_ledger_begins_shows_nothing_and_says_so(run, what):
    asked = ("supervise", what, "--today", "2025-10-08")
    assert run(*asked).strip() == (
        "台账自2025年10月9日起记，所选日期还没有可看的内容。请选这一天或以后的日期。"
    )
    assert run(*asked, "--json") == []


def test_a_table_of_holidays_is_checked_and_then_supplied(run, tmp_path):
    table = tmp_path / "2027.csv"
    table.write_text(
        "日期,安排\n2027-01-01,放假\n2027-02-25,放假\n2027-10-01,放假\n", encoding="utf-8"
    )
    asked = ("calendar", table, "--today", "2027-02-01", "--json")
    assert run(*asked)["due"][0]["due_on"] == "2027-02-26"
    assert run("calendar", "--today", "2027-02-01", "--json")["due"][0]["holidays_known"] is False
    assert run(*asked, "--use")["supplied"] is True
    now = run("calendar", "--today", "2027-02-01", "--json")
    assert (now["due"][0]["moved"], now["years"][-1]) == ("holiday", 2027)


def test_a_table_of_holidays_that_is_cut_short_is_refused(run, tmp_path):
    table = tmp_path / "2027.csv"
    table.write_text("日期,安排\n2027-01-01,放假\n", encoding="utf-8")
    assert "没有 2027-10-01 放假" in run("calendar", table, "--use", ends_with=1)


def test_a_receipt_that_cannot_be_is_refused_in_a_sentence(run):
    run("import", SEPTEMBER, "--actor", "张三", "--confirm")
    who = ("--actor", "督查员", "--reason", "纸质材料先到")
    assert "晚于" in run("receipt", 3, "2999-01-01", *who, ends_with=1)
    assert "不是进展表" in run("receipt", 1, "2026-01-01", *who, ends_with=1)


def test_a_sheet_with_an_error_changes_nothing_and_names_the_cell(run, tmp_path):
    sheet = tmp_path / "坏表.csv"
    sheet.write_text(
        "期间,类别,编号,名称,责任单位,完成进度\n2026-10,任务,T01,优化国土空间开发保护格局,财政局,一半\n",
        encoding="utf-8",
    )
    refused = run("import", sheet, "--actor", "张三", "--json", ends_with=1)
    (error,) = [one for one in refused["findings"] if one["severity"] == "error"]
    assert (error["code"], error["row"], error["column"]) == ("E_NUMBER", 2, "完成进度")
    assert "一半" in error["message"]
    assert len(run("history", "--json")) == 2


def test_show_prints_exact_yuan_and_null_where_nothing_is_known(run):
    (figures,) = run("show", "overview", "--json")
    assert figures["total_investment_yuan"] == 15_550_000_000
    assert figures["done_total_yuan"] is None
    chains = run("show", "investment-by-chain", "--json")
    assert [row["total_investment_yuan"] for row in chains] == [
        3_550_000_000,
        11_000_000_000,
        1_000_000_000,
        None,
        None,
    ]


def test_a_day_before_the_ledger_begins_is_told_the_day_on_which_it_does(run, tmp_path):
    for asked in (
        ("show", "progress", "--as-of", "2020-04-02"),
        ("export", "--out", tmp_path / "pictures", "--as-of", "2020-04-02"),
    ):
        said = run(*asked, ends_with=1)
        assert f"从 {clock.today()} 开始" in said
    (now,) = run("show", "overview", "--as-of", clock.today(), "--period", "2026-09", "--json")
    assert now["received_reports"] == 0


def test_a_day_that_is_none_is_explained(capsys):
    with pytest.raises(SystemExit):
        manage.main(["show", "overview", "--as-of", "2026-13-01"])
    assert "请写成 2026-12-31" in capsys.readouterr().err


def test_show_takes_the_filters_of_the_pages(run):
    chosen = ("--chain", "生命科学与生物技术", "--without-inferred")
    (figures,) = run("show", "overview", *chosen, "--json")
    assert (figures["projects"], figures["total_investment_yuan"]) == (1, 11_000_000_000)
    both = run("show", "task-load", "--unit", "财政局", "--unit", "关堤乡", "--json")
    assert {row["responsible_unit"]: row["tasks"] for row in both} == {"财政局": 4, "关堤乡": 4}


def test_a_filter_nothing_can_meet_is_refused_with_what_there_is(run):
    said = run("show", "overview", "--phase", "停工", ends_with=1)
    assert "停工" in said
    assert "在建" in said


def test_show_at_a_version_knows_nothing_of_later_ones(run):
    run("import", SEPTEMBER, "--actor", "张三", "--confirm")
    (then,) = run("show", "overview", "--version", "2", "--period", "2026-09", "--json")
    assert then["received_reports"] == 0


@pytest.mark.parametrize("metric", ["task-load", "progress", "reporting", "reports-owed"])
def test_every_metric_has_rows_before_any_progress(metric, run):
    assert run("show", metric, "--json")


def test_a_missing_file_is_told_with_its_path(run, tmp_path):
    assert "没有.csv" in run("read", tmp_path / "没有.csv", ends_with=1)


def test_a_broken_plan_is_told_by_its_entry(run, tmp_path, monkeypatch):
    data = tmp_path / "data"
    data.mkdir()
    (data / "plan.toml").write_text('[plan]\nzone = "某区"\n', encoding="utf-8")
    monkeypatch.setattr(manage, "ROOT", tmp_path)
    assert "plan.toml" in run("history", ends_with=1)


def test_demo_loads_three_marked_months(run):
    assert len(run("demo", "--no-serve", "--json")) == 3
    assert all(entry["illustrative"] for entry in run("history", "--json")[2:])


@pytest.mark.parametrize(
    "call", [("read", SEPTEMBER, "--lang", "en"), ("--lang", "en", "read", SEPTEMBER)]
)
def test_sentences_come_in_english_on_demand_before_or_after_the_command(run, call):
    assert "may be committed" in run(*call)


def test_what_stands_after_the_command_outweighs_what_stands_before_it(run):
    assert "may be committed" in run("--lang", "zh", "read", SEPTEMBER, "--lang", "en")


def test_a_chart_nobody_knows_is_refused_with_the_names_there_are(capsys):
    with pytest.raises(SystemExit):
        manage.main(["export", "--out", "x", "--chart", "bestimmt"])
    told = capsys.readouterr().err
    assert "--chart" in told
    assert all(key in told for key in ("completion", "owed", "all"))


def test_export_makes_only_the_charts_that_are_named(run, tmp_path, monkeypatch):
    run("demo", "--no-serve")
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "none"))
    asked = ("export", "--part", "svg", "--out", tmp_path / "pack", "--json")
    named = run(*asked, "--chart", "owed", "--chart", "gaps", ends_with=1)
    assert [one["title"] for one in named] == ["进度落后事项", "各责任单位本期报送情况"]


def test_an_unknown_month_is_explained(capsys):
    with pytest.raises(SystemExit):
        manage.main(["show", "overview", "--period", "2026-13"])
    assert "2026-10" in capsys.readouterr().err


@pytest.mark.xdist_group("browser")
def test_export_draws_the_pack_and_lists_it(run, tmp_path):
    run("demo", "--no-serve")
    out = tmp_path / "pack"
    listed = run("export", "--period", "2026-10", "--out", out, "--size", "full_page", "--json")
    manifest = json.loads((out / "清单.json").read_text("utf-8"))
    assert manifest == listed
    if any(entry["failed"] for entry in listed):
        pytest.skip(listed[0]["why"])
    assert "报送看板" in {entry["title"] for entry in listed}
    drawn = {entry["file"]: entry for entry in listed if entry["sha256"]}
    assert {path.name for path in out.glob("*.png")} == drawn.keys()
    assert len(drawn) + sum(bool(entry["why"]) for entry in listed) == len(EXHIBITS) + len(WATCHED)
    for path in out.glob("*.png"):
        entry = drawn[path.name]
        assert hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"]
        with Image.open(path) as picture:
            assert list(picture.size) == entry["pixels"]
            assert picture.info["dpi"] == pytest.approx((entry["dpi"], entry["dpi"]), abs=0.05)


def test_export_makes_documents_without_a_browser_and_says_what_they_lack(
    run, tmp_path, monkeypatch
):
    run("demo", "--no-serve")
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "none"))
    asked = ("export", "--part", "docx", "--part", "pptx", "--native-charts", "--json")
    day = ("--today", "2026-11-22")
    listed = run(*asked, *day, "--out", tmp_path / "pack.zip", ends_with=1)
    assert [(one["part"], bool(one["sha256"])) for one in listed] == [
        ("docx", True),
        ("pptx", True),
    ]
    assert all("apt-get install" in one["why"] for one in listed)
    run(*asked, *day, "--out", tmp_path / "again.zip", ends_with=1)
    assert (tmp_path / "pack.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()


def test_export_refuses_an_offices_own_template_in_a_sentence(run, tmp_path, monkeypatch):
    own = tmp_path / "own.pptx"
    own.write_bytes(b"no deck")
    monkeypatch.setenv("DECK_TEMPLATE", str(own))
    (deck,) = run("export", "--part", "pptx", "--out", tmp_path, "--json", ends_with=1)
    assert "不是 PPTX" in deck["why"]
    monkeypatch.setenv("DECK_TEMPLATE", str(tmp_path / "none.pptx"))
    assert "none.pptx" in run("export", "--part", "pptx", "--out", tmp_path, ends_with=1)
