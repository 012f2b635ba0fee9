"""The ledger from the command line: undone with a reason, compared, checked, carried away."""

import pytest

from tests.commands.test_manage import SEPTEMBER, a_ledger_of_its_own, run
from tests.conftest import ROOT

__all__ = ["a_ledger_of_its_own", "run"]

OTHER_TOTALS = (ROOT / "data/projects.csv").read_text("utf-8-sig").replace(",110,", ",120,")


@pytest.fixture
def reported(run):
    run("import", SEPTEMBER, "--actor", "张三")
    return run


def test_withdraw_needs_a_reason_and_keeps_the_upload(reported):
    said = reported("withdraw", 3, "--actor", "李四", "--reason", "填错月份", "--json")
    assert said == {"withdrawn": 3, "version": 4}
    last = reported("history", "--json")[-1]
    assert (last["withdrawn_by"], last["withdrawn_reason"]) == ("李四", "填错月份")
    (figures,) = reported("show", "overview", "--period", "2026-09", "--json")
    assert figures["received_reports"] == 0


def test_withdrawing_twice_is_told(reported):
    reported("withdraw", 3, "--actor", "李四", "--reason", "填错月份")
    again = ("withdraw", 3, "--actor", "李四", "--reason", "填错月份")
    assert "已经撤回" in reported(*again, ends_with=1)


def test_diff_counts_what_came_and_what_went(reported):
    assert len(reported("diff", 2, 3, "--json")["added"]) == 61
    assert len(reported("diff", 3, 2, "--json")["removed"]) == 61


def test_a_sound_ledger_says_so_with_its_digest(reported):
    verified = reported("ledger", "verify", "--json")
    assert verified["problems"] == []
    assert len(verified["digest"]) == 64


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
