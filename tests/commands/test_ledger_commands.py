"""The ledger from the command line: undone with a reason, compared, checked, carried away."""

from datetime import datetime, timedelta

import pytest

import manage
from tests.commands.test_manage import SEPTEMBER, a_ledger_of_its_own, run
from tests.conftest import ROOT
from ui import clock

__all__ = ["a_ledger_of_its_own", "run"]

OTHER_TOTALS = (ROOT / "data/projects.csv").read_text("utf-8-sig").replace(",110,", ",120,")


@pytest.fixture
def reported(run):
    run("import", SEPTEMBER, "--actor", "张三")
    return run


def test_withdraw_needs_a_reason_and_keeps_the_upload(reported):
    said = reported("withdraw", 3, "--actor", "李四", "--reason", "填错月份", "--json")
    assert said == {"withdrawn": 3, "version": 4}
    upload, withdrawal = reported("history", "--json")[2:]
    assert (upload["withdrawn_by"], upload["withdrawn_reason"]) == ("李四", "填错月份")
    assert (withdrawal["act"], withdrawal["withdraws"]) == ("withdrawal", [3])
    (figures,) = reported("show", "overview", "--period", "2026-09", "--json")
    assert figures["received_reports"] == 0


def test_withdrawing_twice_is_told(reported):
    reported("withdraw", 3, "--actor", "李四", "--reason", "填错月份")
    again = ("withdraw", 3, "--actor", "李四", "--reason", "填错月份")
    assert "已经撤回" in reported(*again, ends_with=1)


def test_diff_counts_what_came_and_what_went(reported):
    assert len(reported("diff", 2, 3, "--json")["added"]) == 61
    assert len(reported("diff", 3, 2, "--json")["removed"]) == 61


def test_diff_tells_what_came_changed_and_went_in_words(run, tmp_path):
    sheet = tmp_path / "projects.csv"
    lines = OTHER_TOTALS.splitlines()
    other = lines[-1].replace("P10,", "P11,").replace("华为", "另一")
    sheet.write_text("\n".join([*lines[:-1], other]), encoding="utf-8-sig")
    run("import", sheet, "--actor", "张三", "--reason", "规划调整")
    head, *rows = run("diff", 2, 3, "--kind", "projects").splitlines()
    assert head == "第 2 版到第 3 版：新增 1 条，更正 1 条，移出 1 条。"
    assert [row[:6].rstrip() for row in rows] == ["+ P11", "~ P01", "- P10"]
    assert "总投资（元） 11000000000 → 12000000000" in rows[1]


def test_diff_takes_days_and_tells_their_versions(reported):
    whole = reported("diff", "2020-04-02", clock.today(), "--json")
    assert (whole["before"], whole["after"], len(whole["added_rows"])) == (0, 3, 61)
    assert whole["added_rows"][0]["percent_done_ppm"] == 450_000


@pytest.mark.parametrize("unclear", ["昨天", "2026-13-01", "-1"])
def test_a_diff_with_neither_version_nor_day_is_explained(unclear, capsys):
    with pytest.raises(SystemExit):
        manage.main(["diff", unclear, "3"])
    assert capsys.readouterr().err


def test_history_speaks_the_readers_language_and_local_time(reported):
    head, *rows = reported("history").splitlines()
    assert head.split("\t")[:4] == ["版本", "时间", "操作人", "类别"]
    assert rows[0].split("\t")[2:4] == ["方案原表", "项目表"]
    assert reported("history", "--lang", "en").startswith("Version\tTime\tBy")
    shown = datetime.strptime(rows[2].split("\t")[1], "%Y-%m-%d %H:%M").replace(tzinfo=clock.ZONE)
    assert timedelta(0) <= clock.now() - shown < timedelta(minutes=10)
    assert reported("history", "--json")[2]["time"].endswith("+08:00")


def test_history_of_an_item_keeps_what_was_withdrawn(reported):
    reported("withdraw", 3, "--actor", "李四", "--reason", "填错月份")
    (report,) = reported("history", "--item", "P07", "--json")
    assert (report["period"], report["withdrawn_version"]) == ("2026-09", 4)
    head, line = reported("history", "--item", "P07").splitlines()
    assert head.split("\t")[-1] == "撤回版本"
    assert line.split("\t")[0] == "3"
    assert "P99" in reported("history", "--item", "P99")


