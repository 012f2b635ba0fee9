"""A warning lives its life on the command line as it does on the page."""

import json

import pytest

import manage
from tests.conftest import ROOT

WHO = ("--actor", "李四")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run commands on a ledger with one month of reports; return what was printed."""
    monkeypatch.setenv("PLAN_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def run_(*arguments, ends_with=0):
        assert manage.main([*arguments]) == ends_with
        printed = capsys.readouterr().out
        return json.loads(printed) if "--json" in arguments else printed

    sheet = str(ROOT / "data/samples/progress-2026-09.csv")
    run_("import", sheet, "--actor", "张三", "--confirm")
    return run_


def test_a_warning_is_explained_rejected_explained_again_accepted_and_closed(run):
    listed = run("supervise", "warnings", "--period", "2026-09", "--json")
    key = listed[0]["key"]
    assert key in run("supervise", "warnings", "--period", "2026-09")
    for doing in ("explain", "reject", "explain", "accept", "close"):
        who = "李四" if doing == "explain" else "督查王五"  # nobody judges their own explanation
        run("warning", doing, key, "--text", "征拆受阻", "--actor", who)
    told = run("warning", "show", key, "--json")
    assert told["life"] == "closed"
    assert [step["did"] for step in told["steps"]] == [
        *("explain", "reject", "explain", "accept", "close")
    ]
    refused = run("warning", "explain", key, "--text", "再说明", *WHO, ends_with=1)
    assert "已销号" in refused


@pytest.mark.parametrize("key", ["late|任务|T99|财政局|2026-09|", "T05", "late|任务|T05|x|九月|"])
def test_a_warning_there_is_not_is_refused_in_a_sentence(run, key):
    assert key in run("warning", "explain", key, "--text", "说明", *WHO, ends_with=1)
