"""Every command says what it takes; once people sign in, somebody answers for every change."""

import pytest

import manage
from commands.rights import COMMANDS, WRITES
from domain.roles import Action, Role
from store import audit
from store.ledger import Ledger
from tests.conftest import ROOT


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run commands where people sign in; return exit code and what was said."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("PLAN_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("PLAN_LOGIN", "accounts")

    def run_(*words):
        code = manage.main(list(words))
        return code, capsys.readouterr().out

    return run_


def test_every_command_says_what_it_takes():
    assert set(COMMANDS) == set(manage.RUNS)


def test_a_command_that_says_nothing_does_not_run(run, monkeypatch):
    monkeypatch.delitem(COMMANDS, "history")
    with pytest.raises(KeyError):
        run("history")


def test_no_role_of_an_account_runs_the_server():
    assert COMMANDS["ledger"] is COMMANDS["doctor"] is Action.RUN_SERVER
    assert set(Action) >= WRITES


def test_what_changes_the_plan_is_done_by_an_account_that_may(run, tmp_path):
    sheet = str(ROOT / "data/samples/progress-2026-09.csv")
    for name, role in (("编辑", Role.EDITOR), ("领导", Role.VIEWER)):
        assert run("account", "add", name, "--role", role.value, "--elsewhere")[0] == 0
    assert run("import", sheet, "--actor", "张三", "--confirm")[0] == 1
    assert run("import", sheet, "--as", "领导", "--confirm")[0] == 1
    assert run("import", sheet, "--actor", "编辑", "--confirm")[0] == 0
    with Ledger.open(f"sqlite:///{tmp_path / 'state/ledger.sqlite3'}") as ledger:
        newest, *_, first = audit.read(ledger)
        assert (newest.event, newest.actor, newest.via) == ("committed", "编辑", "console")
        assert first.said["did"] == "made"
        assert [one.event for one in audit.read(ledger)].count("refused") == 2


def test_a_shell_that_knows_of_no_login_changes_nothing_under_a_typed_name(run, monkeypatch):
    sheet = str(ROOT / "data/samples/progress-2026-09.csv")
    run("account", "add", "编辑", "--role", "editor", "--elsewhere")
    monkeypatch.delenv("PLAN_LOGIN")
    for words in (
        ("import", sheet, "--actor", "路人", "--confirm"),
        ("import", sheet, "--actor", "编辑", "--confirm"),
        ("withdraw", "2", "--actor", "路人", "--reason", "试"),
    ):
        code, said = run(*words)
        assert code == 1
        assert "--as" in said
    assert run("import", sheet, "--as", "编辑", "--confirm")[0] == 0
    assert run("account", "add", "新人", "--role", "viewer", "--elsewhere")[0] == 0
    assert run("history")[0] == 0


def test_a_first_password_is_another_each_time_and_none_is_delivered(run):
    said = [run("account", "add", name, "--role", "viewer", "--json")[1] for name in "甲乙"]
    passwords = [one.split('"password": "')[1].split('"')[0] for one in said]
    assert len(set(passwords)) == 2
    assert all(len(one) == 16 for one in passwords)


@pytest.mark.parametrize(
    "words",
    [
        ("add", "甲"),
        ("add", "甲", "--role", "king"),
        ("add", "甲", "--role", "console"),
        ("add", "甲", "--role", "administrator", "--role", "auditor"),
        ("add", "甲", "--role", "reporter"),
        ("add", "甲", "--role", "reporter", "--unit", "没有这个局"),
        ("close", "没有这个人"),
        ("password",),
    ],
)
def test_what_makes_no_account_is_refused_in_a_sentence(run, words):
    code, said = run("account", *words)
    assert code == 1
    assert said.strip().endswith(("。", "张三"))


def test_a_role_is_named_as_people_call_it_and_the_list_says_how_an_account_stands(run):
    assert run("account", "add", "甲", "--role", "督查")[0] == 0
    assert run("account", "add", "乙", "--role", "viewer", "--elsewhere")[0] == 0
    run("account", "close", "乙")
    first, second = sorted(run("account", "list")[1].strip().splitlines(), reverse=True)
    assert first.split("\t") == ["甲", "督查", "", "待改初始密码", "从未登录"]
    assert second.split("\t") == ["乙", "领导查看", "", "已停用", "从未登录"]


def test_the_log_is_verified_listed_and_carried_out(run, tmp_path):
    run("account", "add", "甲", "--role", "viewer")
    code, said = run("audit", "verify")
    assert code == 0
    digest = said.split("校验值 ")[1].split("。")[0]
    assert run("audit", "verify", "--expect", digest)[0] == 0
    assert run("audit", "verify", "--expect", "0" * 64)[0] == 1
    listed = run("audit", "list", "--event", "account_changed")[1]
    assert "账号或角色变更" in listed
    assert "账号：甲；办理：新建；角色：领导查看" in listed
    target = tmp_path / "audit.jsonl"
    assert run("audit", "export", str(target))[0] == 0
    assert run("audit", "export", str(target))[0] == 1
    assert target.read_text("utf-8").count("\n") == 2


def test_to_look_at_a_problem_takes_no_account_and_to_raise_one_does(run, monkeypatch):
    run("account", "add", "编辑", "--role", "editor", "--elsewhere")
    monkeypatch.delenv("PLAN_LOGIN")
    raised = ("problem", "raise", "--type", "用地", "--owner", "财政局", "--text", "用地未落实")
    assert "--as" in run(*raised, "--actor", "路人")[1]
    assert run(*raised, "--as", "编辑")[0] == 0
    code, said = run("problem", "show", "1")
    assert (code, "用地未落实" in said) == (0, True)


def test_an_account_that_is_locked_is_let_try_again(run):
    run("account", "add", "甲", "--role", "viewer")
    assert run("account", "unlock", "甲")[0] == 0
    assert run("account", "unlock", "乙")[0] == 1
    assert "办理：解除锁定" in run("audit", "list", "--event", "account_changed")[1]


@pytest.mark.parametrize(
    ("names", "said"),
    [((), "--actor 姓名"), (("--actor", "张三", "--as", "编辑"), "不是同一个人")],
)
def test_who_commits_is_named_once(run, capsys, names, said):
    with pytest.raises(SystemExit):
        run("import", str(ROOT / "data/samples/progress-2026-09.csv"), *names)
    assert said in capsys.readouterr().err
