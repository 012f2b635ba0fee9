"""The ledger from the command line: undone with a reason, compared, checked, carried away."""

import os
from datetime import datetime, timedelta

import pytest

import manage
from commands import sheets
from store.opening import open_office
from tests.commands.test_manage import SEPTEMBER, a_ledger_of_its_own, run
from tests.conftest import ROOT
from tests.store.made import a_report, commit, progress
from texts import catalogue
from ui import clock

__all__ = ["a_ledger_of_its_own", "run"]

OTHER_TOTALS = (ROOT / "data/projects.csv").read_text("utf-8-sig").replace(",110,", ",120,")


@pytest.fixture
def reported(run):
    run("import", SEPTEMBER, "--actor", "张三", "--confirm")
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
    only = ("--kind", "progress", "--json")
    assert len(reported("diff", 2, 3, *only)["added"]) == 61
    assert len(reported("diff", 3, 2, *only)["removed"]) == 61


def test_diff_tells_every_table_that_changed_and_no_other(reported, tmp_path):
    sheet = tmp_path / "projects.csv"
    sheet.write_text(OTHER_TOTALS, encoding="utf-8-sig")
    reported("import", sheet, "--actor", "张三", "--reason", "规划调整")
    heads = [line for line in reported("diff", 3, 4).splitlines() if line.startswith("第")]
    assert heads == ["第 3 版到第 4 版，项目表：新增 0 条，更正 1 条，移出 0 条。"]
    heads = [line for line in reported("diff", 2, 4).splitlines() if line.startswith("第")]
    assert [head.split("，")[1][:3] for head in heads] == ["进展表", "项目表"]
    assert "均无变化" in reported("diff", 4, 4)
    tables = reported("diff", 3, 4, "--json")["tables"]
    assert [len(one["edited"]) for one in tables.values()] == [0, 1, 0]


def test_a_version_that_is_not_there_and_one_that_is_no_upload_have_their_own_sentences(reported):
    assert "最新的是第3版" in reported("diff", 2, 99, ends_with=1)
    who = ("--actor", "李四", "--reason", "填错月份")
    reported("withdraw", 3, *who)
    assert "是一次撤回" in reported("withdraw", 4, *who, ends_with=1)
    assert "最新的是第4版" in reported("withdraw", 5, *who, ends_with=1)


def test_diff_tells_what_came_changed_and_went_in_words(run, tmp_path):
    sheet = tmp_path / "projects.csv"
    lines = OTHER_TOTALS.splitlines()
    other = lines[-1].replace("P10,", "P11,").replace("华为", "另一")
    sheet.write_text("\n".join([*lines[:-1], other]), encoding="utf-8-sig")
    run("import", sheet, "--actor", "张三", "--confirm", "--reason", "规划调整")
    head, *rows = run("diff", 2, 3, "--kind", "projects").splitlines()
    assert head == "第 2 版到第 3 版，项目表：新增 1 条，更正 1 条，移出 1 条。"
    assert [row[:6].rstrip() for row in rows] == ["+ P11", "~ P01", "- P10"]
    assert "总投资（元） 11000000000 → 12000000000" in rows[1]


def test_diff_takes_days_and_tells_their_versions(reported):
    whole = reported("diff", "2020-04-02", clock.today(), "--kind", "progress", "--json")
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
    assert "原因" in run("import", sheet, "--actor", "张三", "--confirm", ends_with=1)
    run("import", sheet, "--actor", "张三", "--confirm", "--reason", "规划调整")
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
    assert line.split("\t")[2:6] == [
        "总投资（元）",
        "11000000000",
        "12000000000",
        "11000000000 → 12000000000",
    ]


def test_every_move_of_a_target_has_a_line_of_its_own(run, tmp_path):
    sheet = tmp_path / "projects.csv"
    for total, who, why in (("120", "甲", "规划调整"), ("100", "乙", "资金")):
        sheet.write_text(OTHER_TOTALS.replace(",120,", f",{total},"), encoding="utf-8-sig")
        run("import", sheet, "--actor", who, "--reason", why)
    lines = [line.split("\t") for line in run("ledger", "targets").splitlines()]
    moves = [(*line[3:7], line[8], line[9]) for line in lines if "→" in line[5]]
    assert moves == [
        ("11000000000", "10000000000", "11000000000 → 12000000000", "3", "甲", "规划调整"),
        ("11000000000", "10000000000", "12000000000 → 10000000000", "4", "乙", "资金"),
    ]


def test_a_target_stated_later_and_a_project_removed_say_so(run, tmp_path):
    sheet = tmp_path / "projects.csv"
    head, *rows = OTHER_TOTALS.replace(",120,", ",110,").splitlines()
    new = rows[0].replace("P01,", "P11,").replace("产业园", "另一产业园")
    sheet.write_text("\n".join([head, *rows, new]), encoding="utf-8-sig")
    run("import", sheet, "--actor", "甲")
    sheet.write_text("\n".join([head, *rows[1:], new]), encoding="utf-8-sig")
    run("import", sheet, "--actor", "乙", "--reason", "规划调整", "--confirm")
    lines = [line.split("\t") for line in run("ledger", "targets").splitlines()]
    assert {(line[0], line[6], line[8]) for line in lines if "首次写明" in line[5]} == {
        ("P11", "3", "甲")
    }
    gone = [line for line in lines if "移出" in line[5]]
    assert {(line[0], line[4], line[6], line[8], line[9]) for line in gone} == {
        ("P01", "—", "4", "乙", "规划调整")
    }
    assert gone[0][3] == "11000000000"


def test_an_import_that_lost_the_race_is_told_to_run_again():
    now = clock.now()
    office = open_office(os.environ, ROOT, today=clock.today(), at=now)

    def another_commits(_):
        commit(office.ledger, progress(a_report()), at=now)

    told, t = sheets.Told(heard=once(another_commits), confirmed=True), catalogue("zh")
    who = {"actor": "张三", "reason": ""}
    answer = sheets.bring_in(office, SEPTEMBER, t, told, who=who, now=now)
    assert not answer.ok
    assert "再执行一次" in answer.lines[0]
    assert "预览" not in answer.lines[0]


def once(act):
    """Act at the first step that is heard of."""
    heard = []

    def hear(step):
        heard.append(step)
        if len(heard) == 1:
            act(step)

    return hear