def test_a_sound_ledger_says_so_with_its_digest(reported):
    verified = reported("ledger", "verify", "--json")
    assert verified["problems"] == []
    assert len(verified["digest"]) == 64


def test_a_digest_that_was_written_down_is_recognised_or_refused(reported):
    then = reported("ledger", "verify", "--json")["digest"]
    assert "一致" in reported("ledger", "verify", "--expect", then)
    reported("withdraw", 3, "--actor", "李四", "--reason", "填错月份")
    said = reported("ledger", "verify", "--expect", then)
    assert "第 3 版" in said
    assert "又入账 1 版" in said
    assert "从未有过" in reported("ledger", "verify", "--expect", "0" * 64, ends_with=1)


def test_a_backup_tells_the_digest_to_write_down(reported, tmp_path):
    digest = reported("ledger", "verify", "--json")["digest"]
    assert digest in reported("ledger", "backup", tmp_path / "kept.sqlite3")


@pytest.mark.parametrize("action", ["import", "restore"])
def test_what_could_not_be_received_leaves_nothing_behind(run, tmp_path, action):
    into = tmp_path / "new" / "state"
    run("ledger", action, tmp_path / "nowhere", "--into", into, ends_with=1)
    assert not (tmp_path / "new").exists()


def test_a_ledger_that_is_there_stays_when_nothing_can_be_received(reported, tmp_path):
    reported("ledger", "import", tmp_path / "nowhere", ends_with=1)
    assert len(reported("history", "--json")) == 3


def test_an_exported_ledger_comes_back_with_the_same_digest(reported, tmp_path, monkeypatch):
    written = reported("ledger", "export", tmp_path / "out", "--json")
    monkeypatch.setenv("PLAN_STATE", str(tmp_path / "elsewhere"))
    read = reported("ledger", "import", tmp_path / "out", "--json")
    assert read["digest"] == written["digest"] == reported("ledger", "verify", "--json")["digest"]


def test_a_backup_opens_as_a_ledger(reported, tmp_path, monkeypatch):
    copy = tmp_path / "copy.sqlite3"
    reported("ledger", "backup", copy)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{copy}")
    assert len(reported("history", "--json")) == 3


def test_a_restored_backup_is_the_same_ledger(reported, tmp_path, monkeypatch):
    reported("ledger", "backup", tmp_path / "kept.sqlite3")
    into = ("--into", tmp_path / "restored")
    restored = reported("ledger", "restore", tmp_path / "kept.sqlite3", *into, "--json")
    verified = reported("ledger", "verify", "--json")
    assert (restored["version"], restored["digest"]) == (3, verified["digest"])
    monkeypatch.setenv("PLAN_STATE", str(tmp_path / "restored"))
    assert reported("ledger", "verify", "--json")["digest"] == verified["digest"]


def test_nothing_is_restored_over_a_ledger_in_use(reported, tmp_path):
    reported("ledger", "backup", tmp_path / "kept.sqlite3")
    assert "不是空的" in reported("ledger", "restore", tmp_path / "kept.sqlite3", ends_with=1)


def test_a_path_that_is_missing_is_asked_for(run):
    assert "ledger export" in run("ledger", "export", ends_with=1)


def test_a_moved_target_needs_a_reason_and_keeps_the_baseline(run, tmp_path):
    sheet = tmp_path / "projects.csv"
    sheet.write_text(OTHER_TOTALS, encoding="utf-8-sig")
    assert "原因" in run("import", sheet, "--actor", "张三", ends_with=1)
    run("import", sheet, "--actor", "张三", "--reason", "规划调整")
    (edit,) = run("diff", 2, 3, "--kind", "projects", "--json")["edited"]
    assert (edit["column"], edit["before"], edit["after"]) == (
        "total_investment_yuan",
        11_000_000_000,
        12_000_000_000,
    )
    (target,) = [one for one in run("ledger", "targets", "--json") if one["moves"]]
    assert (target["baseline"], target["baseline_version"]) == (11_000_000_000, 1)
    assert target["moves"][0]["reason"] == "规划调整"
    (line,) = [one for one in run("ledger", "targets").splitlines() if "规划调整" in one]
    assert line.split("\t")[2:5] == ["总投资（元）", "11000000000", "12000000000"]
